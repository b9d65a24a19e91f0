package io.github.keycloakhelpshift.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.text.ParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * An app that keeps its tokens on its server: logs in by the code flow as the confidential client
 * {@code server-app}, finds the Helpshift identity token in its userinfo, and hears of ended
 * sessions by Keycloak's back-channel logout. An example: its sessions live in memory.
 */
final class ServerApp implements HttpHandler {

  private static final String CLIENT_ID = "server-app";
  private static final String CLIENT_SECRET = "demo-only-server-app-secret";
  private static final String COOKIE = "server_app";

  /** The claim that the demo realm's mapper fills. */
  private static final String CLAIM = "helpshift_identity_token";

  /** What the app knows of one browser. */
  private record Session(
      String user, String sid, String idToken, String refreshToken, String identityToken) {}

  private final String realm;
  private final String url;
  private final Pages pages;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();

  ServerApp(String realm, String url, Pages pages) {
    this.realm = realm;
    this.url = url;
    this.pages = pages;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try {
      switch (exchange.getRequestURI().getPath()) {
        case "/server/" -> page(exchange);
        case "/server/login" -> login(exchange);
        case "/server/callback" -> callback(exchange);
        case "/server/identity-token" -> identityToken(exchange);
        case "/server/logout" -> logout(exchange);
        case "/server/backchannel-logout" -> backchannelLogout(exchange);
        default -> answer(exchange, 404, "");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer(exchange, 503, "");
    } catch (IOException | ParseException e) {
      // An error, and not the empty answer that means that the session has ended.
      answer(exchange, 502, "");
    }
  }

  private void page(HttpExchange exchange) throws IOException {
    Optional<Session> session = session(exchange);
    pages.send(
        exchange,
        "server.html",
        Map.of(
            "user",
            session.map(Session::user).orElse(""),
            "identityToken",
            session.map(Session::identityToken).orElse("")));
  }

  private void login(HttpExchange exchange) throws IOException {
    String state = UUID.randomUUID().toString();
    exchange
        .getResponseHeaders()
        .add("Set-Cookie", COOKIE + "=" + state + "; Path=/server/; HttpOnly; SameSite=Lax");
    redirect(
        exchange,
        realm
            + "/protocol/openid-connect/auth?"
            + form(
                Map.of(
                    "client_id",
                    CLIENT_ID,
                    "response_type",
                    "code",
                    "scope",
                    "openid",
                    "state",
                    state,
                    "redirect_uri",
                    url + "/server/callback")));
  }

  private void callback(HttpExchange exchange)
      throws IOException, InterruptedException, ParseException {
    Map<String, String> query = parse(exchange.getRequestURI().getRawQuery());
    if (!query.getOrDefault("state", "").equals(cookie(exchange).orElse("-"))) {
      answer(exchange, 403, "This login was not begun in this browser.");
      return;
    }
    Optional<Session> session =
        tokens(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                query.getOrDefault("code", ""),
                "redirect_uri",
                url + "/server/callback"));
    session.ifPresent(found -> sessions.put(query.get("state"), found));
    redirect(exchange, url + "/server/");
  }

  /** Refreshing finds out whether the session lives. */
  private void identityToken(HttpExchange exchange)
      throws IOException, InterruptedException, ParseException {
    Optional<Session> session = session(exchange);
    if (session.isEmpty()) {
      answer(exchange, 200, "");
      return;
    }
    Optional<Session> fresh =
        tokens(
            Map.of("grant_type", "refresh_token", "refresh_token", session.get().refreshToken()));
    String key = cookie(exchange).orElseThrow();
    if (fresh.isPresent()) {
      sessions.put(key, fresh.get());
      answer(exchange, 200, fresh.get().identityToken());
    } else {
      sessions.remove(key);
      answer(exchange, 200, "");
    }
  }

  private void logout(HttpExchange exchange) throws IOException {
    Optional<Session> session = session(exchange);
    cookie(exchange).ifPresent(sessions::remove);
    redirect(
        exchange,
        session.isEmpty()
            ? url + "/server/"
            : realm
                + "/protocol/openid-connect/logout?"
                + form(
                    Map.of(
                        "id_token_hint",
                        session.get().idToken(),
                        "post_logout_redirect_uri",
                        url + "/server/")));
  }

  /** Keycloak says that a session has ended. An app of yours verifies the logout token. */
  private void backchannelLogout(HttpExchange exchange) throws IOException, ParseException {
    Map<String, String> body = parse(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    String sid = JWTParser.parse(body.get("logout_token")).getJWTClaimsSet().getStringClaim("sid");
    sessions.values().removeIf(session -> session.sid().equals(sid));
    answer(exchange, 200, "");
  }

  private Optional<Session> tokens(Map<String, String> grant)
      throws IOException, InterruptedException, ParseException {
    Map<String, String> form = new HashMap<>(grant);
    form.put("client_id", CLIENT_ID);
    form.put("client_secret", CLIENT_SECRET);
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form(form)))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() >= 500) {
      throw new IOException("Keycloak answered " + answer.statusCode());
    }
    if (answer.statusCode() != 200) {
      return Optional.empty();
    }
    JsonNode tokens = json.readTree(answer.body());
    String idToken = tokens.path("id_token").asText();
    // Straight from Keycloak, so its signature proves nothing more (OpenID Connect Core, 3.1.3.7).
    JWTClaimsSet claims = JWTParser.parse(idToken).getJWTClaimsSet();
    return Optional.of(
        new Session(
            claims.getStringClaim("preferred_username"),
            claims.getStringClaim("sid"),
            idToken,
            tokens.path("refresh_token").asText(),
            identityTokenOf(tokens.path("access_token").asText())));
  }

  /** Not from the ID token: the address of the logout contains it. */
  private String identityTokenOf(String accessToken)
      throws IOException, InterruptedException, ParseException {
    HttpResponse<String> answer =
        http.send(
            HttpRequest.newBuilder(URI.create(realm + "/protocol/openid-connect/userinfo"))
                .header("Authorization", "Bearer " + accessToken)
                .build(),
            HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      // Not "nobody": the session may well live.
      throw new ParseException("userinfo: " + answer.statusCode(), 0);
    }
    return json.readTree(answer.body()).path(CLAIM).asText();
  }

  private Optional<Session> session(HttpExchange exchange) {
    return cookie(exchange).map(sessions::get);
  }

  private static Optional<String> cookie(HttpExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst("Cookie");
    return Arrays.stream(header == null ? new String[0] : header.split("; "))
        .filter(pair -> pair.startsWith(COOKIE + "="))
        .map(pair -> pair.substring(COOKIE.length() + 1))
        .findFirst();
  }

  private static void redirect(HttpExchange exchange, String location) throws IOException {
    exchange.getResponseHeaders().set("Location", location);
    answer(exchange, 302, "");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    try (exchange) {
      byte[] bytes = text.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String form(Map<String, String> members) {
    return members.entrySet().stream()
        .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static Map<String, String> parse(String form) {
    Map<String, String> members = new HashMap<>();
    for (String pair : (form == null ? "" : form).split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        members.put(
            pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return members;
  }
}
