package io.github.keycloakhelpshift.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import org.keycloak.jose.jws.crypto.HashUtils;

/** {@code GET web-chat.js}: the script, the same for everybody. */
final class Script {

  private static final String RESOURCE = "/io/github/keycloakhelpshift/web-chat.js";

  /** Long enough to spare a page's loads, short enough for a new version to arrive the same day. */
  private static final String CACHE_CONTROL = "public, max-age=3600";

  private static final String TYPE = "text/javascript;charset=UTF-8";

  private Script() {}

  /** Read at the first call and not before. */
  private static final class Content {
    static final byte[] BYTES = read();
    static final String ETAG =
        '"' + HexFormat.of().formatHex(HashUtils.hash("SHA-256", BYTES), 0, 16) + '"';

    private static byte[] read() {
      try (InputStream script = Script.class.getResourceAsStream(RESOURCE)) {
        return script.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /**
   * The script, or nothing where the browser has it already.
   *
   * @param ifNoneMatch the request's {@code If-None-Match}; null where there is none
   */
  static Response get(String ifNoneMatch) {
    boolean known = ifNoneMatch != null && ifNoneMatch.contains(Content.ETAG);
    Response.ResponseBuilder answer =
        known ? Response.notModified() : Response.ok(Content.BYTES, TYPE);
    return answer
        .header(HttpHeaders.ETAG, Content.ETAG)
        .header(HttpHeaders.CACHE_CONTROL, CACHE_CONTROL)
        // Public, and loaded from other sites: pages may pin it by integrity and crossorigin.
        .header("Access-Control-Allow-Origin", "*")
        .header("Cross-Origin-Resource-Policy", "cross-origin")
        .build();
  }
}
