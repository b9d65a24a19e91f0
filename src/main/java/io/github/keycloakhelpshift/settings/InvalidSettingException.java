package io.github.keycloakhelpshift.settings;

/**
 * Thrown for an invalid value of a setting. The message continues the setting's name ("is not …").
 * It does not repeat the value, because an admin may have pasted a secret into the wrong field.
 */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidSettingException(String message) {
    super(message);
  }
}
