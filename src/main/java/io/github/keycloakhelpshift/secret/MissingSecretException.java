package io.github.keycloakhelpshift.secret;

import io.github.keycloakhelpshift.identity.Reason;

/**
 * Thrown if there is no usable shared secret. The message is for logs and admins, and never
 * contains a secret.
 */
public final class MissingSecretException extends Exception {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  MissingSecretException(Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
