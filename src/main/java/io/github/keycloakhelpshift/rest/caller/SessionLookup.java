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
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.util.TokenUtil;

/**
 * A session that lives, found without leaving a trace in it.
 *
 * <p>Makes the checks of {@code AuthenticationManager.authenticateIdentityCookie}, which can't
 * serve here: it refreshes the session's last access, so that a page that watches a session would
 * keep it alive for ever, and it may expire the cookie.
 *
 * @param userSession the session
 * @param token what it was found by
 */
public record SessionLookup(UserSessionModel userSession, AccessToken token) {

  private static final List<String> COOKIE_TYPE = List.of(TokenUtil.TOKEN_TYPE_KEYCLOAK_ID);

  /** Keycloak calls a token that is bound to a key "DPoP". */
  private static final List<String> ACCESS_TOKEN_TYPES =
      List.of(TokenUtil.TOKEN_TYPE_BEARER, "DPoP");

  /** Whether the browser sent a sign-on cookie, be it worth anything or not. */
  public static boolean hasCookie(KeycloakSession session) {
    return !cookie(session).isEmpty();
  }

  private static String cookie(KeycloakSession session) {
    String cookie = session.getProvider(CookieProvider.class).get(CookieType.IDENTITY);
    return cookie == null ? "" : cookie;
  }

  /** The session that the sign-on cookie stands for; empty where none lives. */
  public static Optional<SessionLookup> ofCookie(KeycloakSession session, RealmModel realm) {
    String cookie = cookie(session);
    if (cookie.isEmpty()) {
      return Optional.empty();
    }
    try {
      AccessToken token = verify(session, realm, cookie, COOKIE_TYPE, TokenVerifier.IS_ACTIVE);
      return find(session, realm, token, false);
    } catch (VerificationException e) {
      return Optional.empty();
    }
  }

  /**
   * The session that an access token was issued in; empty where none lives.
   *
   * <p>The token may have run out: it then opens nothing any more and still tells which session it
   * came from. A page that had to get a fresh one in order to watch would prolong the session.
   */
  public static Optional<SessionLookup> ofAccessToken(
      KeycloakSession session, RealmModel realm, String accessToken) {
    try {
      AccessToken token =
          verify(
              session, realm, accessToken, ACCESS_TOKEN_TYPES, TokenVerifier.SUBJECT_EXISTS_CHECK);
      Optional<SessionLookup> online = find(session, realm, token, false);
      return online.isPresent() ? online : find(session, realm, token, true);
    } catch (VerificationException e) {
      return Optional.empty();
    }
  }

  private static Optional<SessionLookup> find(
      KeycloakSession session, RealmModel realm, AccessToken token, boolean offline) {
    UserSessionModel userSession =
        offline
            ? session.sessions().getOfflineUserSession(realm, token.getSessionId())
            : session.sessions().getUserSession(realm, token.getSessionId());
    boolean lives =
        AuthenticationManager.isSessionValid(realm, userSession)
            && token.getIat() >= realm.getNotBefore()
            && !token.isIssuedBeforeSessionStart(userSession.getStarted())
            && TokenManager.isUserValid(session, realm, token, userSession.getUser());
    return lives ? Optional.of(new SessionLookup(userSession, token)) : Optional.empty();
  }

  private static AccessToken verify(
      KeycloakSession session,
      RealmModel realm,
      String text,
      List<String> types,
      TokenVerifier.Predicate<JsonWebToken> check)
      throws VerificationException {
    String issuer = Urls.realmIssuer(session.getContext().getUri().getBaseUri(), realm.getName());
    TokenVerifier<AccessToken> verifier =
        TokenVerifier.create(text, AccessToken.class)
            .withChecks(
                check,
                new TokenVerifier.TokenTypeCheck(types),
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
