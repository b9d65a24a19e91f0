package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.IdentityType;

/**
 * An identity that is mapped but not sent.
 *
 * @param reason a stable name: a {@link io.github.keycloakhelpshift.identity.Violation}, or one of
 *     the constants here
 * @param description the reason in words; never contains the value
 */
public record LeftOut(IdentityType type, String reason, String description) {

  /** The source has no value for this person. This is normal. */
  public static final String ABSENT = "ABSENT";

  /** No source is set for it: it is left out of what an admin asks for. */
  public static final String NOT_MAPPED = "NOT_MAPPED";

  /** Keycloak has not verified the address as this person's, but the policy requires it. */
  public static final String EMAIL_NOT_VERIFIED = "EMAIL_NOT_VERIFIED";

  /** The attribute has several values, and no database guarantees their order. */
  public static final String SEVERAL_VALUES = "SEVERAL_VALUES";

  /** A domain without User Hub knows only the uid and the email. */
  public static final String USER_HUB_ONLY = "USER_HUB_ONLY";

  /** Full privacy: Helpshift gets only the uid. */
  public static final String FULL_PRIVACY = "FULL_PRIVACY";

  /** The source has a value that is hidden from the viewer. */
  public static final String HIDDEN = "HIDDEN";

  /** The description of {@link #HIDDEN}. */
  public static final String HIDING = "hidden from the viewer";

  /** Returns the identifier and the reason, for an event. */
  public String code() {
    return type.identifier() + ":" + reason;
  }
}
