package io.github.keycloakhelpshift.user;

import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.light.LightweightUserAdapter;

/** Why a user may have no identity token. */
public enum Ineligible {
  NOT_SIGNED_IN("Nobody is signed in."),
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

  /** Why that person may have no token; without a session, as far as the user tells. */
  static Optional<Ineligible> check(Person person) {
    return check(person.user()).or(() -> person.userSession().flatMap(Ineligible::check));
  }

  private static Optional<Ineligible> check(UserModel user) {
    if (!user.isEnabled()) {
      return Optional.of(DISABLED_USER);
    }
    if (user.getServiceAccountClientLink() != null) {
      return Optional.of(SERVICE_ACCOUNT);
    }
    return LightweightUserAdapter.isLightweightUser(user)
        ? Optional.of(TRANSIENT_USER)
        : Optional.empty();
  }

  private static Optional<Ineligible> check(UserSessionModel userSession) {
    if (EXAMPLE_AUTH.equals(userSession.getAuthMethod())) {
      return Optional.of(EXAMPLE);
    }
    return isImpersonated(userSession) ? Optional.of(IMPERSONATED) : Optional.empty();
  }

  /** By an admin in the console, or by a client through token exchange. */
  private static boolean isImpersonated(UserSessionModel userSession) {
    // Token exchange writes its note when the mappers have run already; sessions that stem from an
    // impersonated one have only the notes.
    return IMPERSONATE_AUTH.equals(userSession.getAuthMethod())
        || userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null
        || userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_CLIENT.toString()) != null;
  }
}
