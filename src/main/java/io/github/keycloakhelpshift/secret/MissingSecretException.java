package io.github.keycloakhelpshift.secret;

/**
 * Thrown if there is no usable shared secret. The message is for logs and admins, and never
 * contains a secret.
 */
public final class MissingSecretException extends Exception {
  private static final long serialVersionUID = 1L;

  MissingSecretException(String message) {
    super(message);
  }
}
