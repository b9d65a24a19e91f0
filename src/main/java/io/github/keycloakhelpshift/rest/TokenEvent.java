package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.user.LeftOut;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/**
 * The user event of a token call. An extension can't have an event type of its own: {@code
 * TOKEN_EXCHANGE} comes nearest, and its {@code token_type} tells it from Keycloak's. Holds the
 * names of clients and identifiers, never a value.
 */
final class TokenEvent {

  private static final String TOKEN_TYPE = "helpshift-identity-token";
  private static final String IDENTITIES = "identities";
  private static final String LEFT_OUT = "left_out";

  private final EventBuilder event;

  TokenEvent(KeycloakSession session) {
    event =
        new EventBuilder(
                session.getContext().getRealm(), session, session.getContext().getConnection())
            .event(EventType.TOKEN_EXCHANGE)
            .detail(Details.TOKEN_TYPE, TOKEN_TYPE);
  }

  void caller(Caller caller) {
    event
        .client(caller.client())
        .user(caller.user())
        .session(caller.userSession())
        .detail(Details.AUTH_METHOD, caller.authMethod());
  }

  void leftOut(List<LeftOut> leftOut) {
    if (!leftOut.isEmpty()) {
      event.detail(LEFT_OUT, leftOut.stream().map(LeftOut::code).collect(Collectors.joining(",")));
    }
  }

  void issued(IdentityToken token) {
    event
        .detail(
            IDENTITIES,
            token.identities().stream()
                .map(identity -> identity.type().identifier())
                .collect(Collectors.joining(",")))
        .success();
  }

  void refused(RefusedException refused) {
    event.detail(Details.REASON, refused.getMessage()).error(refused.refusal().error());
  }
}
