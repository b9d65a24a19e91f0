package io.github.keycloakhelpshift.rest.caller;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import jakarta.ws.rs.NotAuthorizedException;
import java.util.function.Supplier;
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

/** Runs Keycloak's own check of a request's access token, and the checks that it leaves out. */
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
   * @throws RefusedException if the token is not valid
   */
  AuthResult verify() throws RefusedException {
    String token = token();
    return orThrow(
        token, () -> new AppAuthManager.BearerTokenAuthenticator(session).authenticate());
  }

  /**
   * Verifies the token as {@link #verify} does, but accepts an expired one. It then gives no
   * access, and only tells which session it came from. If a page needed a fresh token to watch its
   * session, watching would prolong that session.
   *
   * @throws RefusedException if the token is not valid
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

  /**
   * Adds the checks that Keycloak makes only for an active token, and the proof for a bound token.
   */
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

  /**
   * Returns the result of Keycloak's check.
   *
   * @param check returns null if the token is not valid
   */
  private AuthResult orThrow(String token, Supplier<AuthResult> check) throws RefusedException {
    AuthResult result = result(token, check);
    if (result == null) {
      throw new RefusedException(Refusal.INVALID_TOKEN);
    }
    if (Compatibility.token(result).getId() == null) {
      throw new RefusedException(Refusal.INVALID_TOKEN, "No id, so it could not be revoked");
    }
    return result;
  }

  /**
   * Returns the result of Keycloak's check. It fails with a NullPointerException if a token lacks a
   * claim that all of Keycloak's own tokens have, and before 26.6 if the token names an unknown
   * algorithm. We look for the cause only then, because reading each token twice would slow down
   * each call.
   */
  private AuthResult result(String token, Supplier<AuthResult> check) throws RefusedException {
    try {
      return check.get();
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
