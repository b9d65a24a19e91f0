package io.github.keycloakhelpshift.admin.check.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Words that people write for true and false. */
public final class BooleanWords {

  private static final Set<String> TRUE =
      Set.of(
          "true",
          "yes",
          "on",
          "1",
          "y",
          "ja",
          "wahr",
          "enabled",
          "always",
          "all",
          "everybody",
          "oui",
          "t");
  private static final Set<String> FALSE =
      Set.of(
          "false",
          "no",
          "off",
          "0",
          "n",
          "nein",
          "falsch",
          "disabled",
          "never",
          "nobody",
          "non",
          "f");

  private BooleanWords() {}

  /** Returns what a word means, also with a typing mistake; empty if it is neither. */
  public static Optional<Boolean> of(String text) {
    String word = Suggestion.unquoted(text).toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return Optional.of(true);
    }
    return FALSE.contains(word)
        ? Optional.of(false)
        : Suggestion.of(word, List.of("true", "false")).map(Boolean::valueOf);
  }
}
