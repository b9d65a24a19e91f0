package io.github.keycloakhelpshift.rest.caller;

import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.GrantedMappers;
import io.github.keycloakhelpshift.user.Person;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * The authenticated caller.
 *
 * @param userSession their living session
 * @param clientSession the session of the client that they call through
 * @param tokenScope the scope of their access token; empty for a call by the cookie
 * @param actedFor whether their access token says that somebody else acts for them
 * @param authMethod how they were authenticated, for events
 */
public record Caller(
    UserSessionModel userSession,
    AuthenticatedClientSessionModel clientSession,
    Optional<TokenScope> tokenScope,
    boolean actedFor,
    String authMethod) {

  public ClientModel client() {
    return clientSession.getClient();
  }

  public UserModel user() {
    return userSession.getUser();
  }

  public Person person(KeycloakSession session) {
    return Person.signedIn(session, userSession, actedFor);
  }

  /**
   * Returns the mappers that opt their client in.
   *
   * @throws RefusedException if there is no mapper, or its scope was not granted
   */
  public ClientMappers mappers(KeycloakSession session) throws RefusedException {
    return new GrantedMappers(session, clientSession, scopeParameter(), this::isInToken)
        .find()
        .orElseThrow(
            () ->
                new RefusedException(
                    ClientMappers.possible(client()).isPresent()
                        ? Refusal.SCOPE_NOT_GRANTED
                        : Refusal.CLIENT_NOT_OPTED_IN));
  }

  /** Returns what the login asked for, too, because a token does not show each scope. */
  private String scopeParameter() {
    String login = Optional.ofNullable(clientSession.getNote(OAuth2Constants.SCOPE)).orElse("");
    return tokenScope.map(granted -> granted.text() + " " + login).orElse(login);
  }

  private boolean isInToken(ClientScopeModel scope) {
    return tokenScope.map(granted -> granted.holds(scope)).orElse(true);
  }
}
