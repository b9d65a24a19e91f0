package io.github.keycloakhelpshift.user;

import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.light.LightweightUserAdapter;

/** Who is signed in and yet may have no identity token. */
public enum Ineligible {
  DISABLED_USER("The user is disabled."),
  SERVICE_ACCOUNT("A service account is no person."),
  TRANSIENT_USER("A transient user has no account that support could find again."),
  IMPERSONATED("An admin who impersonates a user is not that user."),
  EXAMPLE("An example that Keycloak generates for an admin is nobody's sign-in.");

  /** How Keycloak calls the session of its example tokens (client scopes, Evaluate). */
  private static final String EXAMPLE_AUTH = "example-auth";

  /** How Keycloak calls an impersonation, by an admin or by token exchange, from its beginning. */
  private static final String IMPERSONATE_AUTH = "impersonate";

  private final String description;

  Ineligible(String description) {
    this.description = description;
  }

  /** Why, in a sentence. */
  public String description() {
    return description;
  }

  /**
   * Why that user may have no token in that session; empty where he may.
   *
   * @param userSession the session; null to ask of the user alone
   */
  public static Optional<Ineligible> check(UserModel user, UserSessionModel userSession) {
    if (!user.isEnabled()) {
      return Optional.of(DISABLED_USER);
    }
    if (user.getServiceAccountClientLink() != null) {
      return Optional.of(SERVICE_ACCOUNT);
    }
    if (LightweightUserAdapter.isLightweightUser(user)) {
      return Optional.of(TRANSIENT_USER);
    }
    if (userSession == null) {
      return Optional.empty();
    }
    if (EXAMPLE_AUTH.equals(userSession.getAuthMethod())) {
      return Optional.of(EXAMPLE);
    }
    return isImpersonated(userSession) ? Optional.of(IMPERSONATED) : Optional.empty();
  }

  /** By an admin in the console, or by a client through token exchange. */
  private static boolean isImpersonated(UserSessionModel userSession) {
    // Token exchange writes its note when the mappers have run already; sessions that stem from an
    // impersonated one have the notes alone.
    return IMPERSONATE_AUTH.equals(userSession.getAuthMethod())
        || userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null
        || userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_CLIENT.toString()) != null;
  }
}
