package io.github.keycloakhelpshift.rest.caller;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import jakarta.ws.rs.NotAuthorizedException;
import org.keycloak.TokenVerifier;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.TokenManager.NotBeforeCheck;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.util.DPoPUtil;

/** Keycloak's own check of a request's access token, with what it leaves out. */
final class AccessTokenVerifier {

  private final KeycloakSession session;
  private final KeycloakContext context;

  AccessTokenVerifier(KeycloakSession session) {
    this.session = session;
    this.context = session.getContext();
  }

  /**
   * Verifies the token.
   *
   * @throws RefusedException if it counts for nothing
   */
  AuthResult verify() throws RefusedException {
    String token = token();
    return orThrow(
        token, () -> new AppAuthManager.BearerTokenAuthenticator(session).authenticate());
  }

  /**
   * Verifies the token as {@link #verify} does, but for its expiry: it then opens nothing any more,
   * and still tells which session it came from. A page that had to get a fresh token in order to
   * watch its session would prolong that session.
   *
   * @throws RefusedException if it counts for nothing
   */
  AuthResult verifyButForExpiry() throws RefusedException {
    String token = token();
    return orThrow(
        token,
        () ->
            AuthenticationManager.verifyIdentityToken(
                session,
                context.getRealm(),
                context.getUri(),
                context.getConnection(),
                false,
                true,
                null,
                false,
                token,
                context.getHttpRequest().getHttpHeaders(),
                verifier -> addChecks(verifier, token)));
  }

  /** What Keycloak checks of an active token only, and the proof of a token that is bound. */
  private void addChecks(TokenVerifier<AccessToken> verifier, String token) {
    verifier
        .withChecks(claims -> claims.isActive() || claims.isExpired())
        .withChecks(NotBeforeCheck.forModel(context.getRealm()));
    DPoPUtil.withDPoPVerifier(
        verifier,
        context.getRealm(),
        new DPoPUtil.Validator(session)
            .request(context.getHttpRequest())
            .uriInfo(context.getUri())
            .accessToken(token));
  }

  private String token() throws RefusedException {
    try {
      return AppAuthManager.extractAuthorizationHeaderToken(
          context.getHttpRequest().getHttpHeaders());
    } catch (NotAuthorizedException e) {
      throw new RefusedException(Refusal.INVALID_TOKEN, "No access token in the header");
    }
  }

  /** Keycloak's check, which answers null where the token counts for nothing. */
  @FunctionalInterface
  private interface Check {
    AuthResult result();
  }

  private AuthResult orThrow(String token, Check check) throws RefusedException {
    AuthResult result = result(token, check);
    if (result == null) {
      throw new RefusedException(Refusal.INVALID_TOKEN);
    }
    if (Compatibility.token(result).getId() == null) {
      throw new RefusedException(Refusal.INVALID_TOKEN, "No id, by which it could be revoked");
    }
    return result;
  }

  /**
   * Keycloak fails with a NullPointerException where a token lacks what every token of its own has,
   * and before 26.6 where it names an unknown algorithm. Asked only then: reading each token twice
   * would cost each call.
   */
  private AuthResult result(String token, Check check) throws RefusedException {
    try {
      return check.result();
    } catch (RuntimeException e) {
      if (isComplete(token)) {
        throw e;
      }
      throw new RefusedException(Refusal.INVALID_TOKEN);
    }
  }

  private boolean isComplete(String text) {
    try {
      JWSInput token = new JWSInput(text);
      JWSHeader header = token.getHeader();
      JsonWebToken claims = token.readJsonContent(JsonWebToken.class);
      return header != null
          && header.getAlgorithm() != null
          && session.getProvider(SignatureProvider.class, header.getRawAlgorithm()) != null
          && claims != null
          && claims.getId() != null
          && claims.getIat() != null;
    } catch (JWSInputException e) {
      return false;
    }
  }
}
