package io.github.keycloakhelpshift.settings;

/**
 * A value that a setting can't have. The message continues the setting's name ("is not …") and does
 * not repeat the value: an admin may have pasted a secret into the wrong field.
 */
public final class InvalidSettingException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidSettingException(String message) {
    super(message);
  }
}
