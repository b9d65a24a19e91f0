package io.github.keycloakhelpshift.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * Replaces Helpshift in tests and in the demo: serves a {@code webChat.js} that keeps Web Chat's
 * contract strictly, and verifies identity tokens as Helpshift's server does. Listens on loopback
 * only.
 *
 * <p>A page uses it by loading {@link #webChatUrl()} in place of Helpshift's own script (setting
 * {@code helpshift.web_chat_url}), or through {@link #handle}, to which a browser test routes
 * {@code https://webchat.helpshift.com/}.
 */
public final class HelpshiftSimulator implements AutoCloseable {

  private static final String SCRIPT = "/webChat.js";
  private static final Map<String, String> FILES =
      Map.of(
          SCRIPT,
          "text/javascript; charset=utf-8",
          "/frame.html",
          "text/html; charset=utf-8",
          "/frame.js",
          "text/javascript; charset=utf-8",
          "/frame.css",
          "text/css; charset=utf-8");
  private static final List<String> PARTS =
      List.of("conversations", "state", "frame-link", "who", "login", "talk", "user-data", "api");
  private static final String CALLS = "/simulator/";

  private final HelpshiftServer helpshift = new HelpshiftServer(Clock.systemUTC());
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final HttpServer http;

  private HelpshiftSimulator(int port) {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new UncheckedIOException("The Web Chat simulator can't listen on port " + port, e);
    }
    http.setExecutor(threads);
    http.createContext("/", this::serve);
    http.start();
  }

  /**
   * Starts a simulator without any app.
   *
   * @param port 0 for any free one
   */
  public static HelpshiftSimulator start(int port) {
    return new HelpshiftSimulator(port);
  }

  /** Adds a Helpshift app: its platform id, its domain (without {@code .helpshift.com}), secret. */
  public HelpshiftSimulator app(String platformId, String domain, String secret) {
    helpshift.add(new App(platformId, secret), domain);
    return this;
  }

  /**
   * Adds an app that verifies its users by {@code userAuthToken}, without User Hub. An app can be
   * both, while its domain moves to User Hub; each way has a secret of its own.
   */
  public HelpshiftSimulator legacyApp(String platformId, String domain, String secret) {
    helpshift.addLegacy(platformId, domain, secret);
    return this;
  }

  /** Makes a custom user field a multi-line one, as an admin does in Helpshift's dashboard. */
  public HelpshiftSimulator multilineField(String field) {
    helpshift.multiline(field);
    return this;
  }

  /** The simulator's origin. */
  public String url() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  /** What to set {@code helpshift.web_chat_url} to. */
  public String webChatUrl() {
    return url() + "/webChat.js";
  }

  /** Every login that reached the server, refused ones too, in order. */
  public List<Login> logins() {
    return helpshift.logins();
  }

  /** Every {@code addUserIdentities} that reached the server, refused ones too, in order. */
  public List<Login> additions() {
    return helpshift.additions();
  }

  /** Every user who was verified without User Hub, refused ones too, in order. */
  public List<Verification> verifications() {
    return helpshift.verifications();
  }

  /** What {@code updateGlobalUserData} calls brought, without the refused ones. */
  public List<JsonNode> globalUserData() {
    return helpshift.updates(true);
  }

  /** What {@code updateAppUserData} calls brought, without the refused ones. */
  public List<JsonNode> appUserData() {
    return helpshift.updates(false);
  }

  /** Lets the next login fail on the server side with this reason, whatever its token. */
  public void failNextLogin(String reason) {
    helpshift.failNext("login", reason);
  }

  /** Lets the next identities that are added be lost, with this reason. */
  public void failNextAddition(String reason) {
    helpshift.failNext("identities", reason);
  }

  /** Lets the next user data be lost, with this reason. */
  public void failNextUpdate(String reason) {
    helpshift.failNext("profile", reason);
  }

  /** Whether User Hub is enabled for the domain; it is at first. */
  public void enableIdentities(boolean enabled) {
    helpshift.enableIdentities(enabled);
  }

  /** Answers one request as the server does. */
  public Response handle(String method, String path, String body) {
    if (path.startsWith(CALLS) && method.equals("POST")) {
      return helpshift.call(path.substring(CALLS.length()), body);
    }
    String contentType = FILES.get(path);
    return contentType == null || !method.equals("GET")
        ? Response.error(404)
        : new Response(200, contentType, path.equals(SCRIPT) ? script() : file(path));
  }

  /** The parts in one function, which keeps their names from the page's. */
  private static String script() {
    return PARTS.stream()
        .map(part -> file("/webChat/" + part + ".js"))
        .collect(Collectors.joining("\n", "(() => {\n\"use strict\";\n\n", "})();\n"));
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      Response response =
          handle(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), body);
      byte[] bytes = response.bytes();
      exchange.getResponseHeaders().set("Content-Type", response.contentType());
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      // Any page may load the script; what it asks for comes from its own frame.
      exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "cross-origin");
      exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String file(String path) {
    try (InputStream in =
        HelpshiftSimulator.class.getResourceAsStream("/web-chat-simulator" + path)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Runs a simulator until it is interrupted: {@code --port N --platform-id X --domain Y
   * --secret-env NAME}. The secret comes from the environment, so that no process list shows it.
   */
  public static void main(String... args) throws InterruptedException {
    Map<String, String> options = new HashMap<>();
    for (int i = 0; i + 1 < args.length; i += 2) {
      options.put(args[i], args[i + 1]);
    }
    String variable = options.getOrDefault("--secret-env", "HELPSHIFT_SECRET");
    String secret = System.getenv(variable);
    if (secret == null) {
      throw new IllegalArgumentException("The environment has no " + variable);
    }
    try (HelpshiftSimulator simulator =
        start(Integer.parseInt(options.getOrDefault("--port", "0")))
            .app(
                options.getOrDefault("--platform-id", "demo"),
                options.getOrDefault("--domain", "demo"),
                secret)) {
      System.out.println("Web Chat simulator: " + simulator.webChatUrl());
      Thread.currentThread().join();
    }
  }
}
