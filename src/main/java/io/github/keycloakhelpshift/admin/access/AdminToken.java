package io.github.keycloakhelpshift.admin.access;

import java.util.Optional;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.services.managers.AppAuthManager;

/** The access token of the admin who calls. */
public final class AdminToken {

  private AdminToken() {}

  /** Reads it from the request. Keycloak has verified it before it reads a body. */
  public static Optional<AccessToken> of(KeycloakSession session) {
    return Optional.ofNullable(
            AppAuthManager.extractAuthorizationHeaderToken(
                session.getContext().getHttpRequest().getHttpHeaders()))
        .flatMap(AdminToken::parse);
  }

  private static Optional<AccessToken> parse(String token) {
    try {
      return Optional.of(new JWSInput(token).readJsonContent(AccessToken.class));
    } catch (JWSInputException e) {
      return Optional.empty();
    }
  }
}
