package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;

/** Keycloak's admin API, as the admin that Keycloak makes at its first start. */
final class AdminClient {

  static final String USERNAME = "benchmark";
  static final String PASSWORD = "benchmark";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Well below the minute that realm master's access tokens are good for. */
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(20);

  private final HttpClient http = HttpClient.newHttpClient();
  private final String url;
  private String token = "";
  private Instant tokenMade = Instant.EPOCH;

  /** Argument: Keycloak's address, without a path. */
  AdminClient(String url) {
    this.url = url;
  }

  JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  void post(String path, JsonNode body) {
    send(json(path).POST(BodyPublishers.ofString(body.toString())).build());
  }

  void delete(String path) {
    send(request(path).DELETE().build());
  }

  private HttpRequest.Builder json(String path) {
    return request(path).header("Content-Type", "application/json");
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(url + "/admin/realms" + path))
        .header("Authorization", "Bearer " + token());
  }

  private String token() {
    if (tokenMade.plus(TOKEN_LIFE).isBefore(Instant.now())) {
      tokenMade = Instant.now();
      token =
          send(HttpRequest.newBuilder(
                      URI.create(url + "/realms/master/protocol/openid-connect/token"))
                  .header("Content-Type", "application/x-www-form-urlencoded")
                  .POST(
                      BodyPublishers.ofString(
                          "grant_type=password&client_id=admin-cli&username=%s&password=%s"
                              .formatted(USERNAME, PASSWORD)))
                  .build())
              .required("access_token")
              .textValue();
    }
    return token;
  }

  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new IllegalStateException(
            "%s %s: %d %s"
                .formatted(
                    request.method(), request.uri(), response.statusCode(), response.body()));
      }
      return JSON.readTree(response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
