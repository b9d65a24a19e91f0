package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** Keycloak's admin API, as an admin of everything. Paths begin after {@code /admin/realms}. */
public final class AdminApi {

  // Shorter than the lifetime of such a token, which is one minute.
  private static final Duration TOKEN_AGE = Duration.ofSeconds(40);

  private final URI server;
  private String token;
  private Instant tokenEnd = Instant.MIN;

  AdminApi(URI server) {
    this.server = server;
  }

  public JsonNode get(String path) {
    return send("GET", path).orFail().json();
  }

  public Answer post(String path, Object body) {
    return send("POST", path, body).orFail();
  }

  public void put(String path, Object body) {
    send("PUT", path, body).orFail();
  }

  public void delete(String path) {
    send("DELETE", path).orFail();
  }

  /** Sends it without a check of the answer. */
  public Answer send(String method, String path) {
    return Http.request(method, uri(path)).bearer(token()).send();
  }

  /** Sends it without a check of the answer. */
  public Answer send(String method, String path, Object body) {
    return Http.request(method, uri(path), Json.of(body).toString())
        .header("Content-Type", "application/json")
        .bearer(token())
        .send();
  }

  private String uri(String path) {
    return server + "/admin/realms" + path;
  }

  private String token() {
    if (Instant.now().isAfter(tokenEnd)) {
      token =
          Http.postForm(
                  server + "/realms/master/protocol/openid-connect/token",
                  Map.of(
                      "grant_type",
                      "password",
                      "client_id",
                      "admin-cli",
                      "username",
                      LocalKeycloak.ADMIN,
                      "password",
                      LocalKeycloak.ADMIN))
              .send()
              .orFail()
              .json()
              .get("access_token")
              .asText();
      tokenEnd = Instant.now().plus(TOKEN_AGE);
    }
    return token;
  }
}
