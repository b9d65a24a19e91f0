package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.Reason;

/**
 * Thrown for an invalid value of a setting. The message continues the setting's name ("is not …").
 * It does not repeat the value, because an admin may have pasted a secret into the wrong field.
 */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  InvalidSettingException(String pattern, Object... arguments) {
    this(Reason.of(pattern, arguments));
  }

  private InvalidSettingException(Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  /** Returns the problem that this is for a setting. */
  SettingProblem of(String key) {
    return new SettingProblem(key, reason, true);
  }
}
