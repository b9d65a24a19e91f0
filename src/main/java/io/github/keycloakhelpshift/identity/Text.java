package io.github.keycloakhelpshift.identity;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** What Helpshift's rules ask of a text. */
public final class Text {

  private static final String TYPED = " \t\r\n";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** RFC 5322's "specials", but for the dot and the {@code @}. */
  private static final String TO_BE_QUOTED = "()<>[]:;,\\\"";

  /** Unicode's Default_Ignorable_Code_Point, as far as it is not of the type FORMAT. */
  private static final Pattern IGNORABLE =
      Pattern.compile(
          "[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2065}\\x{3164}"
              + "\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{FFF0}-\\x{FFF8}\\x{E0000}-\\x{E0FFF}]");

  private Text() {}

  /**
   * Helpshift asks for "a valid email" and says no more, so this asks for little: something, one
   * {@code @}, something, no white space, and none of the characters that an address must quote.
   * Used both ways: an email must be one, a uid must not. The id of a federated user, {@code
   * f:<provider>:ann@corp.example}, is none.
   */
  static boolean isEmail(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at < text.length() - 1
        && at == text.lastIndexOf('@')
        && text.chars().noneMatch(one -> isSpace(one) || TO_BE_QUOTED.indexOf(one) >= 0);
  }

  /**
   * Whether it holds a character that nobody sees: a control character, one that turns the
   * direction of the text, or one that Unicode lets be ignored. Two texts that differ only by such
   * a character look the same to a reader.
   */
  static boolean hasInvisible(String text) {
    return text.codePoints().anyMatch(Text::isInvisible);
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> IGNORABLE.matcher(Character.toString(codePoint)).matches();
    };
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
