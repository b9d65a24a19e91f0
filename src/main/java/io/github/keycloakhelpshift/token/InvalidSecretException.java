package io.github.keycloakhelpshift.token;

/** A text that can't be a Helpshift app's shared secret. Says why, never what it is. */
public final class InvalidSecretException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  InvalidSecretException(String message) {
    super(message);
  }
}
