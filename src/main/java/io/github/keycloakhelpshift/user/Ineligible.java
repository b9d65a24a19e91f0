package io.github.keycloakhelpshift.user;

import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.protocol.LoginProtocol;

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

  /** Keycloak's name for a session that begins with the token of an external identity provider. */
  private static final String EXTERNAL_EXCHANGE = "external-exchange";

  private final String description;

  Ineligible(String description) {
    this.description = description;
  }

  /** Returns the reason in a sentence. */
  public String description() {
    return description;
  }

  /** Returns why that person can't have a token. Without a session, it checks only the user. */
  public static Optional<Ineligible> check(Person person) {
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
   * Checks the session: the person's own login must have begun it, Keycloak must store it, and it
   * must make this request. Sessions from any other grant, policy or tool, also of future versions,
   * don't count.
   */
  private static Optional<Ineligible> check(Person person, UserSessionModel userSession) {
    if (person.actedFor() || isImpersonated(userSession)) {
      return Optional.of(IMPERSONATED);
    }
    // Keycloak knows this only in the request that makes the session: later it is null.
    if (userSession.getPersistenceState() == SessionPersistenceState.TRANSIENT) {
      return Optional.of(TRANSIENT_SESSION);
    }
    if (!isBegunByLogin(person, userSession)) {
      return Optional.of(NO_LOGIN);
    }
    // At the token endpoint this session is null; at other endpoints it is the caller's.
    UserSessionModel caller = person.session().getContext().getUserSession();
    return caller == null || caller.getId().equals(userSession.getId())
        ? Optional.empty()
        : Optional.of(FOREIGN_SESSION);
  }

  /** Whether a login began the session: Keycloak then names it after the protocol of that login. */
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

  /** Whether an admin in the console, or a client by token exchange, impersonates the user. */
  private static boolean isImpersonated(UserSessionModel userSession) {
    // Sessions that come from an impersonated one are named like those of a login, but have these
    // notes.
    return userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_ID.toString()) != null
        || userSession.getNote(ImpersonationSessionNote.IMPERSONATOR_CLIENT.toString()) != null;
  }
}
