package io.github.keycloakhelpshift.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The types of user data fields: the rules for their text. All of them are sent as strings. */
public enum FieldType {
  TEXT("text of at most 1,000 characters", 1_000, text -> true),
  CUSTOM("text of at most 255 characters", 255, text -> true),
  MULTILINE_SHORT(
      "text of at most 1,000 characters, the limit of the page's calls", 1_000, text -> true),
  MULTILINE("text of at most 100,000 characters", 100_000, text -> true),
  INTEGER("a whole number", 20, matching("-?\\d+")),
  DECIMAL("a number, with or without decimals", 40, matching("-?\\d+(\\.\\d+)?")),
  AGE("a whole number from 1 to 149", 3, matching("[1-9]\\d?|1[0-4]\\d")),
  BOOLEAN("true or false", 5, matching("true|false")),
  EPOCH_SECONDS("seconds since 1970-01-01, a whole number", 12, matching("\\d+")),
  LANGUAGE(
      "an ISO 639-1 language code, for example en", 2, Set.of(Locale.getISOLanguages())::contains),
  APP_VERSION("text of at most 10 characters", 10, text -> true),
  PAYING_SEGMENT(
      "low_paying, medium_paying, high_paying or non_paying",
      13,
      Set.of("low_paying", "medium_paying", "high_paying", "non_paying")::contains);

  private final String description;
  private final int maxLength;
  private final Predicate<String> form;

  FieldType(String description, int maxLength, Predicate<String> form) {
    this.description = description;
    this.maxLength = maxLength;
    this.form = form;
  }

  /** Returns why a text that it does not take is left out. */
  Reason refusal() {
    return Reason.of("is not " + description);
  }

  /** Returns in words what a value must be. */
  public String description() {
    return description;
  }

  /** The new codes of ISO 639-1 by the old ones. */
  private static final Map<String, String> RENAMED = Map.of("iw", "he", "in", "id", "ji", "yi");

  /** Returns the value in the form that Helpshift knows: pt for the language tag pt-BR. */
  String normalized(String value) {
    if (this != LANGUAGE) {
      return value;
    }
    String language = value.split("[-_]", 2)[0].toLowerCase(Locale.ROOT);
    return RENAMED.getOrDefault(language, language);
  }

  boolean takes(String value) {
    return !Text.isBlank(value)
        && value.length() <= maxLength
        && Text.isWellFormed(value)
        && form.test(value);
  }

  private static Predicate<String> matching(String regex) {
    return Pattern.compile(regex).asMatchPredicate();
  }
}
