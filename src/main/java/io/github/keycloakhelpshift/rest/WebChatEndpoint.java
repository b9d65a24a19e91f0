package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.client.ClientMapper;
import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.SettingsCache;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.rest.caller.Caller;
import io.github.keycloakhelpshift.rest.caller.CallerAuthenticator;
import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.rest.caller.SessionName;
import io.github.keycloakhelpshift.settings.BrokenSettingsException;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.IneligibleException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * {@code GET web-chat}: what a page needs to load Web Chat. The user's ids come from the very code
 * that makes their token, so that Helpshift never finds them different.
 */
final class WebChatEndpoint {

  private static final Logger LOG = Logger.getLogger(WebChatEndpoint.class);

  private final KeycloakSession session;
  private final RealmModel realm;
  private final CallerOrigin origin;
  private final Responses answers;

  WebChatEndpoint(KeycloakSession session) {
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.origin = new CallerOrigin(session);
    this.answers = new Responses(session, origin);
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
      IdentityToken token = new HelpshiftUser(caller.person(session), settings).token();
      return WebChatResponse.signedIn(settings, token, SessionName.of(caller.userSession()));
    } catch (IneligibleException | InvalidIdentityException e) {
      LOG.debugf("An anonymous chat for a user without a token: %s", e.getMessage());
      return WebChatResponse.anonymous(settings);
    }
  }

  private ClientMappers anonymousMappers() throws RefusedException {
    ClientModel client = session.getContext().getClient();
    return ClientMapper.possible(client)
        .orElseThrow(() -> new RefusedException(Refusal.CLIENT_NOT_OPTED_IN));
  }

  private HelpshiftSettings settings(ClientMappers mappers) throws RefusedException {
    try {
      HelpshiftSettings settings = SettingsCache.read(realm, mappers).requireSound();
      requirePresent(settings.domain(), Setting.DOMAIN);
      requirePresent(settings.platformId(), Setting.PLATFORM_ID);
      return settings;
    } catch (BrokenSettingsException e) {
      throw new RefusedException(Refusal.NOT_CONFIGURED, e.getMessage());
    }
  }

  private static void requirePresent(Optional<String> value, Setting setting)
      throws RefusedException {
    if (value.isEmpty()) {
      throw new RefusedException(Refusal.NOT_CONFIGURED, setting.key() + " is not set");
    }
  }
}
