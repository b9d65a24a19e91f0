package io.github.keycloakhelpshift.rest;

import jakarta.ws.rs.NotAuthorizedException;
import java.lang.module.ModuleDescriptor.Version;
import org.keycloak.common.Profile;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.http.HttpRequest;
import org.keycloak.jose.jws.JWSHeader;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.OIDCAdvancedConfigWrapper;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;
import org.keycloak.services.managers.AuthenticationManager.AuthResult;
import org.keycloak.services.util.DPoPUtil;

/** Keycloak's own check of a request's access token, with what older versions leave out. */
final class AccessTokenVerifier {

  /** Before, a token that is bound to a key would pass without the proof. */
  private static final boolean PROOF_IS_CHECKED =
      Version.parse(org.keycloak.common.Version.VERSION).compareTo(Version.parse("26.4")) >= 0;

  private AccessTokenVerifier() {}

  static AuthResult verify(KeycloakSession session) throws RefusedException {
    HttpRequest request = session.getContext().getHttpRequest();
    try {
      String text = AppAuthManager.extractAuthorizationHeaderToken(request.getHttpHeaders());
      requireKnownAlgorithm(session, text);
      AuthResult result = new AppAuthManager.BearerTokenAuthenticator(session).authenticate();
      if (result == null) {
        throw new RefusedException(Refusal.INVALID_TOKEN);
      }
      if (!PROOF_IS_CHECKED) {
        requireProof(session, request, result, text);
      }
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

  private static void requireProof(
      KeycloakSession session, HttpRequest request, AuthResult result, String text)
      throws VerificationException {
    ClientModel client = AuthResults.client(result);
    AccessToken token = AuthResults.token(result);
    if (Profile.isFeatureEnabled(Profile.Feature.DPOP)
        && (OIDCAdvancedConfigWrapper.fromClientModel(client).isUseDPoP()
            || DPoPUtil.DPOP_TOKEN_TYPE.equals(token.getType()))) {
      DPoPUtil.validateBinding(
          token,
          new DPoPUtil.Validator(session)
              .request(request)
              .uriInfo(session.getContext().getUri())
              .accessToken(text)
              .validate());
    }
  }
}
