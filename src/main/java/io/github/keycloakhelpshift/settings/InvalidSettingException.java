package io.github.keycloakhelpshift.settings;

import java.util.List;

/**
 * Thrown for an invalid value of a setting. The message continues the setting's name ("is not …").
 * It does not repeat the value, because an admin may have pasted a secret into the wrong field.
 */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String pattern;
  private final transient List<String> arguments;

  InvalidSettingException(String pattern, String... arguments) {
    super(arguments.length == 0 ? pattern : pattern.formatted((Object[]) arguments));
    this.pattern = pattern;
    this.arguments = List.of(arguments);
  }

  /** Returns the problem that this is for a setting. */
  SettingProblem of(String key) {
    return new SettingProblem(key, pattern, arguments, true);
  }
}
