package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.function.Consumer;

/** Keycloak's admin API, as an admin of everything. Paths begin after {@code /admin/realms}. */
public final class AdminApi {

  private final URI server;
  private final AdminLogin login;
  private final Consumer<String> onWrite;

  AdminApi(URI server) {
    this(server, new AdminLogin(server), path -> {});
  }

  private AdminApi(URI server, AdminLogin login, Consumer<String> onWrite) {
    this.server = server;
    this.login = login;
    this.onWrite = onWrite;
  }

  /**
   * The same, with the same login, which tells the path of each call that may have changed
   * something.
   */
  AdminApi tellingOfWrites(Consumer<String> listener) {
    return new AdminApi(server, login, listener);
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
    return tell(method, path, Http.request(method, uri(path)).bearer(login.token()).send());
  }

  /** Sends it without a check of the answer. */
  public Answer send(String method, String path, Object body) {
    return tell(
        method,
        path,
        Http.request(method, uri(path), Json.of(body).toString())
            .header("Content-Type", "application/json")
            .bearer(login.token())
            .send());
  }

  private Answer tell(String method, String path, Answer answer) {
    if (!method.equals("GET") && answer.status() < 400) {
      onWrite.accept(path);
    }
    return answer;
  }

  private String uri(String path) {
    return server + "/admin/realms" + path;
  }
}
