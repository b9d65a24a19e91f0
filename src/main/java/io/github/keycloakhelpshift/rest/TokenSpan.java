package io.github.keycloakhelpshift.rest;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.tracing.TracingAttributes;
import org.keycloak.tracing.TracingProvider;

/**
 * The span of one call in Keycloak's own tracing, a child of the request's span. It names the
 * realm, the client and the error, never a person.
 */
final class TokenSpan {

  private final TracingProvider tracing;
  private final Span span;

  TokenSpan(KeycloakSession session, Class<?> endpoint) {
    tracing = session.getProvider(TracingProvider.class);
    span = tracing.startSpan(endpoint, "issue");
  }

  void end(String realm, Optional<String> clientId, Optional<String> error) {
    span.setAttribute(TracingAttributes.REALM_NAME, realm);
    clientId.ifPresent(id -> span.setAttribute(TracingAttributes.CLIENT_ID, id));
    error.ifPresent(
        name -> {
          span.setAttribute(TracingAttributes.EVENT_ERROR, name);
          span.setStatus(StatusCode.ERROR);
        });
    tracing.endSpan();
  }
}
