package io.github.keycloakhelpshift.support;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/** The login of an admin of everything, repeated before its access token expires. */
final class AdminLogin {

  // Shorter than the lifetime of such a token, which is one minute.
  private static final Duration TOKEN_AGE = Duration.ofSeconds(40);

  private final URI server;
  private String token;
  private Instant tokenEnd = Instant.MIN;

  AdminLogin(URI server) {
    this.server = server;
  }

  String token() {
    if (Instant.now().isAfter(tokenEnd)) {
      token =
          Http.postForm(
                  server + "/realms/master/protocol/openid-connect/token",
                  Map.of(
                      "grant_type",
                      "password",
                      "client_id",
                      "admin-cli",
                      "username",
                      LocalKeycloak.ADMIN,
                      "password",
                      LocalKeycloak.ADMIN))
              .send()
              .orFail()
              .json()
              .get("access_token")
              .asText();
      tokenEnd = Instant.now().plus(TOKEN_AGE);
    }
    return token;
  }
}
