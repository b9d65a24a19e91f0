package io.github.keycloakhelpshift.admin.access;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.keycloak.util.JsonSerialization;

/** The form of the admin API's answers. Nobody may keep them: they speak of people. */
public final class AdminResponses {

  private AdminResponses() {}

  public static Response json(Object body) {
    return answer(Response.Status.OK, body);
  }

  public static Response badRequest(String error, String description) {
    return answer(
        Response.Status.BAD_REQUEST, Map.of("error", error, "error_description", description));
  }

  /**
   * Values that can't be.
   *
   * @param errors what is wrong, by the key of the setting or the name of the parameter
   */
  public static Response invalid(String error, String description, Map<String, String> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error", error);
    body.put("error_description", description);
    body.put("errors", errors);
    return answer(Response.Status.BAD_REQUEST, body);
  }

  static Response notFound(String description) {
    return answer(
        Response.Status.NOT_FOUND, Map.of("error", "not_found", "error_description", description));
  }

  private static Response answer(Response.Status status, Object body) {
    try {
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON_TYPE)
          .header(HttpHeaders.CACHE_CONTROL, "no-store")
          .entity(JsonSerialization.writeValueAsString(body))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
