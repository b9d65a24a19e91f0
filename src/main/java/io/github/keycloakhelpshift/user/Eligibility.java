package io.github.keycloakhelpshift.user;

import java.util.Optional;
import org.keycloak.models.ImpersonationSessionNote;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.UserSessionModel.SessionPersistenceState;
import org.keycloak.models.light.LightweightUserAdapter;
import org.keycloak.protocol.LoginProtocol;

/** Tells whether a person can have an identity token. Without a session, only the user counts. */
public record Eligibility(Person person) {

  /** Keycloak's name for a session that begins with the token of an external identity provider. */
  private static final String EXTERNAL_EXCHANGE = "external-exchange";

  /** Returns why they can't have one; empty if they can. */
  public Optional<Ineligible> ineligible() {
    return ofUser().or(() -> person.userSession().flatMap(this::ofSession));
  }

  private Optional<Ineligible> ofUser() {
    UserModel user = person.user();
    if (!user.isEnabled()) {
      return Optional.of(Ineligible.DISABLED_USER);
    }
    if (user.getServiceAccountClientLink() != null) {
      return Optional.of(Ineligible.SERVICE_ACCOUNT);
    }
    return LightweightUserAdapter.isLightweightUser(user)
        ? Optional.of(Ineligible.TRANSIENT_USER)
        : Optional.empty();
  }

  /**
   * Checks the session: the person's own login must have begun it, Keycloak must store it, and it
   * must make this request. Sessions from any other grant, policy or tool, also of future versions,
   * don't count.
   */
  private Optional<Ineligible> ofSession(UserSessionModel userSession) {
    if (person.actedFor() || isImpersonated(userSession)) {
      return Optional.of(Ineligible.IMPERSONATED);
    }
    // Keycloak knows this only in the request that makes the session: later it is null.
    if (userSession.getPersistenceState() == SessionPersistenceState.TRANSIENT) {
      return Optional.of(Ineligible.TRANSIENT_SESSION);
    }
    if (!isBegunByLogin(userSession.getAuthMethod())) {
      return Optional.of(Ineligible.NO_LOGIN);
    }
    // At the token endpoint this session is null; at other endpoints it is the caller's.
    UserSessionModel caller = person.session().getContext().getUserSession();
    return caller == null || caller.getId().equals(userSession.getId())
        ? Optional.empty()
        : Optional.of(Ineligible.FOREIGN_SESSION);
  }

  /** Whether a login began the session: Keycloak then names it after the protocol of that login. */
  private boolean isBegunByLogin(String name) {
    return EXTERNAL_EXCHANGE.equals(name)
        || (name != null
            && person
                    .session()
                    .getKeycloakSessionFactory()
                    .getProviderFactory(LoginProtocol.class, name)
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
