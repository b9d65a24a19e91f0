package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import jakarta.ws.rs.NotAuthorizedException;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** Keycloak's own check of a request's access token, with what it leaves out. */
final class AccessTokenVerifier {

  private AccessTokenVerifier() {}

  static AuthResult verify(KeycloakSession session) throws RefusedException {
    try {
      String text =
          AppAuthManager.extractAuthorizationHeaderToken(
              session.getContext().getHttpRequest().getHttpHeaders());
      requireKnownAlgorithm(session, text);
      AuthResult result = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
      if (result == null) {
        throw new RefusedException(Refusal.INVALID_TOKEN);
      }
      Compatibility.requireProof(session, result, text);
      return result;
    } catch (NotAuthorizedException e) {
      throw new RefusedException(Refusal.INVALID_TOKEN, "No access token in the header");
    } catch (JWSInputException | VerificationException e) {
      throw new RefusedException(Refusal.INVALID_TOKEN);
    }
  }

  /** Keycloak fails with a NullPointerException where there is none, and before 26.6 on others. */
  private static void requireKnownAlgorithm(KeycloakSession session, String token)
      throws JWSInputException, RefusedException {
    JWSHeader header = new JWSInput(token).getHeader();
    String algorithm =
        header == null || header.getAlgorithm() == null ? null : header.getRawAlgorithm();
    if (algorithm == null || session.getProvider(SignatureProvider.class, algorithm) == null) {
      throw new RefusedException(Refusal.INVALID_TOKEN);
    }
  }
}
