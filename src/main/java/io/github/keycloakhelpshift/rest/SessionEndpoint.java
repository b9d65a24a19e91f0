package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.rest.caller.Caller;
import io.github.keycloakhelpshift.rest.caller.CallerAuthenticator;
import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.rest.caller.SessionLookup;
import io.github.keycloakhelpshift.rest.caller.SessionName;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AppAuthManager;

/**
 * {@code GET session}: 204 while the caller's session lives, 401 when it has ended. Watching never
 * prolongs what is watched: nothing here touches the session, and an access token that has run out
 * will do.
 */
final class SessionEndpoint {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final CallerOrigin origin;
  private final CallerAuthenticator authenticator;
  private final Responses answers;

  SessionEndpoint(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.origin = new CallerOrigin(session);
    this.authenticator = new CallerAuthenticator(session, origin);
    this.answers = new Responses(session, origin);
  }

  /**
   * Responses for the caller's session.
   *
   * @param sid the {@link SessionName} that the page watches: where it is not the caller's, another
   *     session has taken its place. Null: whichever the caller has
   */
  Response get(String sid) {
    try {
      UserSessionModel userSession =
          authenticator.hasAccessToken()
              ? byAccessToken()
              : authenticator
                  .authenticate()
                  .map(Caller::userSession)
                  .orElseThrow(() -> new RefusedException(Refusal.LOGIN_REQUIRED));
      if (sid != null && !sid.equals(SessionName.of(userSession))) {
        throw new RefusedException(Refusal.LOGIN_REQUIRED);
      }
      return answers.noContent();
    } catch (RefusedException e) {
      return answers.refused(e);
    }
  }

  private UserSessionModel byAccessToken() throws RefusedException {
    authenticator.requireUsableRealm();
    SessionLookup found = livingSession().orElseThrow(this::ended);
    ClientModel client = realm.getClientByClientId(found.token().getIssuedFor());
    if (client == null
        || !client.isEnabled()
        || found.token().getIat() < client.getNotBefore()
        || found.userSession().getAuthenticatedClientSessionByClient(client.getId()) == null) {
      throw ended();
    }
    session.getContext().setClient(client);
    origin.requireAllowedForToken(client);
    return found.userSession();
  }

  private Optional<SessionLookup> livingSession() throws RefusedException {
    try {
      return SessionLookup.ofAccessToken(
          session,
          realm,
          AppAuthManager.extractAuthorizationHeaderToken(
              session.getContext().getHttpRequest().getHttpHeaders()));
    } catch (NotAuthorizedException e) {
      throw ended();
    }
  }

  private RefusedException ended() {
    return new RefusedException(Refusal.INVALID_TOKEN);
  }
}
