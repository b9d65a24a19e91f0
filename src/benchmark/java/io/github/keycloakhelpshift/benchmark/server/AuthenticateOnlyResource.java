package io.github.keycloakhelpshift.benchmark.server;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.managers.AppAuthManager;

/**
 * The floor: what any endpoint that takes an access token costs. Method and kind of answer are
 * those of {@code POST token}, so that the difference is what that does.
 */
public final class AuthenticateOnlyResource {

  private final KeycloakSession session;

  AuthenticateOnlyResource(KeycloakSession session) {
    this.session = session;
  }

  /** 200 for a valid access token, else 401. */
  @POST
  public Response authenticate() {
    return new AppAuthManager.BearerTokenAuthenticator(session).authenticate() == null
        ? Response.status(Response.Status.UNAUTHORIZED).build()
        : Response.ok("{\"authenticated\":true}", MediaType.APPLICATION_JSON_TYPE).build();
  }
}
