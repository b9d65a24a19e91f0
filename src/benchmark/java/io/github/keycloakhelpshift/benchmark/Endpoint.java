package io.github.keycloakhelpshift.benchmark;

import static io.gatling.javaapi.core.CoreDsl.StringBody;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.function.UnaryOperator;

/** What is measured. The feeder's {@code accessToken} and so on are each user's own. */
enum Endpoint {
  TOKEN("POST token", "POST", "/helpshift/token", Endpoint::byAccessToken),
  TOKEN_WITH_BODY(
      "POST token with a body",
      "POST",
      "/helpshift/token",
      request -> byAccessToken(request).body(StringBody("{}")).asJson()),
  USERINFO("userinfo", "GET", "/protocol/openid-connect/userinfo", Endpoint::byAccessToken),
  AUTHENTICATE_ONLY("authenticate-only", "POST", "/authenticate-only", Endpoint::byAccessToken),
  TOKEN_BY_COOKIE(
      "POST token by cookie", "POST", "/helpshift/token?client_id=#{clientId}", Endpoint::byCookie),
  SESSION("GET session", "GET", "/helpshift/session", Endpoint::byAccessToken),
  SESSION_BY_COOKIE(
      "GET session by cookie",
      "GET",
      "/helpshift/session?client_id=#{clientId}",
      Endpoint::byCookie),
  SERVICE(
      "Node service",
      "POST",
      System.getProperty("benchmark.service"),
      request -> request.header("Authorization", "Bearer #{serviceToken}"));

  private final String label;
  private final String method;
  private final String path;
  private final UnaryOperator<HttpRequestActionBuilder> credentials;

  Endpoint(
      String label,
      String method,
      String path,
      UnaryOperator<HttpRequestActionBuilder> credentials) {
    this.label = label;
    this.method = method;
    this.path = path;
    this.credentials = credentials;
  }

  String label() {
    return label;
  }

  HttpRequestActionBuilder request() {
    return credentials.apply(http(label).httpRequest(method, path));
  }

  private static HttpRequestActionBuilder byCookie(HttpRequestActionBuilder request) {
    return request.header("Cookie", "#{cookie}").header("Origin", BenchmarkRealm.ORIGIN);
  }

  private static HttpRequestActionBuilder byAccessToken(HttpRequestActionBuilder request) {
    return request.header("Authorization", "Bearer #{accessToken}");
  }
}
