package io.github.keycloakhelpshift.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request byte by byte: what an attacker can send and no well-behaved client would. Its length is
 * told right, so that there is always an answer to read.
 */
final class RawRequest {

  private final String method;
  private final String target;
  private final List<String> headers = new ArrayList<>();
  private byte[] body = {};
  private boolean chunked;

  RawRequest(String method, String target) {
    this.method = method;
    this.target = target;
  }

  RawRequest header(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  RawRequest body(byte[] bytes, boolean inChunks) {
    body = bytes;
    chunked = inChunks;
    return this;
  }

  byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head().getBytes(StandardCharsets.ISO_8859_1));
    if (chunked) {
      // A chunk of no bytes would be the last.
      if (body.length > 0) {
        bytes.writeBytes(
            (Integer.toHexString(body.length) + "\r\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(body);
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
      }
      bytes.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    } else {
      bytes.writeBytes(body);
    }
    return bytes.toByteArray();
  }

  private String head() {
    StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
    headers.forEach(header -> head.append(header).append("\r\n"));
    if (chunked) {
      head.append("Transfer-Encoding: chunked\r\n");
    } else if (body.length > 0 || method.equals("POST") || method.equals("PUT")) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return head.append("\r\n").toString();
  }

  boolean isHead() {
    return method.equals("HEAD");
  }

  /** For a message: enough to see what was bent. */
  @Override
  public String toString() {
    String text = new String(bytes(), StandardCharsets.ISO_8859_1);
    return text.length() > 3_000 ? text.substring(0, 3_000) + "…" : text;
  }
}
