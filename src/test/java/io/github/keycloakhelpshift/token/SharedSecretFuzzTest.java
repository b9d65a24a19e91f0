package io.github.keycloakhelpshift.token;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.keycloakhelpshift.fuzz.Canary;
import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.support.Jose;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;

/**
 * A secret is refused with a reason, or another library verifies its signature with the same bytes.
 */
class SharedSecretFuzzTest {

  private static final IdentityToken TOKEN =
      new IdentityToken(
          List.of(new Identity(IdentityType.UID, "8f1c")), Instant.ofEpochSecond(1), false);

  @FuzzTest
  void signsOrIsRefused(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    try {
      SharedSecret secret = SharedSecret.of(text, LoginMethod.IDENTITIES);

      assertThat(Jose.verified(IdentityTokenSigner.sign(TOKEN, secret), text)).isNotNull();
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
      assertThat(bytes.length).isGreaterThanOrEqualTo(32);
      assertThat(text.charAt(0)).matches(SharedSecretFuzzTest::isVisible);
      assertThat(text.charAt(text.length() - 1)).matches(SharedSecretFuzzTest::isVisible);
      assertThat(secret.toString()).doesNotContain(text);
    } catch (InvalidSecretException e) {
      assertMessageHoldsNoSecret(text);
    }
  }

  private static boolean isVisible(char character) {
    return !Character.isWhitespace(character) && !Character.isSpaceChar(character);
  }

  private static void assertMessageHoldsNoSecret(String text) {
    for (String secret : List.of(Canary.in(text), Canary.in(text) + " ")) {
      try {
        SharedSecret.of(secret, LoginMethod.IDENTITIES);
      } catch (InvalidSecretException e) {
        Canary.assertNotIn(e.getMessage());
      }
    }
  }
}
