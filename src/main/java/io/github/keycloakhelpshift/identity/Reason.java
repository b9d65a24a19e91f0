package io.github.keycloakhelpshift.identity;

import java.util.List;
import java.util.Locale;

/**
 * The reason why something is left out or can't be used, in words. The bundle {@code reasons} has
 * the translations, by the English text.
 *
 * @param pattern the reason in English; never contains a secret or somebody's value
 * @param arguments what the pattern names; a localized one is translated, too
 */
public record Reason(String pattern, List<?> arguments) implements Localized {

  /** Makes a reason of a pattern and its arguments. */
  public static Reason of(String pattern, Object... arguments) {
    return new Reason(pattern, List.of(arguments));
  }

  @Override
  public String text(Locale language) {
    String text = new Translations(Reason.class, "reasons", language).find(pattern).orElse(pattern);
    return arguments.isEmpty()
        ? text
        : text.formatted(
            arguments.stream()
                .map(one -> one instanceof Localized localized ? localized.text(language) : one)
                .toArray());
  }

  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }
}
