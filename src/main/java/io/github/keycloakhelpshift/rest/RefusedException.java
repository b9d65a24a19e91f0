package io.github.keycloakhelpshift.rest;

/** A call is refused. The message is the reason for events and logs: it holds nobody's value. */
final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  RefusedException(Refusal refusal) {
    this(refusal, refusal.description());
  }

  RefusedException(Refusal refusal, String reason) {
    super(reason);
    this.refusal = refusal;
  }

  Refusal refusal() {
    return refusal;
  }
}
