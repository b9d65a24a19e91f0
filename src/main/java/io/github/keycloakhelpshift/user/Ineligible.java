package io.github.keycloakhelpshift.user;

/** The reasons why a user can't have an identity token. */
public enum Ineligible {
  NOT_SIGNED_IN("Nobody is signed in."),
  DISABLED_USER("The user is disabled."),
  SERVICE_ACCOUNT("A service account is not a person."),
  TRANSIENT_USER("A transient user has no account that support could find again."),
  TRANSIENT_SESSION(
      "Keycloak does not store this session: only a login makes a session that it stores."),
  FOREIGN_SESSION("The request comes from another session: an admin's or a tool's."),
  NO_LOGIN("The session did not begin with a login of this user: an admin or a client made it."),
  IMPERSONATED("Somebody who impersonates a user, or acts for them, is not that user.");

  private final String description;

  Ineligible(String description) {
    this.description = description;
  }

  /** Returns the reason in a sentence. */
  public String description() {
    return description;
  }
}
