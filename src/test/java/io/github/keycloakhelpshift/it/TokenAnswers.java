package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.RealmTemplate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The checks of {@code POST token}'s answers. */
final class TokenAnswers {

  private TokenAnswers() {}

  /** Checks that it is a refusal with that status and error, in the form of all refusals. */
  static void assertRefused(Answer answer, int status, String error) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    JsonNode json = answer.json();
    assertThat(json.get("error").asText()).isEqualTo(error);
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyInAnyOrder("error", "error_description");
    assertThat(json.get("error_description").asText()).isNotBlank();
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertChallenge(answer, error);
    assertThat(answer.body() + answer.headers().map())
        .doesNotContain("eyJ", "Exception", "\tat ", "keycloak.", RealmTemplate.SECRET);
  }

  private static void assertChallenge(Answer answer, String error) {
    if (answer.status() != 401) {
      assertThat(answer.header("WWW-Authenticate")).isEmpty();
      return;
    }
    String challenge = answer.header("WWW-Authenticate").orElse("");
    assertThat(challenge).startsWith("Bearer realm=\"");
    if (error.equals("login_required")) {
      assertThat(challenge).doesNotContain("error");
    } else {
      assertThat(challenge).contains("error=\"" + error + "\"");
    }
  }

  /** Checks that it is a login for Helpshift; returns the token's values by identifier. */
  static Map<String, String> assertIssued(Answer answer) {
    return identities(assertIssued(answer, RealmTemplate.SECRET));
  }

  /**
   * Checks that it is a login for Helpshift, signed with that secret; returns the token's payload.
   */
  static ObjectNode assertIssued(Answer answer, String secret) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    return verified(answer.json().get("identity_token").asText(), secret);
  }

  /** Checks that Helpshift would accept the token; returns its payload. */
  static ObjectNode verified(String token, String secret) {
    assertThat(Jose.header(token)).hasToString("{\"typ\":\"JWT\",\"alg\":\"HS256\"}");
    ObjectNode payload = Jose.verified(token, secret);
    assertThat(payload.fieldNames()).toIterable().containsExactlyInAnyOrder("identities", "iat");
    assertThat(payload.get("iat").isIntegralNumber()).isTrue();
    assertThat(payload.get("iat").asLong())
        .isBetween(Instant.now().getEpochSecond() - 75, Instant.now().getEpochSecond() - 60);
    return payload;
  }

  static Map<String, String> identities(JsonNode payload) {
    Map<String, String> identities = new LinkedHashMap<>();
    payload
        .get("identities")
        .forEach(one -> identities.put(one.get("identifier").asText(), one.get("value").asText()));
    return identities;
  }
}
