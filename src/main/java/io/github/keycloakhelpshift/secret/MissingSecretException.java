package io.github.keycloakhelpshift.secret;

/** No usable shared secret. The message is for logs and admins; it never holds a secret. */
public final class MissingSecretException extends Exception {
  private static final long serialVersionUID = 1L;

  MissingSecretException(String message) {
    super(message);
  }
}
