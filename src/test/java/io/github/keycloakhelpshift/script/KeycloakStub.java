package io.github.keycloakhelpshift.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakhelpshift.simulator.HelpshiftSimulator;
import io.github.keycloakhelpshift.support.Deployment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The endpoints under {@code /realms/acme/helpshift} as the script sees them, which can also be
 * slow, failing or gone. A session's name is its cookie and, after {@code at-} and with any suffix
 * after a dot, its access token.
 */
final class KeycloakStub implements AutoCloseable {

  static final String PLATFORM = "acme_platform_20260101000000000-0000000000000000";
  static final String DOMAIN = "acme";
  static final String COOKIE = "KEYCLOAK_IDENTITY";

  private static final String SECRET = "a-shared-secret-that-is-long-enough-for-hs256";
  static final String LEGACY_SECRET = "a-secret-for-verification";
  private static final String PATH = "/realms/acme/helpshift/";
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer http;
  private final Map<String, Person> sessions = new ConcurrentHashMap<>();
  private final Map<String, Queue<Behaviour>> next = new ConcurrentHashMap<>();
  private final Map<String, Behaviour> always = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final List<String> secrets = new CopyOnWriteArrayList<>();
  private final List<String> spent = new CopyOnWriteArrayList<>();
  private final Map<String, Object> config = new ConcurrentHashMap<>();
  private final Map<String, Object> visitorConfig = new ConcurrentHashMap<>();
  private final Map<String, Object> settings = new ConcurrentHashMap<>();
  private volatile String legacySecret = LEGACY_SECRET;
  private volatile boolean legacy;
  private volatile int sessionRetryAfter;
  private volatile String webChatUrl = "https://webchat.helpshift.com/webChat.js";
  private int names;

  KeycloakStub() throws IOException {
    http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Deployment.freePort()), 0);
    http.setExecutor(threads);
    http.createContext(PATH, this::serve);
    http.start();
  }

  static void enroll(HelpshiftSimulator simulator) {
    simulator.app(PLATFORM, DOMAIN, SECRET);
  }

  static void enrollLegacy(HelpshiftSimulator simulator) {
    simulator.legacyApp(PLATFORM, DOMAIN, LEGACY_SECRET);
  }

  /** Whether the realm's domain has no User Hub. */
  void legacy(boolean legacy) {
    this.legacy = legacy;
  }

  void legacySecret(String secret) {
    legacySecret = secret;
  }

  String scriptUrl() {
    return "http://localhost:" + http.getAddress().getPort() + PATH + "web-chat.js";
  }

  /** Begins a session and returns its name. */
  synchronized String signIn(Person person) {
    String session = "session-" + ++names;
    sessions.put(session, person);
    secrets.add(accessToken(session));
    return session;
  }

  void change(String session, Person person) {
    sessions.put(session, person);
  }

  void end(String session) {
    sessions.remove(session);
  }

  /** As an admin who signs everybody out. */
  void endAll() {
    sessions.clear();
  }

  static String accessToken(String session) {
    return "at-" + session;
  }

  /** Lets an access token expire while its session goes on. */
  void expire(String accessToken) {
    spent.add(accessToken);
  }

  void webChatUrl(String url) {
    webChatUrl = url;
  }

  void config(String name, Object value) {
    config.put(name, value);
  }

  /** A member of the config for those who are not signed in. */
  void visitorConfig(String name, Object value) {
    visitorConfig.put(name, value);
  }

  void noConfig(String name) {
    config.remove(name);
  }

  /** Another member of what {@code web-chat} answers, beside helpshiftConfig. */
  void setting(String name, Object value) {
    settings.put(name, value);
  }

  /** Lets {@code session} ask for this many seconds between two looks. */
  void sessionRetryAfter(int seconds) {
    sessionRetryAfter = seconds;
  }

  /** Answers the next requests to an endpoint so, one each. */
  void next(String endpoint, Behaviour... behaviours) {
    next.computeIfAbsent(endpoint, unused -> new ConcurrentLinkedQueue<>())
        .addAll(List.of(behaviours));
  }

  /** Answers every request to an endpoint so, once no {@link #next} is left. */
  void always(String endpoint, Behaviour behaviour) {
    always.put(endpoint, behaviour);
  }

  void well(String endpoint) {
    always.remove(endpoint);
  }

  /** Returns every request except for the script's. */
  int allRequests() {
    return (int) requests.stream().filter(one -> !one.endpoint().endsWith(".js")).count();
  }

  List<Request> requests(String endpoint) {
    return requests.stream().filter(request -> request.endpoint().equals(endpoint)).toList();
  }

  /** Every identity token that was made, and every access token that could be shown. */
  List<String> secrets() {
    return List.copyOf(secrets);
  }

  String identityToken(Person person) {
    List<Map<String, String>> identities = new ArrayList<>();
    person
        .identities()
        .forEach((name, value) -> identities.add(Map.of("identifier", name, "value", value)));
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("identities", identities);
    payload.put("iat", Instant.now().getEpochSecond() - 60);
    JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(JOSEObjectType.JWT).build();
    JWSObject token = new JWSObject(header, new Payload(payload));
    try {
      token.sign(new MACSigner(SECRET.getBytes(UTF_8)));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    secrets.add(token.serialize());
    return token.serialize();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String endpoint = exchange.getRequestURI().getPath().substring(PATH.length());
      String origin = exchange.getRequestHeaders().getFirst("Origin");
      // Chromium sends a request again by itself when a connection it had used before breaks.
      exchange.getResponseHeaders().set("Connection", "close");
      if (origin != null) {
        exchange.getResponseHeaders().set("Access-Control-Allow-Origin", origin);
        exchange.getResponseHeaders().set("Access-Control-Allow-Credentials", "true");
        exchange
            .getResponseHeaders()
            .set("Access-Control-Expose-Headers", "WWW-Authenticate, Retry-After");
        exchange.getResponseHeaders().set("Vary", "Origin");
      }
      if (exchange.getRequestMethod().equals("OPTIONS")) {
        exchange.getResponseHeaders().set("Access-Control-Allow-Methods", "GET, POST");
        exchange
            .getResponseHeaders()
            .set("Access-Control-Allow-Headers", "Authorization, Content-Type");
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      Request request = record(exchange, endpoint, origin);
      Behaviour behaviour = next.getOrDefault(endpoint, new ConcurrentLinkedQueue<>()).poll();
      if (behaviour == null) {
        behaviour = always.get(endpoint);
      }
      if (behaviour instanceof Behaviour.Drop) {
        return;
      }
      if (behaviour instanceof Behaviour.Fail fail) {
        if (!fail.retryAfter().isEmpty()) {
          exchange.getResponseHeaders().set("Retry-After", fail.retryAfter());
        }
        send(exchange, fail.status(), error(fail.error()));
        return;
      }
      if (behaviour instanceof Behaviour.Foreign foreign) {
        if (!foreign.location().isEmpty()) {
          exchange.getResponseHeaders().set("Location", foreign.location());
        }
        String type = foreign.body().startsWith("{") ? "application/json" : "text/html";
        send(exchange, foreign.status(), type, foreign.body().getBytes(UTF_8));
        return;
      }
      if (behaviour instanceof Behaviour.Hold hold) {
        hold.gate().await();
        try {
          answer(exchange, request);
        } finally {
          hold.sent().countDown();
        }
        return;
      }
      answer(exchange, request);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Request record(HttpExchange exchange, String endpoint, String origin) throws IOException {
    Request request =
        new Request(
            exchange.getRequestMethod(),
            endpoint,
            exchange.getRequestURI().getRawQuery(),
            origin,
            exchange.getRequestHeaders().getFirst("Authorization"),
            exchange.getRequestHeaders().getFirst("Cookie"),
            new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    requests.add(request);
    return request;
  }

  private void answer(HttpExchange exchange, Request request) throws IOException {
    if (request.endpoint().equals("web-chat.js")) {
      send(exchange, 200, "text/javascript; charset=utf-8", script().getBytes(UTF_8));
      return;
    }
    String session = session(request);
    Person person = session == null ? null : sessions.get(session);
    // An expired token only tells whose session it is.
    boolean fresh =
        request.authorization() == null
            || !spent.contains(request.authorization().substring("Bearer ".length()));
    boolean unauthorised = person == null || (!fresh && !request.endpoint().equals("session"));
    switch (request.endpoint()) {
      case "web-chat" -> {
        if (request.authorization() != null && unauthorised) {
          send(exchange, 401, error("invalid_token"));
        } else {
          send(exchange, 200, webChat(session, person));
        }
      }
      case "session" -> {
        if (unauthorised || isAnotherSession(request, session)) {
          send(exchange, 401, error("invalid_token"));
        } else {
          if (sessionRetryAfter > 0) {
            exchange.getResponseHeaders().set("Retry-After", String.valueOf(sessionRetryAfter));
          }
          exchange.sendResponseHeaders(204, -1);
        }
      }
      case "token" -> {
        if (unauthorised) {
          send(exchange, 401, error("invalid_token"));
        } else {
          token(exchange, request, person);
        }
      }
      default -> send(exchange, 404, error("not_found"));
    }
  }

  /** With the cookie, another user's session may have replaced the one that the page watches. */
  private static boolean isAnotherSession(Request request, String session) {
    return request.authorization() == null
        && !request.query().endsWith("&sid=opaque-" + session)
        && !request.query().endsWith("&sid=");
  }

  private static String session(Request request) {
    if (request.authorization() != null) {
      String token = request.authorization().substring("Bearer at-".length());
      return token.contains(".") ? token.substring(0, token.indexOf('.')) : token;
    }
    if (request.cookie() == null) {
      return null;
    }
    for (String cookie : request.cookie().split("; ", -1)) {
      if (cookie.startsWith(COOKIE + "=")) {
        return cookie.substring(COOKIE.length() + 1);
      }
    }
    return null;
  }

  private Map<String, Object> webChat(String session, Person person) {
    Map<String, Object> helpshift = new LinkedHashMap<>();
    helpshift.put("platformId", PLATFORM);
    helpshift.put("domain", DOMAIN);
    if (!legacy) {
      helpshift.put("authenticateWith", "identities");
    }
    helpshift.put("clearAnonymousUserOnLogin", true);
    helpshift.putAll(config);
    if (person == null) {
      helpshift.putAll(visitorConfig);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("helpshiftConfig", helpshift);
    answer.put("webChatUrl", webChatUrl);
    answer.putAll(settings);
    if (person != null) {
      if (!person.uid().isEmpty()) {
        helpshift.put("userId", person.uid());
      }
      if (!person.email().isEmpty()) {
        helpshift.put("userEmail", person.email());
      }
      if (legacy) {
        helpshift.put("userName", "Name of " + person.uid());
        helpshift.put("userAuthToken", userAuthToken(person));
      }
      answer.put("sid", "opaque-" + session);
    }
    return answer;
  }

  private String userAuthToken(Person person) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(legacySecret.getBytes(UTF_8), "HmacSHA256"));
      byte[] digest = mac.doFinal((person.uid() + person.email()).getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void token(HttpExchange exchange, Request request, Person person) throws IOException {
    var body = JSON.readTree(request.body());
    if (!body.path("userId").asText("").equals(person.uid())) {
      send(exchange, 409, error("CONFIG_JWT_USER_ID_MISMATCH"));
      return;
    }
    if (!body.path("userEmail").asText("").equals(person.email())) {
      send(exchange, 409, error("CONFIG_JWT_EMAIL_MISMATCH"));
      return;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    if (legacy) {
      answer.put("userAuthToken", userAuthToken(person));
    } else {
      answer.put("identity_token", identityToken(person.only(identifiers(body))));
    }
    answer.put("full_privacy_enabled", person.fullPrivacy());
    answer.put("userId", person.uid());
    answer.put("userEmail", person.email());
    answer.put("user_data", Map.of("global", person.globalData(), "app", person.appData()));
    send(exchange, 200, answer);
  }

  private static Set<String> identifiers(JsonNode body) {
    return StreamSupport.stream(body.path("identifiers").spliterator(), false)
        .map(JsonNode::asText)
        .collect(Collectors.toSet());
  }

  private static Map<String, Object> error(String error) {
    return Map.of("error", error, "error_description", "The stub was told to say " + error);
  }

  private static void send(HttpExchange exchange, int status, Map<String, Object> body)
      throws IOException {
    send(exchange, status, "application/json", JSON.writeValueAsBytes(body));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] bytes)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /** The script as the JAR ships it. */
  static String script() {
    try (InputStream in =
        KeycloakStub.class.getResourceAsStream("/io/github/keycloakhelpshift/web-chat.js")) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
