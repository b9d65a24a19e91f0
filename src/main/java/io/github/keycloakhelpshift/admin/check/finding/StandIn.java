package io.github.keycloakhelpshift.admin.check.finding;

import java.util.regex.Pattern;

/** A text in the place of a value: a reference to the vault, or a placeholder of another tool. */
public record StandIn(String text) {

  private static final Pattern REFERENCE =
      Pattern.compile("(?is)[\"'`]?[$#%]?\\s*[{(]?\\s*vault\\s*[.:/].*");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)\\$\\{(?!vault\\.)[^}]*}|\\$\\([^)]*\\)|\\{\\{.*?}}|#\\{[^}]*}"
              + "|^(<[^<>]+>|%\\w+%|@[\\w.]+@|(?-i:\\$[A-Z][A-Z0-9_]+))$");

  /** Whether it was meant as a reference to the vault, in its form or nearly so. */
  public boolean isReference() {
    return REFERENCE.matcher(text.strip()).matches();
  }

  /** Whether another tool should have replaced it, or a part of it, by a value. */
  public boolean isPlaceholder() {
    return PLACEHOLDER.matcher(text.strip()).find();
  }
}
