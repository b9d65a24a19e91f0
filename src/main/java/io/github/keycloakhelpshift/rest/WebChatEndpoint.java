package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.SettingsCache;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.rest.caller.Caller;
import io.github.keycloakhelpshift.rest.caller.CallerAuthenticator;
import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.rest.caller.SessionName;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.token.SharedSecret;
import io.github.keycloakhelpshift.token.UserAuthToken;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.IneligibleException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;

/**
 * {@code GET web-chat}: returns what a page needs to load Web Chat. The user's ids come from the
 * same code as their token, because Helpshift refuses a login if they differ.
 */
final class WebChatEndpoint {

  private static final Logger LOG = Logger.getLogger(WebChatEndpoint.class);

  private final KeycloakSession session;
  private final CallerOrigin origin;
  private final Responses answers;
  private final Configuration configuration;

  WebChatEndpoint(KeycloakSession session, SettingsCache settings) {
    this.session = session;
    this.origin = new CallerOrigin(session);
    this.answers = new Responses(session, origin);
    this.configuration = new Configuration(session, settings);
  }

  Response get() {
    try {
      Optional<Caller> caller = new CallerAuthenticator(session, origin).authenticate();
      return answers.json(
          caller.isPresent()
              ? forCaller(caller.get())
              : WebChatResponse.anonymous(settings(anonymousMappers())));
    } catch (RefusedException e) {
      return answers.refused(e);
    }
  }

  private WebChatResponse forCaller(Caller caller) throws RefusedException {
    HelpshiftSettings settings = settings(caller.mappers(session));
    try {
      HelpshiftUser user = new HelpshiftUser(caller.person(session), settings);
      HelpshiftConfig config = HelpshiftConfig.of(settings, user.language());
      return new WebChatResponse(
          settings,
          settings.login() == LoginMethod.USER_AUTH_TOKEN
              ? verified(caller, settings, user, config)
              : config.signedIn(user.token(), Optional.empty()),
          Optional.of(SessionName.of(caller.userSession())));
    } catch (IneligibleException | InvalidIdentityException e) {
      LOG.debugf("An anonymous chat for a user without a token: %s", e.getMessage());
      return WebChatResponse.anonymous(settings);
    }
  }

  /**
   * Without User Hub this answer logs the user in, so it writes the same event and metrics as a
   * token call.
   */
  private HelpshiftConfig verified(
      Caller caller, HelpshiftSettings settings, HelpshiftUser user, HelpshiftConfig config)
      throws RefusedException, IneligibleException {
    VerifiedUser verified = user.verifiedUser();
    try (TokenEvent event =
        new TokenEvent(session, new TokenSpan(session, WebChatEndpoint.class))) {
      event.caller(caller);
      event.login(settings.login());
      event.leftOut(user.loginIdentities().leftOut());
      event.userNameLeftOut(user.userNameLeftOut());
      try {
        SharedSecret secret = configuration.secret(settings);
        event.issued(verified);
        return config.signedIn(verified, Optional.of(UserAuthToken.of(verified, secret)));
      } catch (RefusedException e) {
        event.refused(e);
        throw e;
      }
    }
  }

  private ClientMappers anonymousMappers() throws RefusedException {
    ClientModel client = session.getContext().getClient();
    return ClientMappers.possible(client)
        .orElseThrow(() -> new RefusedException(Refusal.CLIENT_NOT_OPTED_IN));
  }

  private HelpshiftSettings settings(ClientMappers mappers) throws RefusedException {
    HelpshiftSettings settings = configuration.settings(mappers);
    requirePresent(settings.domain(), Setting.DOMAIN);
    requirePresent(settings.platformId(), Setting.PLATFORM_ID);
    return settings;
  }

  private static void requirePresent(Optional<String> value, Setting setting)
      throws RefusedException {
    if (value.isEmpty()) {
      throw new RefusedException(Refusal.NOT_CONFIGURED, setting.key() + " is not set");
    }
  }
}
