package io.github.keycloakhelpshift.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("The simulated Helpshift without User Hub")
class HelpshiftVerificationTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HelpshiftSimulator simulator =
      HelpshiftSimulator.start(0).legacyApp("platform", "acme", "secret");

  @AfterEach
  void close() {
    simulator.close();
  }

  /** The tokens are OpenSSL's: {@code openssl dgst -sha256 -hmac secret -binary | base64}. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "u-1, '', inVvelUI9z/fpCW552JEO8/P5fNyqzZDqJDdzSQz9Zk=",
    "'', ann@example.com, vqxXSP6IHyFOqLj3s13SRS9yjok5BFSZ+PvmWdqV9A8=",
    "u-1, ann@example.com, QpJy5w+DvmiNvJnIqr7HYkSEdLNy+SC48dbV9Q1WaUU=",
    "ü-1, änn@example.com, EnJNh1krR9TSHUfCE5GOBHnF+suEAliwMad1NWsLZZM="
  })
  @DisplayName("verifies a user by the digest of id and email")
  void verifies(String userId, String userEmail, String token) throws Exception {
    assertThat(reason(userId, userEmail, token, false)).isEqualTo("null");
    assertThat(simulator.verifications())
        .containsExactly(new Verification("platform", userId, userEmail, false, ""));
  }

  @ParameterizedTest(name = "\"{0}\": {1}")
  @CsvSource({
    "'', missing user auth token",
    "another, invalid user auth token",
    "QpJy5w+DvmiNvJnIqr7HYkSEdLNy+SC48dbV9Q1WaUU, invalid user auth token",
    "inVvelUI9z/fpCW552JEO8/P5fNyqzZDqJDdzSQz9Zk=, invalid user auth token"
  })
  @DisplayName("refuses a user with no token, or with another one")
  void refuses(String token, String message) throws Exception {
    assertThat(reason("u-1", "ann@example.com", token, false)).isEqualTo(message);
    assertThat(simulator.verifications()).noneMatch(Verification::accepted);
  }

  @Test
  @DisplayName("verifies by the id only under full privacy")
  void fullPrivacy() throws Exception {
    assertThat(
            reason("u-1", "ann@example.com", "inVvelUI9z/fpCW552JEO8/P5fNyqzZDqJDdzSQz9Zk=", true))
        .isEqualTo("null");
    assertThat(
            reason("u-1", "ann@example.com", "QpJy5w+DvmiNvJnIqr7HYkSEdLNy+SC48dbV9Q1WaUU=", true))
        .isEqualTo("invalid user auth token");
  }

  @Test
  @DisplayName("takes a secret that is longer than a block of SHA-256")
  void longSecret() throws Exception {
    simulator.legacyApp("platform", "acme", "k".repeat(100));
    assertThat(reason("a", "", "3WlvBkTKt7Kdo0hQGaFHYDCRWLZGyI1m7fP/YGalXd8=", false))
        .isEqualTo("null");
  }

  @Test
  @DisplayName("knows no identities")
  void noIdentities() throws Exception {
    assertThat(ask("login", Map.of("platformId", "platform", "token", "")).path("reason").asText())
        .isEqualTo("IDENTITIES_FEATURE_DISABLED");
  }

  @Test
  @DisplayName("has another secret than User Hub for an app that has both")
  void both() throws Exception {
    simulator.app("platform", "acme", "0123456789abcdef0123456789abcdef");
    assertThat(reason("u-1", "", "inVvelUI9z/fpCW552JEO8/P5fNyqzZDqJDdzSQz9Zk=", false))
        .isEqualTo("null");
    assertThat(ask("login", Map.of("platformId", "platform", "token", "")).path("reason").asText())
        .isEqualTo("IDENTITIES_INVALID_TOKEN");
  }

  private String reason(String userId, String userEmail, String token, boolean fullPrivacy)
      throws JsonProcessingException {
    return ask(
            "verify",
            Map.of(
                "platformId", "platform",
                "userId", userId,
                "userEmail", userEmail,
                "userAuthToken", token,
                "fullPrivacy", fullPrivacy))
        .path("reason")
        .asText();
  }

  private JsonNode ask(String call, Map<String, Object> body) throws JsonProcessingException {
    return JSON.readTree(
        simulator.handle("POST", "/simulator/" + call, JSON.writeValueAsString(body)).body());
  }
}
