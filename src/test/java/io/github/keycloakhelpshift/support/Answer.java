package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** An HTTP response. */
public record Answer(int status, HttpHeaders headers, String body) {

  public JsonNode json() {
    return Json.of(body);
  }

  public Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** Returns this answer if it has that status; otherwise the test fails. */
  public Answer orFail() {
    if (status >= 400) {
      throw new AssertionError(status + ": " + body);
    }
    return this;
  }
}
