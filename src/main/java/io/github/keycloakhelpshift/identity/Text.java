package io.github.keycloakhelpshift.identity;

import java.nio.charset.StandardCharsets;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** The checks of texts that Helpshift's rules need. */
public final class Text {

  private static final String TYPED = " \t\r\n";
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /** RFC 5322's "specials" without the dot and the {@code @}. */
  private static final String TO_BE_QUOTED = "()<>[]:;,\\\"";

  /** Unicode's Default_Ignorable_Code_Point, without those of the type FORMAT. */
  private static final Pattern IGNORABLE =
      Pattern.compile(
          "[\\x{34F}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}\\x{180B}-\\x{180F}\\x{2065}\\x{3164}"
              + "\\x{FE00}-\\x{FE0F}\\x{FFA0}\\x{FFF0}-\\x{FFF8}\\x{E0000}-\\x{E0FFF}]");

  private Text() {}

  /**
   * Whether the text is an email address. Helpshift says only "a valid email", so this requires
   * little: something, one {@code @}, something, no white space, and no character that an address
   * must quote. An email must pass this check, a uid must fail it. The id of a federated user,
   * {@code f:<provider>:ann@corp.example}, fails it.
   */
  static boolean isEmail(String text) {
    int at = text.indexOf('@');
    return at > 0
        && at < text.length() - 1
        && at == text.lastIndexOf('@')
        && text.chars().noneMatch(one -> isSpace(one) || TO_BE_QUOTED.indexOf(one) >= 0);
  }

  /**
   * Whether the text contains an invisible character: a control character, one that changes the
   * direction of the text, or one that Unicode allows programs to ignore. Two texts that differ
   * only in such a character look the same to a reader.
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
   * Returns the text without white space at its ends. Removes the same characters as JavaScript's
   * {@code trim}: also no-break spaces, which Java's {@code strip} leaves.
   */
  public static String strip(String text) {
    return strip(text, Text::isSpace);
  }

  /**
   * Returns the text without spaces, tabs and line ends at its ends, which people type by mistake.
   */
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
   * Whether the texts are the same if the case of ASCII letters is ignored. Java's {@code
   * equalsIgnoreCase} treats a dotless i as an i, and so another domain as this one.
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

  /** Whether there is only white space. */
  public static boolean isBlank(String text) {
    return strip(text).isEmpty();
  }

  /** Whether the text begins or ends with white space. */
  public static boolean hasSurroundingWhiteSpace(String text) {
    return strip(text).length() < text.length();
  }

  /** Whether UTF-8 can encode the text, so that it arrives unchanged. */
  public static boolean isWellFormed(String text) {
    return StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
