package io.github.keycloakhelpshift.user;

import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.protocol.LoginProtocol;

/** Why a user may have no identity token. */
public enum Ineligible {
  NOT_SIGNED_IN("Nobody is signed in."),
  DISABLED_USER("The user is disabled."),
  SERVICE_ACCOUNT("A service account is no person."),
  TRANSIENT_USER("A transient user has no account that support could find again."),
  TRANSIENT_SESSION("Keycloak keeps no such session: only a login makes one that it keeps."),
  FOREIGN_SESSION("Another session makes this request: an admin's, or a tool's."),
  NO_LOGIN("The session began without a login of this user: an admin or a client made it."),
  IMPERSONATED("An admin who impersonates a user is not that user.");

  /** How Keycloak calls a session that begins with the token of an external identity provider. */
  private static final String EXTERNAL_EXCHANGE = "external-exchange";

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
    return check(person.user())
        .or(() -> person.userSession().flatMap(userSession -> check(person, userSession)));
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

  /**
   * Only a session that the person's own login began, that Keycloak keeps, and that makes this very
   * request: what grants, policies and tools of Keycloak are still to come make others.
   */
  private static Optional<Ineligible> check(Person person, UserSessionModel userSession) {
    if (isImpersonated(userSession)) {
      return Optional.of(IMPERSONATED);
    }
    // Keycloak says so only in the request that makes the session: later it is null.
    if (userSession.getPersistenceState() == SessionPersistenceState.TRANSIENT) {
      return Optional.of(TRANSIENT_SESSION);
    }
    if (!isBegunByLogin(person, userSession)) {
      return Optional.of(NO_LOGIN);
    }
    // At the token endpoint Keycloak names none; at its others, the caller's.
    UserSessionModel caller = person.session().getContext().getUserSession();
    return caller == null || caller.getId().equals(userSession.getId())
        ? Optional.empty()
        : Optional.of(FOREIGN_SESSION);
  }

  /** A session that a login began is called by the protocol of that login. */
  private static boolean isBegunByLogin(Person person, UserSessionModel userSession) {
    String begun = userSession.getAuthMethod();
    return EXTERNAL_EXCHANGE.equals(begun)
        || (begun != null
            && person
                    .session()
                    .getKeycloakSessionFactory()
                    .getProviderFactory(LoginProtocol.class, begun)
                != null);
  }

  /** By an admin in the console, or by a client through token exchange. */
  private static boolean isImpersonated(UserSessionModel userSession) {
    // Sessions that stem from an impersonated one have a login's name, and these notes.
    return userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null
        || userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_CLIENT.toString()) != null;
  }
}
