package io.github.keycloakhelpshift.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.simulator.HelpshiftSimulator;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("userAuthToken")
class UserAuthTokenTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The digests are OpenSSL's: {@code openssl dgst -sha256 -hmac secret -binary | base64}. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @DisplayName("is Base64 of HMAC-SHA256 over the id, followed at once by the email")
  @CsvSource({
    "secret, u-1, '', inVvelUI9z/fpCW552JEO8/P5fNyqzZDqJDdzSQz9Zk=",
    "secret, '', ann@example.com, vqxXSP6IHyFOqLj3s13SRS9yjok5BFSZ+PvmWdqV9A8=",
    "secret, u-1, ann@example.com, QpJy5w+DvmiNvJnIqr7HYkSEdLNy+SC48dbV9Q1WaUU=",
    "secret, ü-1, änn@example.com, EnJNh1krR9TSHUfCE5GOBHnF+suEAliwMad1NWsLZZM=",
    "sécrèt-日本, u-1, ann@example.com, +NCpfNuVbteoAnEH+zRZ8vLJ1vw+XvTr04ecubcmnB4="
  })
  void knownVectors(String secret, String userId, String userEmail, String digest) {
    assertThat(digest(secret, userId, userEmail, false)).isEqualTo(digest);
  }

  /** The simulator's HMAC is RFC 2104 written out, not Java's. */
  @ParameterizedTest(name = "{0}, full privacy: {3}")
  @DisplayName("is what Helpshift computes, under full privacy over the id only")
  @CsvSource({
    "s, u-1, ann@example.com, false",
    "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef0, u-1, a@b.c, false",
    "sécrèt, 日本-1, änn@example.com, false",
    "secret, u-1, '', true"
  })
  void accepted(String secret, String userId, String userEmail, boolean fullPrivacy)
      throws Exception {
    try (HelpshiftSimulator helpshift =
        HelpshiftSimulator.start(0).legacyApp("platform", "acme", secret)) {
      String verdict =
          helpshift
              .handle(
                  "POST",
                  "/simulator/verify",
                  JSON.writeValueAsString(
                      Map.of(
                          "platformId", "platform",
                          "userId", userId,
                          "userEmail", userEmail,
                          "userAuthToken", digest(secret, userId, userEmail, fullPrivacy),
                          "fullPrivacy", fullPrivacy)))
              .body();

      assertThat(JSON.readTree(verdict).path("reason").isNull()).as(verdict).isTrue();
      assertThat(helpshift.verifications()).singleElement().matches(one -> one.accepted());
    }
  }

  private static String digest(
      String secret, String userId, String userEmail, boolean fullPrivacy) {
    VerifiedUser user =
        new VerifiedUser(present(userId), present(userEmail), Optional.empty(), fullPrivacy);
    return UserAuthToken.of(user, SharedSecret.of(secret, LoginMethod.USER_AUTH_TOKEN));
  }

  private static Optional<String> present(String text) {
    return Optional.of(text).filter(one -> !one.isEmpty());
  }
}
