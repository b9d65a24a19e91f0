package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.rest.caller.Caller;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.user.LeftOut;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;

/**
 * Records a token call: as a user event and, when it is closed, in the metrics and in the span. An
 * extension can't define an event type. {@code TOKEN_EXCHANGE} is the nearest one, and {@code
 * token_type} tells our events from Keycloak's. Contains names of clients and identifiers, never a
 * value.
 */
final class TokenEvent implements AutoCloseable {

  private static final Map<LoginMethod, String> TOKEN_TYPES =
      Map.of(
          LoginMethod.IDENTITIES, "helpshift-identity-token",
          LoginMethod.USER_AUTH_TOKEN, "helpshift-user-auth-token");
  private static final String IDENTITIES = "identities";
  private static final String LEFT_OUT = "left_out";
  private static final String USER_NAME_LEFT_OUT = "user_name_left_out";
  private static final String USER_DATA_LEFT_OUT = "user_data_left_out";

  private final EventBuilder event;
  private final TokenSpan span;
  private final TokenMetrics metrics;
  private final String realm;
  private final long start = System.nanoTime();
  private Optional<String> clientId = Optional.empty();

  /** Counts until a refusal or a success is recorded: something else went wrong. */
  private Optional<String> error = Optional.of("unknown_error");

  TokenEvent(KeycloakSession session, TokenSpan span) {
    this.span = span;
    realm = session.getContext().getRealm().getName();
    metrics = new TokenMetrics(realm);
    event =
        new EventBuilder(
                session.getContext().getRealm(), session, session.getContext().getConnection())
            .event(EventType.TOKEN_EXCHANGE);
    // Counts until the settings are read.
    login(LoginMethod.IDENTITIES);
  }

  void caller(Caller caller) {
    clientId = Optional.of(caller.client().getClientId());
    event
        .client(caller.client())
        .user(caller.user())
        .session(caller.userSession())
        .detail(Details.AUTH_METHOD, caller.authMethod());
  }

  void login(LoginMethod method) {
    event.detail(Details.TOKEN_TYPE, TOKEN_TYPES.get(method));
  }

  void leftOut(List<LeftOut> leftOut) {
    if (!leftOut.isEmpty()) {
      event.detail(LEFT_OUT, leftOut.stream().map(LeftOut::code).collect(Collectors.joining(",")));
    }
  }

  /** Records which fields and tags were left out, by name, with the reason. */
  void userDataLeftOut(List<Reason> leftOut) {
    if (!leftOut.isEmpty()) {
      event.detail(
          USER_DATA_LEFT_OUT,
          leftOut.stream().map(Reason::toString).collect(Collectors.joining(",")));
    }
  }

  void userNameLeftOut(Optional<Reason> why) {
    why.ifPresent(reason -> event.detail(USER_NAME_LEFT_OUT, reason.toString()));
  }

  void issued(IdentityTokenPayload sent) {
    issued(sent.identities().stream().map(IdentityTokenPayload.Entry::identifier));
  }

  void issued(VerifiedUser sent) {
    issued(sent.identityTypes().stream().map(IdentityType::identifier));
  }

  private void issued(Stream<String> identifiers) {
    error = Optional.empty();
    event.detail(IDENTITIES, identifiers.collect(Collectors.joining(","))).success();
  }

  void refused(RefusedException refused) {
    String name = refused.refusal().error();
    error = Optional.of(name);
    event.detail(Details.REASON, refused.getMessage()).error(name);
  }

  @Override
  public void close() {
    span.end(realm, clientId, error);
    metrics.count(clientId, error, Duration.ofNanos(System.nanoTime() - start));
  }
}
