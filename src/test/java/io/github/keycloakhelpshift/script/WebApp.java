package io.github.keycloakhelpshift.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakhelpshift.support.Deployment;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The app whose page carries the script, at another origin of the stub's site. */
final class WebApp implements AutoCloseable {

  private final ExecutorService threads = Executors.newFixedThreadPool(2);
  private final HttpServer http;
  private volatile String page = "";
  private volatile String policyHeader = "Content-Security-Policy";
  private volatile String policy;

  WebApp() throws IOException {
    http =
        HttpServer.create(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), Deployment.freePort()), 0);
    http.setExecutor(threads);
    http.createContext("/", this::serve);
    http.start();
  }

  String url() {
    return "http://localhost:" + http.getAddress().getPort() + "/";
  }

  void page(String body) {
    page = body;
  }

  void contentSecurityPolicy(String header) {
    policy = header;
  }

  /** Violations of it are only reported, not prevented. */
  void contentSecurityPolicyReportOnly(String header) {
    policyHeader = "Content-Security-Policy-Report-Only";
    policy = header;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals("/")) {
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      String html =
          "<!doctype html><html lang=\"en\"><title>Example</title><body><h1>Example</h1>"
              + page
              + "</body></html>";
      byte[] bytes = html.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      if (policy != null) {
        exchange.getResponseHeaders().set(policyHeader, policy);
      }
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
