package io.github.keycloakhelpshift.identity;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * The reason why something is left out or can't be used, in words. The bundle {@code reasons} has
 * the translations, by the English text.
 *
 * @param pattern the reason in English; never contains a secret or somebody's value
 * @param arguments what the pattern names; a localized one is translated, too
 */
public record Reason(String pattern, List<?> arguments) implements Localized {

  public static Reason of(String pattern, Object... arguments) {
    return new Reason(pattern, List.of(arguments));
  }

  @Override
  public String text(Locale language) {
    String text = new Translations(Reason.class, "reasons", language).find(pattern).orElse(pattern);
    return filled(text, one -> one instanceof Localized localized ? localized.text(language) : one);
  }

  /** Needs no bundle, because user events and the log name reasons at each call. */
  @Override
  public String toString() {
    return filled(pattern, one -> one);
  }

  private String filled(String text, UnaryOperator<Object> words) {
    return arguments.isEmpty()
        ? text
        : text.formatted(arguments.stream().map(Object.class::cast).map(words).toArray());
  }
}
