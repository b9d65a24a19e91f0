package io.github.keycloakhelpshift.rest;

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
 * The realm's single sign-on cookie, read without leaving a trace.
 *
 * <p>Makes the checks of {@code AuthenticationManager.authenticateIdentityCookie}, which can't
 * serve here: it refreshes the session's last access, so that a page that watches a session would
 * keep it alive for ever, and it may expire the cookie.
 */
final class SsoCookie {

  private SsoCookie() {}

  /** Whether the browser sent one, be it worth anything or not. */
  static boolean isPresent(KeycloakSession session) {
    String cookie = session.getProvider(CookieProvider.class).get(CookieType.IDENTITY);
    return cookie != null && !cookie.isEmpty();
  }

  /** The living session that the cookie stands for; empty where there is none. */
  static Optional<UserSessionModel> userSession(KeycloakSession session, RealmModel realm) {
    String cookie = session.getProvider(CookieProvider.class).get(CookieType.IDENTITY);
    if (cookie == null) {
      return Optional.empty();
    }
    try {
      AccessToken token = verify(session, realm, cookie);
      UserSessionModel userSession = session.sessions().getUserSession(realm, token.getSessionId());
      boolean valid =
          AuthenticationManager.isSessionValid(realm, userSession)
              && token.getIat() >= realm.getNotBefore()
              && !token.isIssuedBeforeSessionStart(userSession.getStarted())
              && TokenManager.isUserValid(session, realm, token, userSession.getUser());
      return valid ? Optional.of(userSession) : Optional.empty();
    } catch (VerificationException e) {
      return Optional.empty();
    }
  }

  private static AccessToken verify(KeycloakSession session, RealmModel realm, String cookie)
      throws VerificationException {
    TokenVerifier<AccessToken> verifier =
        TokenVerifier.create(cookie, AccessToken.class)
            .withChecks(
                TokenVerifier.SUBJECT_EXISTS_CHECK,
                TokenVerifier.IS_ACTIVE,
                new TokenVerifier.TokenTypeCheck(List.of(TokenUtil.TOKEN_TYPE_KEYCLOAK_ID)),
                new TokenVerifier.RealmUrlCheck(
                    Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName())));
    if (verifier.getHeader().getAlgorithm() == null) {
      throw new VerificationException("The cookie names no algorithm");
    }
    SignatureProvider signatures =
        session.getProvider(SignatureProvider.class, verifier.getHeader().getAlgorithm().name());
    if (signatures == null) {
      throw new VerificationException("The cookie is not signed");
    }
    AccessToken token =
        verifier
            .verifierContext(signatures.verifier(verifier.getHeader().getKeyId()))
            .verify()
            .getToken();
    if (token.getSessionId() == null || token.getIat() == null) {
      throw new VerificationException("The cookie names no session");
    }
    return token;
  }
}
