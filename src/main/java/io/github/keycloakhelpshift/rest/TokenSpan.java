package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.compatibility.Compatibility;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.tracing.TracingAttributes;
import org.keycloak.tracing.TracingProvider;

/**
 * A span of one call in Keycloak's own tracing, below the span of the request. Names the realm, the
 * client and the error, never a person.
 */
abstract class TokenSpan {

  private static final boolean TRACING = Compatibility.hasTracing();

  static TokenSpan start(KeycloakSession session) {
    return TRACING ? OpenTelemetry.begin(session) : new None();
  }

  /** Ends it. */
  abstract void end(String realm, String clientId, String error);

  private static final class None extends TokenSpan {
    @Override
    void end(String realm, String clientId, String error) {
      // There is none.
    }
  }

  /** Apart, so that its classes are not looked for where there are none. */
  private static final class OpenTelemetry extends TokenSpan {

    private final TracingProvider tracing;
    private final Span span;

    private OpenTelemetry(TracingProvider tracing, Span span) {
      this.tracing = tracing;
      this.span = span;
    }

    static TokenSpan begin(KeycloakSession session) {
      TracingProvider tracing = session.getProvider(TracingProvider.class);
      return tracing == null
          ? new None()
          : new OpenTelemetry(tracing, tracing.startSpan(TokenEndpoint.class, "issue"));
    }

    @Override
    void end(String realm, String clientId, String error) {
      span.setAttribute(TracingAttributes.REALM_NAME, realm);
      if (clientId != null) {
        span.setAttribute(TracingAttributes.CLIENT_ID, clientId);
      }
      if (!error.isEmpty()) {
        span.setAttribute(TracingAttributes.EVENT_ERROR, error);
        span.setStatus(StatusCode.ERROR);
      }
      tracing.endSpan();
    }
  }
}
