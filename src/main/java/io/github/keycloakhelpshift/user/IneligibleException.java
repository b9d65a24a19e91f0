package io.github.keycloakhelpshift.user;

/** A user who may have no identity token. The message says why and holds nobody's value. */
public final class IneligibleException extends Exception {
  private static final long serialVersionUID = 1L;

  IneligibleException(Ineligible reason) {
    super(reason.description());
  }
}
