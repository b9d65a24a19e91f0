package io.github.keycloakhelpshift.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pattern of a setting's key: words between dots. A name in angle brackets makes it match many
 * keys, for example {@code helpshift.identity.<identifier>.metadata.<key>}.
 */
final class KeyPattern {

  static final String PREFIX = "helpshift.";

  private static final Pattern NAME = Pattern.compile("<\\w+>");

  private final String text;
  private final String start;
  private final Pattern regex;

  KeyPattern(String text) {
    this.text = text;
    this.start = text.substring(0, text.contains("<") ? text.indexOf('<') : text.length());
    this.regex =
        Pattern.compile(
            Arrays.stream(text.split("\\."))
                .map(KeyPattern::regexOf)
                .collect(Collectors.joining("\\.")));
  }

  /**
   * Returns the regex of a word. {@code <identifier>} and {@code <option>} match no dot; {@code
   * <key>} and {@code <field>} do.
   */
  private static String regexOf(String word) {
    return switch (word) {
      case "<identifier>", "<option>" -> "([^.]+)";
      case "<key>", "<field>" -> "(.+)";
      default -> Pattern.quote(word);
    };
  }

  /** Returns the names in a key, in their order; empty if the key does not match. */
  Optional<List<String>> namesIn(String key) {
    if (!key.startsWith(start)) {
      // Saves each request about two hundred matchers.
      return Optional.empty();
    }
    Matcher matcher = regex.matcher(key);
    return matcher.matches() ? Optional.of(groups(matcher.toMatchResult())) : Optional.empty();
  }

  private static List<String> groups(MatchResult match) {
    return IntStream.rangeClosed(1, match.groupCount()).mapToObj(match::group).toList();
  }

  String key(String... names) {
    String key = text;
    for (String name : names) {
      key = NAME.matcher(key).replaceFirst(Matcher.quoteReplacement(name));
    }
    return key;
  }

  boolean hasNames() {
    return text.contains("<");
  }

  @Override
  public String toString() {
    return text;
  }
}
