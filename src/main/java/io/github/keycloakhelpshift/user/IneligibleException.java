package io.github.keycloakhelpshift.user;

/**
 * Thrown for a user who can't have an identity token. The message says why, and never contains
 * somebody's value.
 */
public final class IneligibleException extends Exception {
  private static final long serialVersionUID = 1L;

  IneligibleException(Ineligible reason) {
    super(reason.description());
  }
}
