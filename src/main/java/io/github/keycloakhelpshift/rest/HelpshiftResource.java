package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.rest.caller.CallerAuthenticator;
import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /realms/{realm}/helpshift}: which method and path is answered by whom. Who calls, and
 * through which client, is found out by {@link CallerAuthenticator}.
 */
public final class HelpshiftResource {

  private static final String TOKEN = "token";
  private static final String READ = "{endpoint: web-chat|session|web-chat\\.js}";
  private static final String ANY = "{endpoint: token|web-chat|session|web-chat\\.js}";

  private final KeycloakSession session;

  HelpshiftResource(KeycloakSession session) {
    this.session = session;
  }

  /**
   * The identity token of the caller.
   *
   * @param body {@code {"userId", "userEmail"}} as {@code onLoginRequest} hands it over, or nothing
   */
  @POST
  @Path("token")
  public Response token(InputStream body) throws IOException {
    return new TokenEndpoint(session).issue(body);
  }

  /** What a page needs to load Web Chat. */
  @GET
  @Path("web-chat")
  public Response webChat() {
    return new WebChatEndpoint(session).get();
  }

  /**
   * Whether the caller's session lives.
   *
   * @param sid the session that the page watches, as {@code web-chat} named it
   */
  @GET
  @Path("session")
  public Response session(@QueryParam("sid") String sid) {
    return new SessionEndpoint(session).get(sid);
  }

  /** The script. */
  @GET
  @Path("web-chat.js")
  public Response script(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
    return PublicFile.SCRIPT.get(ifNoneMatch);
  }

  /** The script's types. */
  @GET
  @Path("web-chat.d.ts")
  public Response types(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
    return PublicFile.TYPES.get(ifNoneMatch);
  }

  /** What a browser asks before it posts from another origin. */
  @OPTIONS
  @Path("token")
  public Response preflightToken(@QueryParam("client_id") String clientId) {
    return new Preflight(session).answer(clientId, HttpMethod.POST);
  }

  /** What a browser asks before it reads from another origin. */
  @OPTIONS
  @Path("{endpoint: web-chat|session}")
  public Response preflightRead(@QueryParam("client_id") String clientId) {
    return new Preflight(session).answer(clientId, HttpMethod.GET);
  }

  // Every other method: without these, Keycloak answers 404, as if nothing were installed.

  @GET
  @Path("token")
  public Response getToken() {
    return notAllowed(TOKEN);
  }

  @POST
  @Path(READ)
  public Response post(@PathParam("endpoint") String endpoint) {
    return notAllowed(endpoint);
  }

  @PUT
  @Path(ANY)
  public Response put(@PathParam("endpoint") String endpoint) {
    return notAllowed(endpoint);
  }

  @PATCH
  @Path(ANY)
  public Response patch(@PathParam("endpoint") String endpoint) {
    return notAllowed(endpoint);
  }

  @DELETE
  @Path(ANY)
  public Response delete(@PathParam("endpoint") String endpoint) {
    return notAllowed(endpoint);
  }

  private Response notAllowed(String endpoint) {
    return new Responses(session, new CallerOrigin(session))
        .methodNotAllowed(endpoint.equals(TOKEN) ? HttpMethod.POST : HttpMethod.GET);
  }
}
