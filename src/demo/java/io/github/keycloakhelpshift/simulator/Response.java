package io.github.keycloakhelpshift.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What the simulator answers to one HTTP request. */
public record Response(int status, String contentType, String body) {

  static Response json(String body) {
    return new Response(200, "application/json", body);
  }

  static Response error(int status) {
    return new Response(status, "text/plain; charset=utf-8", "");
  }

  byte[] bytes() {
    return body.getBytes(UTF_8);
  }
}
