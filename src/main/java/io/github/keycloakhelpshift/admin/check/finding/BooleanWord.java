package io.github.keycloakhelpshift.admin.check.finding;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A word that somebody may have written for true or false. */
public record BooleanWord(String text) {

  private static final Set<String> TRUE =
      Set.of("true yes on 1 y ja wahr enabled always all everybody oui t".split(" "));
  private static final Set<String> FALSE =
      Set.of("false no off 0 n nein falsch disabled never nobody non f".split(" "));

  /** Returns what the word means, also with a typing mistake; empty if it is neither. */
  public Optional<Boolean> meant() {
    String word = new Spelling(text).unquoted().toLowerCase(Locale.ROOT);
    if (TRUE.contains(word)) {
      return Optional.of(true);
    }
    return FALSE.contains(word)
        ? Optional.of(false)
        : new Spelling(word).nearest(List.of("true", "false")).map(Boolean::valueOf);
  }
}
