package io.github.keycloakhelpshift.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SharedSecretTest {

  private static final String THIRTY_TWO = "0123456789abcdef0123456789abcdef";

  @ParameterizedTest(name = "{0}")
  @DisplayName("key bytes = the UTF-8 bytes of the secret: no base64 decoding, no trimming inside")
  @ValueSource(
      strings = {
        THIRTY_TWO,
        // Base64, hex and white space inside are not changed.
        "c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==",
        "two words  and\ta tab, thirty-two or more bytes",
        "gr\u00fc\u00dfe-\u65e5\u672c\u8a9e-\uD83D\uDE00-gr\u00fc\u00dfe-gr\u00fc\u00dfe"
      })
  void keyBytes(String text) {
    SharedSecret secret = SharedSecret.of(text, LoginMethod.IDENTITIES);

    assertThat(secret.key().getEncoded()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    assertThat(secret.key().getAlgorithm()).isEqualTo("HmacSHA256");
  }

  @ParameterizedTest
  @DisplayName("a blank secret is refused")
  @NullSource
  @ValueSource(strings = {"", " ", "\t\n"})
  void blank(String text) {
    assertThatThrownBy(() -> SharedSecret.of(text, LoginMethod.IDENTITIES))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessage("The shared secret is blank.");
  }

  @ParameterizedTest
  @DisplayName("a secret with surrounding white space is refused, not trimmed")
  @ValueSource(
      strings = {" " + THIRTY_TWO, THIRTY_TWO + " ", THIRTY_TWO + "\n", THIRTY_TWO + "\u00a0"})
  void surroundingWhiteSpace(String text) {
    assertThatThrownBy(() -> SharedSecret.of(text, LoginMethod.IDENTITIES))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("white space at an end")
        .hasMessageNotContaining(THIRTY_TWO);
  }

  @Test
  @DisplayName("without User Hub a secret may be short: HMAC takes any key")
  void shortForUserAuthToken() {
    assertThat(SharedSecret.of("s", LoginMethod.USER_AUTH_TOKEN).key().getEncoded()).hasSize(1);
    assertThatThrownBy(() -> SharedSecret.of(" ", LoginMethod.USER_AUTH_TOKEN))
        .isInstanceOf(InvalidSecretException.class);
  }

  @Test
  @DisplayName("a secret under 32 bytes is refused; the message has its length")
  void tooShort() {
    String text = THIRTY_TWO.substring(1);

    assertThatThrownBy(() -> SharedSecret.of(text, LoginMethod.IDENTITIES))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("has 31 bytes; HS256 needs at least 32")
        .hasMessageNotContaining(text);
  }

  @Test
  @DisplayName("bytes are counted, not characters")
  void countsBytes() {
    assertThat(SharedSecret.of("\u00fc".repeat(16), LoginMethod.IDENTITIES).key().getEncoded())
        .hasSize(32);
    assertThatThrownBy(() -> SharedSecret.of("\u00fc".repeat(15) + "x", LoginMethod.IDENTITIES))
        .hasMessageContaining("31 bytes");
  }

  @Test
  @DisplayName("half a character can't be encoded: all such secrets would be the same key")
  void malformed() {
    assertThatThrownBy(() -> SharedSecret.of("\uD83D".repeat(32), LoginMethod.IDENTITIES))
        .isInstanceOf(InvalidSecretException.class)
        .hasMessageContaining("not well-formed");
  }

  @Test
  @DisplayName("toString never shows the secret")
  void toStringShowsNothing() {
    assertThat(SharedSecret.of(THIRTY_TWO, LoginMethod.IDENTITIES))
        .hasToString("SharedSecret[***]");
  }
}
