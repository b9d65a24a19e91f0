package io.github.keycloakhelpshift.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** The example pages, with {@code {{names}}} in them replaced. */
final class Pages implements HttpHandler {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8");

  private final Map<String, String> names;

  Pages(Map<String, String> names) {
    this.names = names;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    send(exchange, path.equals("/") ? "/index.html" : path, Map.of());
  }

  /** Answers with a page. */
  void send(HttpExchange exchange, String path, Map<String, String> more) throws IOException {
    String type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    try (exchange;
        InputStream file = Pages.class.getResourceAsStream("/demo-app" + path)) {
      if (type == null || file == null || path.contains("..")) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String text = new String(file.readAllBytes(), UTF_8);
      if (path.endsWith(".html")) {
        text = fill(fill(text, names), more);
      }
      byte[] bytes = text.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String fill(String text, Map<String, String> names) {
    String filled = text;
    for (Map.Entry<String, String> name : names.entrySet()) {
      filled = filled.replace("{{" + name.getKey() + "}}", escape(name.getValue()));
    }
    return filled;
  }

  /** For the places where the pages have names: HTML attributes and JavaScript strings. */
  private static String escape(String value) {
    return value.replaceAll("[\\\\\"'<>&]", "_");
  }
}
