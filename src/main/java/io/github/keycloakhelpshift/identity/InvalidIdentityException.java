package io.github.keycloakhelpshift.identity;

import java.util.Optional;

/**
 * Thrown for an identity or a token that Helpshift would refuse. The message says which rule it
 * breaks and by how much, and never contains the value.
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

  public Violation violation() {
    return violation;
  }

  /** Returns the type of the identity that breaks it; empty if the token as a whole does. */
  public Optional<IdentityType> type() {
    return Optional.ofNullable(type);
  }
}
