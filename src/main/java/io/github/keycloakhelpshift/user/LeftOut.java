package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.IdentityType;

/**
 * An identity that is mapped and yet not sent.
 *
 * @param type which
 * @param reason why, as a stable name: a {@link io.github.keycloakhelpshift.identity.Violation}, or
 *     one of the constants here
 * @param description why, in words; never holds the value
 */
public record LeftOut(IdentityType type, String reason, String description) {

  /** The source has no value for this person: nothing is wrong. */
  public static final String ABSENT = "ABSENT";

  /** The address is not verified as this person's, and the policy asks for that. */
  public static final String EMAIL_NOT_VERIFIED = "EMAIL_NOT_VERIFIED";

  /** The attribute has several values, in an order that no database promises. */
  public static final String SEVERAL_VALUES = "SEVERAL_VALUES";

  /** A domain without User Hub knows only the uid and the email. */
  public static final String USER_HUB_ONLY = "USER_HUB_ONLY";

  /** Full privacy: Helpshift gets only the uid. */
  public static final String FULL_PRIVACY = "FULL_PRIVACY";

  /** The source has a value that is hidden from the viewer. */
  public static final String HIDDEN = "HIDDEN";

  /** What {@link #HIDDEN} means, in words. */
  public static final String HIDING = "hidden from the viewer";

  /** For an event: the identifier and the reason. */
  public String code() {
    return type.identifier() + ":" + reason;
  }
}
