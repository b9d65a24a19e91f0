package io.github.keycloakhelpshift.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** One HTTP request. Follows no redirect and keeps no cookie. */
public final class Http {

  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private final HttpRequest.Builder request;

  private Http(String method, String uri, HttpRequest.BodyPublisher body) {
    this.request =
        HttpRequest.newBuilder(URI.create(uri))
            .timeout(Duration.ofSeconds(60))
            .method(method, body);
  }

  public static Http get(String uri) {
    return request("GET", uri);
  }

  public static Http request(String method, String uri) {
    return new Http(method, uri, BodyPublishers.noBody());
  }

  /** Makes a request with a body; the caller sets its type. */
  public static Http request(String method, String uri, String body) {
    return new Http(method, uri, BodyPublishers.ofString(body));
  }

  /** Makes a request without a declared length of the body. */
  public static Http requestInChunks(String method, String uri, String body) {
    return new Http(method, uri, BodyPublishers.fromPublisher(BodyPublishers.ofString(body)));
  }

  public static Http postForm(String uri, Map<String, String> form) {
    return request("POST", uri, encode(form))
        .header("Content-Type", "application/x-www-form-urlencoded");
  }

  /** As a query or a form. */
  public static String encode(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(entry -> encode(entry.getKey()) + "=" + encode(entry.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  public Http header(String name, String value) {
    request.setHeader(name, value);
    return this;
  }

  public Http bearer(String token) {
    return header("Authorization", "Bearer " + token);
  }

  public Answer send() {
    try {
      HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), response.headers(), response.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
