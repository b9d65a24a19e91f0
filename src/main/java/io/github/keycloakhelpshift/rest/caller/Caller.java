package io.github.keycloakhelpshift.rest.caller;

import io.github.keycloakhelpshift.client.ClientMapper;
import io.github.keycloakhelpshift.user.Person;
import java.util.Optional;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;

/**
 * Who calls, proved.
 *
 * @param client the client that they call through
 * @param user the user
 * @param userSession their living session
 * @param scope the scope parameter that the client was granted
 * @param showsToken whether by an access token, which stands for what was granted
 * @param authMethod how they proved it, for events
 */
public record Caller(
    ClientModel client,
    UserModel user,
    UserSessionModel userSession,
    String scope,
    boolean showsToken,
    String authMethod) {

  public Person person(KeycloakSession session) {
    return Person.signedIn(session, userSession);
  }

  /**
   * The mapper that opts their client in.
   *
   * @throws RefusedException if there is none, or it was not granted
   */
  public ProtocolMapperModel mapper(KeycloakSession session) throws RefusedException {
    AuthenticatedClientSessionModel clientSession =
        userSession.getAuthenticatedClientSessionByClient(client.getId());
    Optional<ProtocolMapperModel> mapper = mapper(session, clientSession);
    if (mapper.isEmpty()) {
      throw new RefusedException(
          ClientMapper.possible(client).isPresent()
              ? Refusal.SCOPE_NOT_GRANTED
              : Refusal.CLIENT_NOT_OPTED_IN);
    }
    return mapper.get();
  }

  private Optional<ProtocolMapperModel> mapper(
      KeycloakSession session, AuthenticatedClientSessionModel clientSession) {
    if (clientSession == null) {
      return ClientMapper.byDefault(client, user);
    }
    return showsToken
        ? ClientMapper.granted(session, clientSession, scope)
        : ClientMapper.grantedWithConsent(session, clientSession, scope);
  }
}
