package io.github.keycloakhelpshift.token;

import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.Text;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The shared secret of a Helpshift app. Its key is the UTF-8 bytes of the text that Helpshift's
 * dashboard shows: not decoded, not trimmed. It leaves this class only as a key.
 */
public final class SharedSecret {

  private final SecretKey key;

  private SharedSecret(byte[] bytes) {
    this.key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /**
   * Returns the secret of that text.
   *
   * @throws InvalidSecretException if it is blank, has white space at an end, is no well-formed
   *     text or is too short for HS256
   */
  public static SharedSecret of(String text, LoginMethod method) {
    if (text == null || Text.isBlank(text)) {
      throw new InvalidSecretException(Reason.of("The shared secret is blank."));
    }
    if (Text.hasSurroundingWhiteSpace(text)) {
      throw new InvalidSecretException(
          Reason.of("The shared secret has white space at an end: copy it again, without it."));
    }
    if (text.chars().allMatch(character -> character == '*')) {
      throw new InvalidSecretException(
          Reason.of(
              "The shared secret is a mask, as an export shows it: enter the secret itself again."));
    }
    if (!Text.isWellFormed(text)) {
      throw new InvalidSecretException(
          Reason.of("The shared secret is not well-formed Unicode: copy it again, whole."));
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (bytes.length < method.minSecretBytes()) {
      throw new InvalidSecretException(
          Reason.of(
              "The shared secret has %s bytes; HS256 needs at least %s. Copy it whole from Helpshift's"
                  + " dashboard.",
              bytes.length, method.minSecretBytes()));
    }
    return new SharedSecret(bytes);
  }

  SecretKey key() {
    return key;
  }

  @Override
  public String toString() {
    return "SharedSecret[***]";
  }
}
