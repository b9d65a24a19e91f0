package io.github.keycloakhelpshift.settings;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The types of widget options. Options that Helpshift documents have their type, others are text.
 */
enum WidgetOptionType {
  TEXT,
  BOOLEAN,
  NUMBER,
  LIST;

  private static final Map<String, WidgetOptionType> KNOWN =
      Map.of(
          "fullScreen", BOOLEAN,
          "showLauncher", BOOLEAN,
          "initiateChatOnLoad", BOOLEAN,
          "clearAnonymousUserOnLogin", BOOLEAN,
          "zIndex", NUMBER,
          "tags", LIST);

  private static final Pattern WHOLE_NUMBER = Pattern.compile("0|-?[1-9]\\d{0,8}");

  /** Returns the type of the option with that name. */
  static WidgetOptionType of(String option) {
    return KNOWN.getOrDefault(option, TEXT);
  }

  /**
   * Returns the value for JSON.
   *
   * @throws InvalidSettingException if the text is not of this type
   */
  Object read(String text) {
    return switch (this) {
      case TEXT -> text;
      case BOOLEAN -> Values.bool(text);
      case NUMBER -> number(text);
      case LIST ->
          Arrays.stream(text.split(","))
              .map(String::strip)
              .filter(part -> !part.isEmpty())
              .toList();
    };
  }

  private static Integer number(String text) {
    if (!WHOLE_NUMBER.matcher(text).matches()) {
      throw new InvalidSettingException("is not a whole number of at most nine digits");
    }
    return Integer.valueOf(text);
  }
}
