package io.github.keycloakhelpshift.rest.caller;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;
import org.keycloak.services.cors.Cors;

/**
 * Where the page that calls comes from, and whether it may.
 *
 * <p>Decides before anything is signed; Keycloak's {@link Cors} then writes the headers. {@code
 * Cors} alone would not do: before 26.7 it checks nothing and only leaves its headers out, when the
 * answer is already made.
 */
public final class CallerOrigin {

  private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

  /** What a browser sends for an origin that it does not tell. */
  private static final String OPAQUE = "null";

  private final KeycloakSession session;
  private final String origin;
  private boolean readable;

  public CallerOrigin(KeycloakSession session) {
    this.session = session;
    this.origin = header(Cors.ORIGIN_HEADER);
  }

  /** With an access token, any of the client's web origins may call, including {@code *}. */
  public void requireAllowedForToken(ClientModel client) throws RefusedException {
    require(
        origin == null
            || isOwn()
            || namesAny(client, origin, Cors.ACCESS_CONTROL_ALLOW_ORIGIN_WILDCARD));
  }

  /**
   * A cookie is sent by the browser, whichever page asks it to: the page must come from an origin
   * that the client lists by name. {@code *} would let every page in the world be signed in as the
   * visitor, and so would {@code null}: any page can make itself a frame of that origin.
   */
  void requireAllowedForCookie(ClientModel client) throws RefusedException {
    require(
        origin == null
            ? isSameOriginRead()
            : isOwn() || (!origin.equals(OPAQUE) && namesAny(client, origin)));
  }

  /** Lets any page read the answer: for a refusal that tells nothing about a person. */
  public void allowReading() {
    readable = true;
  }

  /** Adds the headers that let the page read the answer, if it may. */
  public Response addTo(Response.ResponseBuilder answer) {
    if (!readable || origin == null) {
      return answer.build();
    }
    // The one origin that was checked, not any: Cors repeats the request's.
    return Cors.builder()
        .auth()
        .allowAllOrigins()
        .exposedHeaders("WWW-Authenticate", "Retry-After")
        .add(answer);
  }

  private void require(boolean allowed) throws RefusedException {
    if (!allowed) {
      throw new RefusedException(Refusal.INVALID_ORIGIN);
    }
    readable = true;
  }

  private boolean namesAny(ClientModel client, String... webOrigins) {
    return !Collections.disjoint(
        WebOriginsUtils.resolveValidWebOrigins(session, client), List.of(webOrigins));
  }

  private boolean isOwn() {
    return origin.equals(UriUtils.getOrigin(session.getContext().getUri().getBaseUri()));
  }

  /**
   * Browsers leave the origin out when a page reads from its own server, and when it embeds an
   * image, script or style from any; the second is told by {@code Sec-Fetch-Site}.
   */
  private boolean isSameOriginRead() {
    String site = header(SEC_FETCH_SITE);
    return HttpMethod.GET.equals(session.getContext().getHttpRequest().getHttpMethod())
        && (site == null || site.equals("same-origin") || site.equals("none"));
  }

  private String header(String name) {
    return session.getContext().getHttpRequest().getHttpHeaders().getHeaderString(name);
  }
}
