package io.github.keycloakhelpshift.rest.caller;

import java.util.List;
import java.util.Optional;
import org.keycloak.TokenVerifier;
import org.keycloak.common.VerificationException;
import org.keycloak.cookie.CookieProvider;
import org.keycloak.cookie.CookieType;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.TokenManager;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.util.TokenUtil;

/**
 * Finds the living session of the realm's sign-on cookie, and changes nothing in it.
 *
 * <p>Makes the same checks as {@code AuthenticationManager.authenticateIdentityCookie}. We can't
 * use that method: it updates the session's last access, so a page that watches a session would
 * keep it alive for ever, and it may expire the cookie.
 */
final class SessionLookup {

  private static final List<String> TYPE = List.of(TokenUtil.TOKEN_TYPE_KEYCLOAK_ID);

  private final KeycloakSession session;
  private final RealmModel realm;
  private final Optional<String> cookie;

  SessionLookup(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.cookie =
        Optional.ofNullable(session.getProvider(CookieProvider.class).get(CookieType.IDENTITY))
            .filter(text -> !text.isEmpty());
  }

  /** Whether the browser sent a sign-on cookie, valid or not. */
  boolean hasCookie() {
    return cookie.isPresent();
  }

  /** Returns the session; empty if it is not alive. */
  Optional<UserSessionModel> find() {
    try {
      return cookie.isPresent() ? find(verify(cookie.get())) : Optional.empty();
    } catch (VerificationException e) {
      return Optional.empty();
    }
  }

  private Optional<UserSessionModel> find(AccessToken token) {
    UserSessionModel userSession = session.sessions().getUserSession(realm, token.getSessionId());
    boolean lives =
        AuthenticationManager.isSessionValid(realm, userSession)
            && token.getIat() >= realm.getNotBefore()
            && !token.isIssuedBeforeSessionStart(userSession.getStarted())
            && TokenManager.isUserValid(session, realm, token, userSession.getUser());
    return lives ? Optional.of(userSession) : Optional.empty();
  }

  private AccessToken verify(String text) throws VerificationException {
    String issuer = Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName());
    TokenVerifier<AccessToken> verifier =
        TokenVerifier.create(text, AccessToken.class)
            .withChecks(
                TokenVerifier.IS_ACTIVE,
                new TokenVerifier.TokenTypeCheck(TYPE),
                new TokenVerifier.RealmUrlCheck(issuer));
    if (verifier.getHeader() == null || verifier.getHeader().getAlgorithm() == null) {
      throw new VerificationException("The token names no algorithm");
    }
    SignatureProvider signatures =
        session.getProvider(SignatureProvider.class, verifier.getHeader().getAlgorithm().name());
    if (signatures == null) {
      throw new VerificationException("The token is not signed");
    }
    AccessToken token =
        verifier
            .verifierContext(signatures.verifier(verifier.getHeader().getKeyId()))
            .verify()
            .getToken();
    if (token.getSessionId() == null || token.getIat() == null) {
      throw new VerificationException("The token names no session");
    }
    return token;
  }
}
