package io.github.keycloakhelpshift.rest.caller;

/**
 * Thrown when a call is refused. The message is the reason for events and logs. It never contains
 * somebody's value.
 */
public final class RefusedException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Refusal refusal;

  public RefusedException(Refusal refusal) {
    this(refusal, refusal.description());
  }

  public RefusedException(Refusal refusal, String reason) {
    super(reason);
    this.refusal = refusal;
  }

  public Refusal refusal() {
    return refusal;
  }
}
