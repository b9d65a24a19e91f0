package io.github.keycloakhelpshift.rest;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * What {@code POST token} did, in Keycloak's own {@code /metrics}: {@code
 * keycloak_helpshift_tokens_total} by realm, client and error, and {@code
 * keycloak_helpshift_token_seconds} by realm and outcome. Tags are named as in Keycloak's {@code
 * keycloak_user_events_total}: the error is empty where a token was issued.
 *
 * <p>Without {@code metrics-enabled} there is no registry behind it, and nothing is kept.
 */
final class TokenMetrics {

  private static final Logger LOG = Logger.getLogger(TokenMetrics.class);

  /** Never signing a token for want of a counter: Micrometer is there in all versions so far. */
  private static volatile boolean available = true;

  private TokenMetrics() {}

  /**
   * Counts one call.
   *
   * @param clientId the client; null where it is not known, so that nobody can make up names
   * @param error why it was refused; empty where it was not
   */
  static void count(String realm, String clientId, String error, Duration duration) {
    if (!available) {
      return;
    }
    try {
      Micrometer.count(realm, clientId == null ? "" : clientId, error, duration);
    } catch (LinkageError e) {
      available = false;
      LOG.warnf("No metrics of Helpshift tokens: this Keycloak has another Micrometer (%s)", e);
    }
  }

  /** Apart, so that Micrometer's classes are not looked for before they are needed. */
  private static final class Micrometer {

    static void count(String realm, String clientId, String error, Duration duration) {
      if (Metrics.globalRegistry.getRegistries().isEmpty()) {
        return;
      }
      Metrics.counter(
              "keycloak.helpshift.tokens",
              Tags.of("realm", realm, "client.id", clientId, "error", error))
          .increment();
      Metrics.timer(
              "keycloak.helpshift.token",
              Tags.of("realm", realm, "outcome", error.isEmpty() ? "issued" : "refused"))
          .record(duration);
    }
  }
}
