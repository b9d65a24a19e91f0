package io.github.keycloakhelpshift.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The pages of a folder, with {@code {{names}}} in them replaced. */
final class Pages implements HttpHandler {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8");

  private final Path folder;
  private final Map<String, String> names;

  /**
   * Serves a folder.
   *
   * @param folder from the project's root
   * @param names what the pages are told
   */
  Pages(Path folder, Map<String, String> names) {
    this.folder = folder;
    this.names = names;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    send(exchange, path.substring(exchange.getHttpContext().getPath().length()), Map.of());
  }

  /** Answers with a page. */
  void send(HttpExchange exchange, String path, Map<String, String> more) throws IOException {
    Path file = folder.resolve(path.isEmpty() || path.endsWith("/") ? path + "index.html" : path);
    String name = file.toString();
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    try (exchange) {
      if (type == null || path.contains("..") || !Files.isRegularFile(file)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] bytes = fill(fill(Files.readString(file), names), more).getBytes(UTF_8);
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
    return value.replaceAll("[\\\\\"'`$<>&]", "_");
  }
}
