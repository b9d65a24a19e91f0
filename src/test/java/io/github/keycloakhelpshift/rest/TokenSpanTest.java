package io.github.keycloakhelpshift.rest;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.keycloak.models.KeycloakSession;
import org.keycloak.tracing.TracingAttributes;
import org.keycloak.tracing.TracingProvider;

class TokenSpanTest {

  private final KeycloakSession session = mock(KeycloakSession.class);
  private final TracingProvider tracing = mock(TracingProvider.class);
  private final Span span = mock(Span.class);

  @Test
  void namesRealmAndClientOfAnIssuedToken() {
    when(session.getProvider(TracingProvider.class)).thenReturn(tracing);
    when(tracing.startSpan(TokenEndpoint.class, "issue")).thenReturn(span);

    new TokenSpan(session, TokenEndpoint.class).end("acme", Optional.of("web"), Optional.empty());

    verify(span).setAttribute(TracingAttributes.REALM_NAME, "acme");
    verify(span).setAttribute(TracingAttributes.CLIENT_ID, "web");
    verify(span, never()).setStatus(any());
    verify(tracing).endSpan();
  }

  @Test
  void namesTheErrorOfARefusal() {
    when(session.getProvider(TracingProvider.class)).thenReturn(tracing);
    when(tracing.startSpan(TokenEndpoint.class, "issue")).thenReturn(span);

    new TokenSpan(session, TokenEndpoint.class)
        .end("acme", Optional.empty(), Optional.of("login_required"));

    verify(span).setAttribute(TracingAttributes.EVENT_ERROR, "login_required");
    verify(span).setStatus(StatusCode.ERROR);
    verify(span, never()).setAttribute(eq(TracingAttributes.CLIENT_ID), any(String.class));
    verify(tracing).endSpan();
  }
}
