package io.github.keycloakhelpshift.rest;

import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.keycloak.models.KeycloakSession;

/** {@code /realms/{realm}/helpshift}: which method and path is answered by whom. */
public final class HelpshiftResource {

  private final KeycloakSession session;

  HelpshiftResource(KeycloakSession session) {
    this.session = session;
  }

  /**
   * The identity token of the caller.
   *
   * @param clientId the client, for a call by the sign-on cookie
   * @param body {@code {"userId", "userEmail"}} as {@code onLoginRequest} hands it over, or nothing
   */
  @POST
  @Path("token")
  public Response token(@QueryParam("client_id") String clientId, InputStream body)
      throws IOException {
    return new TokenEndpoint(session).issue(clientId, body);
  }

  /** What a browser asks before it calls from another origin. */
  @OPTIONS
  @Path("token")
  public Response preflightToken(@QueryParam("client_id") String clientId) {
    return new Preflight(session).answer(clientId, "POST");
  }
}
