package io.github.keycloakhelpshift.simulator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/** Helpshift's rules for an identity token, as its server applies them. */
final class TokenRules {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration MAX_AGE = Duration.ofHours(24);
  private static final Set<String> HEADER = Set.of("alg", "typ");
  private static final Set<String> PAYLOAD = Set.of("identities", "iat");
  private static final String INVALID_TOKEN = "IDENTITIES_INVALID_TOKEN";

  private final Clock clock;

  TokenRules(Clock clock) {
    this.clock = clock;
  }

  /** The payload, if the token may be trusted at all. */
  record Checked(Verdict verdict, JsonNode payload) {}

  /** What a token is for. */
  enum Use {
    LOGIN,
    /** Under full privacy: who has no uid, nor any other identity, is anonymous. */
    PRIVATE_LOGIN,
    ADDITION
  }

  Checked check(App app, String compact, Use use) {
    JWSObject token;
    JsonNode payload;
    try {
      token = JWSObject.parse(compact);
      payload = JSON.readTree(token.getPayload().toString());
    } catch (ParseException | JsonProcessingException | IllegalArgumentException e) {
      return new Checked(Verdict.refused(INVALID_TOKEN), null);
    }
    if (!validHeader(token) || !app.signed(token) || !payload.isObject()) {
      return new Checked(Verdict.refused(INVALID_TOKEN), null);
    }
    Faults faults = new Faults();
    for (String name : PAYLOAD) {
      if (!payload.has(name)) {
        faults.add("missingFields", name);
      }
    }
    for (var name : (Iterable<String>) payload::fieldNames) {
      if (!PAYLOAD.contains(name)) {
        faults.add("invalidFields", name);
      }
    }
    if (payload.has("identities")) {
      IdentityRules.check(payload.get("identities"), use == Use.PRIVATE_LOGIN, faults);
    }
    if (payload.has("iat") && !payload.get("iat").isIntegralNumber()) {
      faults.add("invalidFields", "iat");
    }
    Verdict verdict = faults.verdict();
    if (verdict.ok() && !fresh(payload.get("iat").longValue())) {
      verdict = Verdict.refused(INVALID_TOKEN);
    }
    if (verdict.ok() && use == Use.LOGIN && !has(payload, "uid") && !has(payload, "email")) {
      verdict = Verdict.refused("USERID_AND_EMAIL_MISSING");
    }
    return new Checked(verdict, payload);
  }

  static boolean has(JsonNode payload, String identifier) {
    for (JsonNode identity : payload.path("identities")) {
      if (identity.path("identifier").asText().equals(identifier)) {
        return true;
      }
    }
    return false;
  }

  private static boolean validHeader(JWSObject token) {
    var header = token.getHeader().toJSONObject();
    return header.keySet().equals(HEADER)
        && "HS256".equals(header.get("alg"))
        && "JWT".equals(header.get("typ"));
  }

  /** How much of the future Helpshift tolerates is not documented, so none is tolerated here. */
  private boolean fresh(long issuedAt) {
    Instant now = clock.instant();
    return issuedAt <= now.getEpochSecond() && issuedAt >= now.minus(MAX_AGE).getEpochSecond();
  }
}
