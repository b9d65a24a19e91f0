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
      AuthResult result = authenticate(session, text);
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

  /**
   * Keycloak fails with a NullPointerException where a token names no algorithm, and before 26.6
   * where it names an unknown one. Asked only then: reading each token twice would cost each call.
   */
  private static AuthResult authenticate(KeycloakSession session, String token)
      throws JWSInputException {
    try {
      return new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
    } catch (RuntimeException e) {
      if (hasKnownAlgorithm(session, token)) {
        throw e;
      }
      return null;
    }
  }

  private static boolean hasKnownAlgorithm(KeycloakSession session, String token)
      throws JWSInputException {
    JWSHeader header = new JWSInput(token).getHeader();
    return header != null
        && header.getAlgorithm() != null
        && session.getProvider(SignatureProvider.class, header.getRawAlgorithm()) != null;
  }
}
