package io.github.keycloakhelpshift.rest.caller;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.Details;
import org.keycloak.models.AuthenticatedClientSessionModel;
import org.keycloak.models.ClientModel;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.util.MtlsHoKTokenUtil;

/**
 * Finds out who calls: by an access token, or by the realm's sign-on cookie and a client id. If the
 * access token is invalid, the cookie does not count.
 */
public final class CallerAuthenticator {

  /** The name of the cookie in events; for the access token we use Keycloak's own name. */
  private static final String IDENTITY_COOKIE = "identity_cookie";

  /** RFC 8693: who acts for the subject. In the tokens of an impersonated session since 26.8. */
  private static final String ACTOR = "act";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final CallerOrigin origin;
  private final AccessTokenVerifier verifier;
  private final SessionLookup cookie;
  private final List<String> authorization;

  public CallerAuthenticator(KeycloakSession session, CallerOrigin origin) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.origin = origin;
    this.verifier = new AccessTokenVerifier(session);
    this.cookie = new SessionLookup(session);
    List<String> headers =
        session
            .getContext()
            .getHttpRequest()
            .getHttpHeaders()
            .getRequestHeader(HttpHeaders.AUTHORIZATION);
    this.authorization = headers == null ? List.of() : headers;
  }

  /**
   * Returns the caller; empty if nobody is signed in.
   *
   * @throws RefusedException if their token, origin or client is not accepted
   */
  public Optional<Caller> authenticate() throws RefusedException {
    requireUsableRealm();
    return hasAccessToken() ? Optional.of(byAccessToken(verifier.verify())) : byCookie();
  }

  /** Does the same as {@link #authenticate}, but accepts an expired access token. */
  public Optional<Caller> authenticateButForExpiry() throws RefusedException {
    requireUsableRealm();
    return hasAccessToken()
        ? Optional.of(byAccessToken(verifier.verifyButForExpiry()))
        : byCookie();
  }

  /** Whether the request has an access token, valid or not. */
  private boolean hasAccessToken() throws RefusedException {
    if (authorization.size() > 1) {
      throw new RefusedException(Refusal.INVALID_TOKEN, "More than one Authorization header");
    }
    return !authorization.isEmpty();
  }

  /**
   * Makes the checks that Keycloak makes for its own endpoints, but not for those of extensions.
   */
  private void requireUsableRealm() throws RefusedException {
    if (!realm.isEnabled()) {
      throw new RefusedException(Refusal.REALM_DISABLED);
    }
    boolean https = "https".equals(session.getContext().getUri().getBaseUri().getScheme());
    if (!https && realm.getSslRequired().isRequired(session.getContext().getConnection())) {
      throw new RefusedException(Refusal.HTTPS_REQUIRED);
    }
  }

  private Caller byAccessToken(AuthResult result) throws RefusedException {
    AccessToken token = Compatibility.token(result);
    ClientModel client = Compatibility.client(result);
    UserSessionModel userSession = Compatibility.session(result);
    // For a token without a session Keycloak creates one for the request, which nothing could end.
    if (token.getSessionId() == null
        && Compatibility.user(result).getServiceAccountClientLink() == null) {
      throw new RefusedException(Refusal.INVALID_TOKEN, "No session");
    }
    if (token.getAuthorization() != null) {
      // Its scopes are those of the client that the permissions are for, not of this login.
      throw new RefusedException(Refusal.INVALID_TOKEN, "A token of permissions (UMA)");
    }
    if (!OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol())) {
      throw new RefusedException(Refusal.INVALID_TOKEN, "Not an OpenID Connect client");
    }
    if (OIDCAdvancedConfigWrapper.fromClientModel(client).isUseMtlsHokToken()
        && !MtlsHoKTokenUtil.verifyTokenBindingWithClientCertificate(
            token, session.getContext().getHttpRequest(), session)) {
      throw new RefusedException(Refusal.INVALID_TOKEN, MtlsHoKTokenUtil.CERT_VERIFY_ERROR_DESC);
    }
    session.getContext().setClient(client);
    origin.requireAllowedForToken(client);
    return new Caller(
        stored(userSession),
        userSession.getAuthenticatedClientSessionByClient(client.getId()),
        Optional.of(new TokenScope(token)),
        token.getOtherClaims().containsKey(ACTOR),
        Details.VALIDATE_ACCESS_TOKEN);
  }

  /**
   * Returns the stored session. For an exchanged token, Keycloak makes a transient copy of it for
   * the client that has the token now.
   */
  private UserSessionModel stored(UserSessionModel userSession) {
    String copied = userSession.getNote(Constants.CREATED_FROM_PERSISTENT);
    if (copied == null) {
      return userSession;
    }
    return copied.equals(Constants.CREATED_FROM_PERSISTENT_OFFLINE)
        ? session.sessions().getOfflineUserSession(realm, userSession.getId())
        : session.sessions().getUserSession(realm, userSession.getId());
  }

  /**
   * Checks the origin first: another site's page must not even learn who is signed in. Only users
   * who have signed in to this client count, because its login may ask for more than other clients'
   * logins.
   */
  private Optional<Caller> byCookie() throws RefusedException {
    ClientModel client = requireClient();
    session.getContext().setClient(client);
    origin.requireAllowedForCookie(client);
    return cookie
        .find()
        .map(userSession -> userSession.getAuthenticatedClientSessionByClient(client.getId()))
        .filter(clientSession -> isAlive(client, clientSession))
        .map(
            clientSession ->
                new Caller(
                    clientSession.getUserSession(),
                    clientSession,
                    Optional.empty(),
                    false,
                    IDENTITY_COOKIE));
  }

  /** Whether the client could still refresh its tokens. */
  private boolean isAlive(ClientModel client, AuthenticatedClientSessionModel clientSession) {
    return AuthenticationManager.isClientSessionValid(
            realm, client, clientSession.getUserSession(), clientSession)
        && (client.getNotBefore() == 0
            || Compatibility.lastLogin(clientSession) >= client.getNotBefore());
  }

  /**
   * Returns the client that the query names: the cookie belongs to the realm and names no client.
   */
  private ClientModel requireClient() throws RefusedException {
    String clientId =
        session.getContext().getUri().getQueryParameters().getFirst(OAuth2Constants.CLIENT_ID);
    if (clientId == null || clientId.isBlank()) {
      // A call without credentials gets an error about those, not about the missing client_id.
      throw new RefusedException(
          cookie.hasCookie() ? Refusal.MISSING_CLIENT_ID : Refusal.LOGIN_REQUIRED);
    }
    ClientModel client = realm.getClientByClientId(clientId);
    if (client == null
        || !client.isEnabled()
        || !OIDCLoginProtocol.LOGIN_PROTOCOL.equals(client.getProtocol())) {
      throw new RefusedException(Refusal.INVALID_CLIENT);
    }
    return client;
  }
}
