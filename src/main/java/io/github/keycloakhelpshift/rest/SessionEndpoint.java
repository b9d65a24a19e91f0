package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.rest.caller.Caller;
import io.github.keycloakhelpshift.rest.caller.CallerAuthenticator;
import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.rest.caller.SessionName;
import io.github.keycloakhelpshift.user.Eligibility;
import io.github.keycloakhelpshift.user.Ineligible;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * {@code GET session}: 204 while the caller's session is alive, 401 after its end. Watching a
 * session never prolongs it: nothing here updates the session, and an expired access token is
 * enough.
 */
final class SessionEndpoint {

  private final KeycloakSession session;
  private final CallerAuthenticator authenticator;
  private final Responses answers;

  SessionEndpoint(KeycloakSession session) {
    CallerOrigin origin = new CallerOrigin(session);
    this.session = session;
    this.authenticator = new CallerAuthenticator(session, origin);
    this.answers = new Responses(session, origin);
  }

  /**
   * Answers for the caller's session.
   *
   * @param sid the {@link SessionName} that the page watches. If the caller's session has another
   *     name, the watched one has ended. Null: any session of the caller
   */
  Response get(String sid) {
    try {
      Caller caller =
          authenticator
              .authenticateButForExpiry()
              .orElseThrow(() -> new RefusedException(Refusal.LOGIN_REQUIRED));
      Optional<Ineligible> ineligible = new Eligibility(caller.person(session)).ineligible();
      if (ineligible.isPresent()) {
        throw new RefusedException(Refusal.LOGIN_REQUIRED, ineligible.get().description());
      }
      if (sid != null && !sid.equals(SessionName.of(caller.userSession()))) {
        throw new RefusedException(Refusal.LOGIN_REQUIRED);
      }
      return answers.noContent();
    } catch (RefusedException e) {
      return answers.refused(e);
    }
  }
}
