package io.github.keycloakhelpshift.benchmark;

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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A user who has logged in as a browser does, so that access token and sign-on cookie belong to one
 * session.
 *
 * @param accessToken his access token
 * @param cookie the sign-on cookie, as in the header {@code Cookie}
 */
record SignedIn(String accessToken, String cookie) {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");
  private static final Pattern CODE = Pattern.compile("[?&]code=([^&]+)");
  private static final String VERIFIER = "v".repeat(64);

  /** Logs in so many users. */
  static List<SignedIn> users(String realmUrl, int number) {
    return IntStream.range(0, number)
        .parallel()
        .mapToObj(user -> logIn(realmUrl + "/protocol/openid-connect", user))
        .toList();
  }

  /** The answer to a call with the access token and without a body. */
  String post(String url) {
    return send(HttpRequest.newBuilder(URI.create(url))
            .header("Authorization", "Bearer " + accessToken)
            .POST(HttpRequest.BodyPublishers.noBody())
            .build())
        .body();
  }

  private static SignedIn logIn(String oidcUrl, int user) {
    HttpResponse<String> page =
        send(
            HttpRequest.newBuilder(
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
                                    BenchmarkRealm.CLIENT_ID,
                                    "redirect_uri",
                                    BenchmarkRealm.REDIRECT_URI,
                                    "code_challenge_method",
                                    "S256",
                                    "code_challenge",
                                    challenge()))))
                .build());
    HttpResponse<String> loggedIn =
        send(
            post(
                    find(FORM, page.body()).replace("&amp;", "&"),
                    Map.of(
                        "username",
                        BenchmarkRealm.username(user),
                        "password",
                        BenchmarkRealm.PASSWORD))
                .header("Cookie", cookies(page))
                .build());
    HttpResponse<String> tokens =
        send(
            post(
                    oidcUrl + "/token",
                    Map.of(
                        "grant_type",
                        "authorization_code",
                        "client_id",
                        BenchmarkRealm.CLIENT_ID,
                        "redirect_uri",
                        BenchmarkRealm.REDIRECT_URI,
                        "code_verifier",
                        VERIFIER,
                        "code",
                        find(CODE, loggedIn.headers().firstValue("Location").orElse(""))))
                .build());
    try {
      return new SignedIn(
          new ObjectMapper().readTree(tokens.body()).required("access_token").textValue(),
          cookies(loggedIn));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
