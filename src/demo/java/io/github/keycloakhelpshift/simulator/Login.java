package io.github.keycloakhelpshift.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A login, or an addition of identities, that Helpshift's server accepted or refused. The token
 * itself is not kept.
 *
 * @param identities by identifier; of several with one identifier, the first
 * @param issuedAt the token's {@code iat}; 0 when it was refused
 */
public record Login(
    String platformId,
    boolean accepted,
    String reason,
    Map<String, String> identities,
    long issuedAt,
    boolean fullPrivacy,
    boolean anonymous) {

  static Login of(
      String platformId,
      Verdict verdict,
      JsonNode payload,
      boolean fullPrivacy,
      boolean anonymous) {
    Map<String, String> identities = new LinkedHashMap<>();
    long issuedAt = 0;
    if (payload != null) {
      for (JsonNode one : payload.path("identities")) {
        identities.putIfAbsent(one.path("identifier").asText(), one.path("value").asText());
      }
      issuedAt = verdict.ok() ? payload.path("iat").longValue() : 0;
    }
    return new Login(
        platformId,
        verdict.ok(),
        verdict.reason(),
        Map.copyOf(identities),
        issuedAt,
        fullPrivacy,
        anonymous);
  }
}
