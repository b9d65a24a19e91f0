package io.github.keycloakhelpshift.identity;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** What Helpshift's rules ask of a text. */
final class Text {

  /**
   * Helpshift asks for "a valid email" and says no more, so this asks for little: something, one
   * {@code @}, something, and no white space. Used both ways: an email must match, a uid must not.
   */
  private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+");

  private Text() {}

  static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  static boolean hasSurroundingWhiteSpace(String text) {
    return !text.equals(text.strip());
  }

  /** Whether UTF-8 can say it, and so whether what arrives is what was sent. */
  static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
