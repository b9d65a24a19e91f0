package io.github.keycloakhelpshift.settings;

import java.util.List;
import java.util.Locale;

/**
 * A problem of one setting. The bundle {@code problems} has the translations, by the English text.
 *
 * @param key the setting's key, as the admin wrote it
 * @param pattern what is wrong in English, as the continuation of the key; never contains the value
 * @param arguments what the pattern names
 * @param fatal whether it prevents tokens; an unknown key is not fatal, so that an older version of
 *     this extension can run beside a newer one
 */
public record SettingProblem(String key, String pattern, List<String> arguments, boolean fatal) {

  public SettingProblem(String key, String text, boolean fatal) {
    this(key, text, List.of(), fatal);
  }

  public String message() {
    return message(Locale.ENGLISH);
  }

  /** Returns what is wrong in that language, or else in English. */
  public String message(Locale language) {
    String text =
        new Translations(SettingProblem.class, "problems", language).find(pattern).orElse(pattern);
    return arguments.isEmpty() ? text : text.formatted(arguments.toArray());
  }

  /** Returns the key and what is wrong with it in that language. */
  public String text(Locale language) {
    return key + " " + message(language);
  }

  @Override
  public String toString() {
    return text(Locale.ENGLISH);
  }
}
