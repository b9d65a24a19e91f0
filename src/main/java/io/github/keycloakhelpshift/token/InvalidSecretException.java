package io.github.keycloakhelpshift.token;

/**
 * Thrown for a text that can't be a shared secret. The message says why, and never contains the
 * text.
 */
public final class InvalidSecretException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidSecretException(String message) {
    super(message);
  }
}
