package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.settings.LogLine;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.OAuth2ErrorRepresentation;
import org.keycloak.util.JsonSerialization;

/**
 * Builds every answer, with the headers that say who may read it, and that nobody must cache it.
 */
final class Responses {

  static final MediaType JWT = new MediaType("application", "jwt");

  private static final Logger LOG = Logger.getLogger(Responses.class);

  private final KeycloakContext context;
  private final CallerOrigin origin;

  Responses(KeycloakSession session, CallerOrigin origin) {
    this.context = session.getContext();
    this.origin = origin;
  }

  Response json(Record body) {
    return ok(MediaType.APPLICATION_JSON_TYPE, toJson(body));
  }

  Response jwt(String token) {
    return ok(JWT, token);
  }

  Response noContent() {
    return origin.addTo(uncached(Response.noContent()));
  }

  Response refused(RefusedException refused) {
    Refusal refusal = refused.refusal();
    if (refusal == Refusal.NOT_CONFIGURED) {
      // Only the log says what is missing: the answer may go to a stranger.
      LOG.warn(
          LogLine.of(
              "Helpshift does not work for client '%s' of realm '%s': %s"
                  .formatted(
                      context.getClient().getClientId(),
                      context.getRealm().getName(),
                      refused.getMessage())));
    }
    Response.ResponseBuilder builder = error(refusal);
    if (refusal.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
      builder.header(HttpHeaders.WWW_AUTHENTICATE, challenge(refusal));
    }
    if (refusal == Refusal.INVALID_TOKEN) {
      // Without this, a page could not tell an expired token from a broken network.
      origin.allowReading();
    }
    return origin.addTo(builder);
  }

  /**
   * Returns the answer to a method that the endpoint does not support.
   *
   * @param method the method that it supports, besides {@code OPTIONS}
   */
  Response methodNotAllowed(String method) {
    // Tells nothing about a person.
    origin.allowReading();
    return origin.addTo(
        error(Refusal.METHOD_NOT_ALLOWED)
            .header(HttpHeaders.ALLOW, method + ", " + HttpMethod.OPTIONS));
  }

  private static Response.ResponseBuilder error(Refusal refusal) {
    return uncached(Response.status(refusal.status()))
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(toJson(new OAuth2ErrorRepresentation(refusal.error(), refusal.description())));
  }

  private Response ok(MediaType type, String body) {
    return origin.addTo(uncached(Response.ok()).type(type).entity(body));
  }

  private static Response.ResponseBuilder uncached(Response.ResponseBuilder builder) {
    return builder.header(HttpHeaders.CACHE_CONTROL, "no-store");
  }

  /** RFC 6750, section 3: no error code if the request had no token. */
  private String challenge(Refusal refusal) {
    String realm =
        "Bearer realm=\"" + context.getRealm().getName().replaceAll("[\"\\\\]", "_") + "\"";
    return refusal == Refusal.LOGIN_REQUIRED
        ? realm
        : "%s, error=\"%s\", error_description=\"%s\""
            .formatted(realm, refusal.error(), refusal.description());
  }

  private static String toJson(Object body) {
    try {
      return JsonSerialization.writeValueAsString(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
