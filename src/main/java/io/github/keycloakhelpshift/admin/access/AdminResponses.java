package io.github.keycloakhelpshift.admin.access;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/** Builds the admin API's answers. They must not be cached, because they are about people. */
public final class AdminResponses {

  private AdminResponses() {}

  public static Response json(Object body) {
    return answer(Response.Status.OK, body).build();
  }

  public static Response.ResponseBuilder answer(Response.Status status, Object body) {
    try {
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON_TYPE)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .entity(JsonSerialization.writeValueAsString(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Response badRequest(String description) {
    return invalid("invalid_request", description, Map.of());
  }

  /**
   * Refuses invalid values.
   *
   * @param errors what is wrong, by the key of the setting or the name of the parameter
   */
  public static Response invalid(String error, String description, Map<String, String> errors) {
    return refusal(
        Response.Status.BAD_REQUEST, new ErrorRepresentation(error, description, errors));
  }

  /**
   * Refuses what the caller must not see and what does not exist with the same words, so that the
   * answer does not tell what exists.
   *
   * @param maySeeAll whether the caller may see all of this kind: then the answer is that it does
   *     not exist
   */
  public static Response unknownOrForbidden(boolean maySeeAll, String description) {
    return maySeeAll
        ? refusal(Response.Status.NOT_FOUND, new ErrorRepresentation("not_found", description))
        : refusal(Response.Status.FORBIDDEN, new ErrorRepresentation("forbidden", description));
  }

  public static Response refusal(Response.Status status, ErrorRepresentation error) {
    return answer(status, error).build();
  }
}
