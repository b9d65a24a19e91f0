package io.github.keycloakhelpshift.token;

import io.github.keycloakhelpshift.identity.Reason;

/**
 * Thrown for a text that can't be a shared secret. The message says why, and never contains the
 * text.
 */
public final class InvalidSecretException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;

  InvalidSecretException(Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
