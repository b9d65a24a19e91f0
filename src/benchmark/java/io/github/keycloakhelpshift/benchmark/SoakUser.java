package io.github.keycloakhelpshift.benchmark;

import java.time.Duration;
import java.time.Instant;

/** One whose access token is renewed when it runs out, as an app does. */
final class SoakUser {

  private static final Duration AHEAD = Duration.ofSeconds(5);

  private SignedIn.Tokens tokens;

  SoakUser(SignedIn.Tokens tokens) {
    this.tokens = tokens;
  }

  synchronized void refreshed(SignedIn.Tokens tokens) {
    this.tokens = tokens;
  }

  synchronized boolean needsRefresh() {
    return Instant.now().plus(AHEAD).isAfter(tokens.end());
  }

  synchronized String accessToken() {
    return tokens.accessToken();
  }

  synchronized String refreshToken() {
    return tokens.refreshToken();
  }
}
