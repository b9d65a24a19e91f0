package io.github.keycloakhelpshift.identity;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** What Helpshift's rules ask of a text. */
public final class Text {

  private static final String TYPED = " \t\r\n";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private Text() {}

  /**
   * Helpshift asks for "a valid email" and says no more, so this asks for little: something, one
   * {@code @}, something, and no white space. Used both ways: an email must be one, a uid must not.
   */
  static boolean isEmail(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at < text.length() - 1
        && at == text.lastIndexOf('@')
        && text.chars().noneMatch(Text::isSpace);
  }

  /**
   * The text without the white space at its ends: that of JavaScript's {@code trim}, no-break
   * spaces among it, which Java's {@code strip} leaves.
   */
  public static String strip(String text) {
    return strip(text, Text::isSpace);
  }

  /** The text without the spaces, tabs and line ends at its ends: what slips in when one types. */
  public static String stripTyped(String text) {
    return strip(text, character -> TYPED.indexOf(character) >= 0);
  }

  private static String strip(String text, IntPredicate isDropped) {
    int start = 0;
    int end = text.length();
    while (start < end && isDropped.test(text.charAt(start))) {
      start++;
    }
    while (start < end && isDropped.test(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /**
   * Whether they are the same but for the case of ASCII letters. Java's {@code equalsIgnoreCase}
   * takes a dotless i for an i, and so another domain for this one.
   */
  public static boolean equalsIgnoringAsciiCase(String one, String other) {
    return Pattern.compile(one, Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
        .matcher(other)
        .matches();
  }

  private static boolean isSpace(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character == BYTE_ORDER_MARK;
  }

  /** Whether there is nothing but white space. */
  public static boolean isBlank(String text) {
    return strip(text).isEmpty();
  }

  /** Whether it begins or ends with white space. */
  public static boolean hasSurroundingWhiteSpace(String text) {
    return strip(text).length() < text.length();
  }

  /** Whether UTF-8 can say it, and so whether what arrives is what was sent. */
  public static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
