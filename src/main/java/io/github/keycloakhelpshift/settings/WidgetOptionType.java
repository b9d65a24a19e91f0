package io.github.keycloakhelpshift.settings;

import java.util.Map;

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
      case BOOLEAN -> Choice.BOOLEAN.parse(text);
      case NUMBER -> Integer.valueOf(TextForm.NUMBER.require(text));
      case LIST -> new CommaList(text).parts().toList();
    };
  }
}
