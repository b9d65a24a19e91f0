package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.client.SettingsCache;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import org.keycloak.http.HttpRequest;
import org.keycloak.models.KeycloakSession;

/**
 * Answers {@code POST token} when the request declares that it has no body, as {@link
 * HelpshiftResource} does otherwise. A method with a body parameter makes RESTEasy prepare a body
 * in any case, which costs a sixth of the call.
 */
public final class BodilessTokenResource {

  private final KeycloakSession session;
  private final SettingsCache settings;

  BodilessTokenResource(KeycloakSession session, SettingsCache settings) {
    this.session = session;
    this.settings = settings;
  }

  /** Whether a request is a {@code POST token} that declares that it has no body. */
  static boolean isFor(HttpRequest request) {
    return HttpMethod.POST.equals(request.getHttpMethod())
        && "0".equals(request.getHttpHeaders().getHeaderString(HttpHeaders.CONTENT_LENGTH))
        && request.getUri().getPath().endsWith("/token");
  }

  @POST
  @Path("token")
  public Response token() throws IOException {
    return new TokenEndpoint(session, settings).issue(InputStream.nullInputStream());
  }
}
