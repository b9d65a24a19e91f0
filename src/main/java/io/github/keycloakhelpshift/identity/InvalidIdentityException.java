package io.github.keycloakhelpshift.identity;

import java.util.Optional;

/**
 * An identity or a token that Helpshift would refuse. Says which rule is broken, by what, and by
 * how much; never says the value, which is somebody's.
 */
public final class InvalidIdentityException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final Violation violation;
  private final transient IdentityType type;

  InvalidIdentityException(IdentityType type, Violation violation) {
    super(type.identifier() + " " + violation.text());
    this.type = type;
    this.violation = violation;
  }

  InvalidIdentityException(
      IdentityType type, Violation violation, int length, int limit, String unit) {
    super(
        "%s %s: %d %s, at most %d"
            .formatted(type.identifier(), violation.text(), length, unit, limit));
    this.type = type;
    this.violation = violation;
  }

  InvalidIdentityException(Violation violation) {
    super("identity token " + violation.text());
    this.type = null;
    this.violation = violation;
  }

  /** The rule that is broken. */
  public Violation violation() {
    return violation;
  }

  /** The identity that breaks it; empty where the token as a whole does. */
  public Optional<IdentityType> type() {
    return Optional.ofNullable(type);
  }
}
