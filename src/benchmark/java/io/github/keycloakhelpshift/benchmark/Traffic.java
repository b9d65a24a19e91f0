package io.github.keycloakhelpshift.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** How many bytes a request and its answer are, with all headers, as HTTP/1.1 has them. */
final class Traffic {

  private final URI realm;
  private final SignedIn user;

  Traffic(String realmUrl, SignedIn user) {
    this.realm = URI.create(realmUrl);
    this.user = user;
  }

  /** Of all requests of an hour, each measured once. */
  long bytes(HourOfRequests hour) {
    String query = "?client_id=" + user.clientId();
    Map<String, String> cookie = new LinkedHashMap<>();
    cookie.put("Cookie", user.cookie());
    cookie.put("Origin", BenchmarkRealm.ORIGIN);
    Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return hour.webChat() * of(hour.webChat(), "GET", "/helpshift/web-chat" + query, cookie, "")
        + hour.token() * of(hour.token(), "POST", "/helpshift/token" + query, cookie, "")
        + hour.session() * of(hour.session(), "GET", "/helpshift/session" + query, cookie, "")
        + hour.refresh()
            * of(hour.refresh(), "POST", "/protocol/openid-connect/token", form, refresh());
  }

  private String refresh() {
    return "grant_type=refresh_token&client_id="
        + user.clientId()
        + "&refresh_token="
        + user.tokens().refreshToken();
  }

  private long of(int count, String method, String path, Map<String, String> headers, String body) {
    if (count == 0) {
      return 0;
    }
    String request =
        "%s %s%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Length: %d\r\n%s\r\n\r\n%s"
            .formatted(
                method,
                realm.getRawPath(),
                path,
                realm.getAuthority(),
                body.length(),
                headers.entrySet().stream()
                    .map(header -> header.getKey() + ": " + header.getValue())
                    .collect(Collectors.joining("\r\n")),
                body);
    byte[] bytes = request.getBytes(StandardCharsets.UTF_8);
    try (Socket socket = new Socket(realm.getHost(), realm.getPort())) {
      socket.getOutputStream().write(bytes);
      return bytes.length + (long) socket.getInputStream().readAllBytes().length;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
