package io.github.keycloakhelpshift.benchmark;

import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.function.UnaryOperator;

/** What is measured. The feeder's {@code accessToken} and {@code cookie} are each user's own. */
enum Endpoint {
  TOKEN(
      "POST token",
      "POST",
      "/helpshift/token",
      request -> request.header("Authorization", "Bearer #{accessToken}")),
  USERINFO(
      "userinfo",
      "GET",
      "/protocol/openid-connect/userinfo",
      request -> request.header("Authorization", "Bearer #{accessToken}")),
  AUTHENTICATE_ONLY(
      "authenticate-only",
      "POST",
      "/authenticate-only",
      request -> request.header("Authorization", "Bearer #{accessToken}")),
  TOKEN_BY_COOKIE(
      "POST token by cookie",
      "POST",
      "/helpshift/token?client_id=" + BenchmarkRealm.CLIENT_ID,
      request -> request.header("Cookie", "#{cookie}").header("Origin", BenchmarkRealm.ORIGIN));

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

  HttpRequestActionBuilder request(String name) {
    return credentials.apply(http(name).httpRequest(method, path));
  }
}
