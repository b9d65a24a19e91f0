package io.github.keycloakhelpshift.support;

import java.util.LinkedHashMap;
import java.util.Map;

/** A builder of a call of {@code POST token}. Each step returns a new builder. */
public record TokenRequest(String url, Map<String, String> headers, String body) {

  static TokenRequest to(String url) {
    return new TokenRequest(url, Map.of(), null);
  }

  /** As an app. */
  public TokenRequest bearer(String accessToken) {
    return header("Authorization", "Bearer " + accessToken);
  }

  /** As an app whose token is bound to a key. */
  public TokenRequest dpop(String accessToken, DpopKey key) {
    return header("Authorization", "DPoP " + accessToken)
        .header("DPoP", key.proof("POST", url, accessToken));
  }

  /** As a page of that client and origin, in a browser that has been logged in. */
  public TokenRequest cookie(Browser browser, String clientId, String origin) {
    return cookie(browser).clientId(clientId).origin(origin);
  }

  public TokenRequest cookie(Browser browser) {
    return header("Cookie", browser.cookies());
  }

  public TokenRequest clientId(String clientId) {
    return new TokenRequest(
        url + (url.contains("?") ? "&" : "?") + Http.encode(Map.of("client_id", clientId)),
        headers,
        body);
  }

  public TokenRequest origin(String origin) {
    return header("Origin", origin);
  }

  public TokenRequest accept(String type) {
    return header("Accept", type);
  }

  public TokenRequest json(String json) {
    return body("application/json", json);
  }

  public TokenRequest body(String type, String text) {
    return new TokenRequest(url, headers, text).header("Content-Type", type);
  }

  public TokenRequest header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new TokenRequest(url, more, body);
  }

  public Answer post() {
    return send("POST");
  }

  /** Sends the preflight of a browser for a page of another origin. */
  public Answer preflight() {
    return header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,content-type")
        .send("OPTIONS");
  }

  public Answer send(String method) {
    return send(body == null ? Http.request(method, url) : Http.request(method, url, body));
  }

  /** Sends the body without a declared length. */
  public Answer postInChunks() {
    return send(Http.requestInChunks("POST", url, body));
  }

  private Answer send(Http request) {
    headers.forEach(request::header);
    return request.send();
  }
}
