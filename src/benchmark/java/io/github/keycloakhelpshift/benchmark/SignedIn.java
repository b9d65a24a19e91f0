package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A user who has logged in as a browser does, so that access tokens and sign-on cookie belong to
 * one session.
 *
 * @param clientId the client that the user logged in through
 * @param tokens what that client got
 * @param serviceToken the access token of the same session for the service beside Keycloak
 * @param cookie the sign-on cookie, as in the header {@code Cookie}
 */
record SignedIn(String clientId, Tokens tokens, String serviceToken, String cookie) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final String VERIFIER = "v".repeat(64);

  /**
   * What Keycloak's token endpoint answers.
   *
   * @param end when the access token runs out
   */
  record Tokens(String accessToken, String refreshToken, Instant end) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Tokens read(String body) {
      try {
        JsonNode answer = JSON.readTree(body);
        return new Tokens(
            answer.required("access_token").textValue(),
            answer.required("refresh_token").textValue(),
            Instant.now().plusSeconds(answer.required("expires_in").longValue()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Logs in all who have a session in this configuration. */
  static List<SignedIn> users(String realmUrl, Configuration configuration) {
    return IntStream.range(0, configuration.signedIn())
        .parallel()
        .mapToObj(
            user ->
                logIn(
                    realmUrl + "/protocol/openid-connect",
                    configuration.username(user),
                    configuration.clientId(user)))
        .toList();
  }

  /** The answer to a call with an access token and without a body. */
  static String post(String url, String accessToken) {
    return send(HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + accessToken)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build())
        .body();
  }

  private static SignedIn logIn(String oidcUrl, String username, String clientId) {
    HttpResponse<String> page = send(authorization(oidcUrl, clientId).build());
    HttpResponse<String> loggedIn =
        send(
            post(
                    find(FORM, page.body()).replace("&amp;", "&"),
                    Map.of("username", username, "password", UserTables.PASSWORD))
                .header("Cookie", cookies(page))
                .build());
    String cookie = cookies(loggedIn);
    HttpResponse<String> singleSignOn =
        send(
            authorization(oidcUrl, BenchmarkRealm.SERVICE_CLIENT_ID)
                .header("Cookie", cookie)
                .build());
    return new SignedIn(
        clientId,
        tokens(oidcUrl, clientId, loggedIn),
        tokens(oidcUrl, BenchmarkRealm.SERVICE_CLIENT_ID, singleSignOn).accessToken(),
        cookie);
  }

  private static HttpRequest.Builder authorization(String oidcUrl, String clientId) {
    return HttpRequest.newBuilder(
        URI.create(
            oidcUrl
                + "/auth?"
                + form(
                    Map.of(
                        "response_type",
                        "code",
                        "scope",
                        "openid",
                        "client_id",
                        clientId,
                        "redirect_uri",
                        BenchmarkRealm.REDIRECT_URI,
                        "code_challenge_method",
                        "S256",
                        "code_challenge",
                        challenge()))));
  }

  private static Tokens tokens(String oidcUrl, String clientId, HttpResponse<String> redirect) {
    return Tokens.read(
        send(post(
                    oidcUrl + "/token",
                    Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        clientId,
                        "redirect_uri",
                        BenchmarkRealm.REDIRECT_URI,
                        "code_verifier",
                        VERIFIER,
                        "code",
                        find(CODE, redirect.headers().firstValue("Location").orElse(""))))
                .build())
            .body());
  }

  private static HttpRequest.Builder post(String url, Map<String, String> fields) {
    return HttpRequest.newBuilder(URI.create(url))
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(HttpRequest.BodyPublishers.ofString(form(fields)));
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String cookies(HttpResponse<?> response) {
    return response.headers().allValues("Set-Cookie").stream()
        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
        .filter(cookie -> !cookie.endsWith("="))
        .collect(Collectors.joining("; "));
  }

  private static String find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new IllegalStateException("Could not log in: no " + pattern + " in " + text);
    }
    return matcher.group(1);
  }

  private static String challenge() {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(VERIFIER.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
