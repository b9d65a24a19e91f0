package io.github.keycloakhelpshift.rest.caller;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.Response;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.keycloak.common.util.UriUtils;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.protocol.oidc.utils.WebOriginsUtils;
import org.keycloak.services.cors.Cors;

/**
 * The origin of the page that calls, and whether it may call.
 *
 * <p>We decide before anything is signed; Keycloak's {@link Cors} then writes the headers. {@code
 * Cors} is not enough: before 26.7 it checks nothing. It only leaves its headers out, after the
 * answer is made.
 */
public final class CallerOrigin {

  private static final String SEC_FETCH_SITE = "Sec-Fetch-Site";

  /**
   * What a web origin can say without naming a page: any, and the value that a browser sends to
   * hide an origin.
   */
  private static final Set<String> NAMELESS =
      Set.of(Cors.ACCESS_CONTROL_ALLOW_ORIGIN_WILDCARD, "null");

  private final KeycloakSession session;
  private final String origin;
  private boolean readable;

  public CallerOrigin(KeycloakSession session) {
    this.session = session;
    this.origin = header(Cors.ORIGIN_HEADER);
  }

  /**
   * Checks the origin of a call with an access token: any of the client's web origins may call,
   * including {@code *}.
   */
  public void requireAllowedForToken(ClientModel client) throws RefusedException {
    require(
        origin == null
            || isOwn()
            || namesAny(client, origin, Cors.ACCESS_CONTROL_ALLOW_ORIGIN_WILDCARD));
  }

  /**
   * Checks the origin of a call with the cookie. The client must list it by name, because a browser
   * sends the cookie with the calls of any page. {@code *} would let every page in the world act as
   * the visitor. So would {@code null}: any page can make a frame with that origin.
   */
  void requireAllowedForCookie(ClientModel client) throws RefusedException {
    require(
        origin == null
            ? isSameOriginRead()
            : isOwn() || (!NAMELESS.contains(origin) && namesAny(client, origin)));
  }

  /** Lets any page read the answer. Only for a refusal that says nothing about a person. */
  public void allowReading() {
    readable = true;
  }

  /** Adds the headers that let the page read the answer, if it may. */
  public Response addTo(Response.ResponseBuilder answer) {
    if (!readable || origin == null) {
      return answer.build();
    }
    // Only the origin that was checked, because Cors repeats the request's origin.
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
   * Whether a page reads from its own server. Browsers then send no origin. They also send none
   * when a page embeds an image, script or style; {@code Sec-Fetch-Site} tells these two cases
   * apart.
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
