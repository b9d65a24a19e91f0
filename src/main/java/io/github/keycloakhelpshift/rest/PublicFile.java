package io.github.keycloakhelpshift.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.keycloak.jose.jws.crypto.HashUtils;

/** A file of the JAR, the same for everybody. The first call of any file reads all of them. */
enum PublicFile {

  /** The script that a page loads. */
  SCRIPT("web-chat.js", "text/javascript;charset=UTF-8"),

  /**
   * The script's types. TypeScript has no registered media type, and a browser shows plain text.
   */
  TYPES("web-chat.d.ts", "text/plain;charset=UTF-8");

  private static final String FOLDER = "/io/github/keycloakhelpshift/";

  /** Long enough to save most requests, short enough that a new version arrives on the same day. */
  private static final String CACHE_CONTROL = "public, max-age=3600";

  private final String type;
  private final byte[] content;
  private final String etag;

  PublicFile(String name, String type) {
    this.type = type;
    this.content = read(name);
    this.etag = '"' + HexFormat.of().formatHex(HashUtils.hash("SHA-256", content), 0, 16) + '"';
  }

  /**
   * Returns the file, or 304 if the browser has it already.
   *
   * @param ifNoneMatch the request's {@code If-None-Match}; null if it is missing
   */
  Response get(String ifNoneMatch) {
    boolean known = ifNoneMatch != null && ifNoneMatch.contains(etag);
    Response.ResponseBuilder answer = known ? Response.notModified() : Response.ok(content, type);
    return answer
        .header(HttpHeaders.ETAG, etag)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        // The file is public. Pages of other sites need this header to pin it by integrity and
        // crossorigin.
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }

  private static byte[] read(String name) {
    try (InputStream file = PublicFile.class.getResourceAsStream(FOLDER + name)) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
