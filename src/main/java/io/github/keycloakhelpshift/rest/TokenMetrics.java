package io.github.keycloakhelpshift.rest;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.util.Optional;

/**
 * Counts {@code POST token} in Keycloak's own {@code /metrics}: {@code
 * keycloak_helpshift_tokens_total} by realm, client and error, and {@code
 * keycloak_helpshift_token_seconds} by realm and outcome. The tags have the names of Keycloak's
 * {@code keycloak_user_events_total}. The error is empty if a token was issued.
 *
 * <p>Without {@code metrics-enabled} there is no registry, and nothing is stored.
 */
record TokenMetrics(String realm) {

  /**
   * Counts one call.
   *
   * @param clientId the client; empty if it is unknown, so that callers can't add made-up names
   * @param error why the call was refused; empty if it was not
   */
  void count(Optional<String> clientId, Optional<String> error, Duration duration) {
    if (Metrics.globalRegistry.getRegistries().isEmpty()) {
      return;
    }
    Metrics.counter(
            "keycloak.helpshift.tokens",
            Tags.of("realm", realm, "client.id", clientId.orElse(""), "error", error.orElse("")))
        .increment();
    Metrics.timer(
            "keycloak.helpshift.token",
            Tags.of("realm", realm, "outcome", error.isEmpty() ? "issued" : "refused"))
        .record(duration);
  }
}
