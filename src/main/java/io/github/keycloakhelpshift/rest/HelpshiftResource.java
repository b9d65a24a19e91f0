package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.client.SettingsCache;
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
 * {@code /realms/{realm}/helpshift}: sends each method and path to its endpoint. {@link
 * CallerAuthenticator} finds out who calls, and through which client.
 */
public final class HelpshiftResource {

  private static final String TOKEN = "token";
  private static final String READ = "{endpoint: web-chat|session|web-chat\\.js|web-chat\\.d\\.ts}";
  private static final String ANY =
      "{endpoint: token|web-chat|session|web-chat\\.js|web-chat\\.d\\.ts}";

  private final KeycloakSession session;
  private final SettingsCache settings;

  HelpshiftResource(KeycloakSession session, SettingsCache settings) {
    this.session = session;
    this.settings = settings;
  }

  /**
   * Returns the caller's identity token.
   *
   * @param body {@code {"userId", "userEmail"}} as {@code onLoginRequest} gets it, or nothing
   */
  @POST
  @Path("token")
  public Response token(InputStream body) throws IOException {
    return new TokenEndpoint(session, settings).issue(body);
  }

  /** Returns what a page needs to load Web Chat. */
  @GET
  @Path("web-chat")
  public Response webChat() {
    return new WebChatEndpoint(session, settings).get();
  }

  /**
   * Tells whether the caller's session is still alive.
   *
   * @param sid the name that {@code web-chat} gave to the session that the page watches
   */
  @GET
  @Path("session")
  public Response session(@QueryParam("sid") String sid) {
    return new SessionEndpoint(session).get(sid);
  }

  @GET
  @Path("web-chat.js")
  public Response script(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
    return PublicFile.SCRIPT.get(ifNoneMatch);
  }

  @GET
  @Path("web-chat.d.ts")
  public Response types(@HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch) {
    return PublicFile.TYPES.get(ifNoneMatch);
  }

  /** Answers the preflight of a browser that wants to post from another origin. */
  @OPTIONS
  @Path("token")
  public Response preflightToken(@QueryParam("client_id") String clientId) {
    return new Preflight(session).answer(clientId, HttpMethod.POST);
  }

  /** Answers the preflight of a browser that wants to read from another origin. */
  @OPTIONS
  @Path("{endpoint: web-chat|session}")
  public Response preflightRead(@QueryParam("client_id") String clientId) {
    return new Preflight(session).answer(clientId, HttpMethod.GET);
  }

  // All other methods: without these, Keycloak answers 404, as if the extension were missing.

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
