package io.github.keycloakhelpshift.rest.caller;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import jakarta.ws.rs.NotAuthorizedException;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.JsonWebToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;

/** Keycloak's own check of a request's access token, with what it leaves out. */
public final class AccessTokenVerifier {

  private AccessTokenVerifier() {}

  public static AuthResult verify(KeycloakSession session) throws RefusedException {
    try {
      String text =
          AppAuthManager.extractAuthorizationHeaderToken(
              session.getContext().getHttpRequest().getHttpHeaders());
      AuthResult result = authenticate(session, text);
      if (result == null) {
        throw new RefusedException(Refusal.INVALID_TOKEN);
      }
      if (Compatibility.token(result).getId() == null) {
        throw new RefusedException(Refusal.INVALID_TOKEN, "No id, by which it could be revoked");
      }
      return result;
    } catch (NotAuthorizedException e) {
      throw new RefusedException(Refusal.INVALID_TOKEN, "No access token in the header");
    } catch (JWSInputException e) {
      throw new RefusedException(Refusal.INVALID_TOKEN);
    }
  }

  /**
   * Keycloak fails with a NullPointerException where a token lacks what every token of its own has,
   * and before 26.6 where it names an unknown algorithm. Asked only then: reading each token twice
   * would cost each call.
   */
  private static AuthResult authenticate(KeycloakSession session, String token)
      throws JWSInputException {
    try {
      return new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
    } catch (RuntimeException e) {
      if (isComplete(session, new JWSInput(token))) {
        throw e;
      }
      return null;
    }
  }

  private static boolean isComplete(KeycloakSession session, JWSInput token)
      throws JWSInputException {
    JWSHeader header = token.getHeader();
    JsonWebToken claims = token.readJsonContent(JsonWebToken.class);
    return header != null
        && header.getAlgorithm() != null
        && session.getProvider(SignatureProvider.class, header.getRawAlgorithm()) != null
        && claims != null
        && claims.getId() != null
        && claims.getIat() != null;
  }
}
