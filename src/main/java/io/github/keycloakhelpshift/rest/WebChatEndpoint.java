package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.client.ClientMapper;
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
import io.github.keycloakhelpshift.user.Ineligible;
import io.github.keycloakhelpshift.user.MappedIdentities;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/**
 * {@code GET web-chat}: what a page needs to load Web Chat. The user's ids come from the very code
 * that makes his token, so that Helpshift never finds them different.
 */
final class WebChatEndpoint {

  private static final Logger LOG = Logger.getLogger(WebChatEndpoint.class);

  /** The options that Helpshift keeps one level below the others. */
  private static final Set<String> WIDGET_OPTIONS =
      Set.of("fullScreen", "showLauncher", "position", "zIndex");

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
          caller.isPresent() ? forCaller(caller.get()) : webChat(settings(anonymousMapper())));
    } catch (RefusedException e) {
      return answers.refused(e);
    }
  }

  private Map<String, Object> forCaller(Caller caller) throws RefusedException {
    HelpshiftSettings settings = settings(caller.mapper(session));
    Map<String, Object> webChat = webChat(settings);
    if (Ineligible.check(caller.user(), caller.userSession()).isEmpty()) {
      try {
        IdentityToken token = MappedIdentities.of(caller.person(session), settings).toToken();
        addIds(webChat, token);
        webChat.put("sid", SessionName.of(caller.userSession()));
      } catch (InvalidIdentityException e) {
        LOG.debugf("An anonymous chat for a user without identities: %s", e.getMessage());
      }
    }
    return webChat;
  }

  private ProtocolMapperModel anonymousMapper() throws RefusedException {
    ClientModel client = session.getContext().getClient();
    return ClientMapper.possible(client)
        .orElseThrow(() -> new RefusedException(Refusal.CLIENT_NOT_OPTED_IN));
  }

  private HelpshiftSettings settings(ProtocolMapperModel mapper) throws RefusedException {
    try {
      HelpshiftSettings settings = SettingsCache.read(realm, mapper).requireSound();
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

  private static Map<String, Object> webChat(HelpshiftSettings settings) {
    Map<String, Object> config = new LinkedHashMap<>();
    config.put("platformId", settings.platformId().orElseThrow());
    config.put("domain", settings.domain().orElseThrow());
    config.put("authenticateWith", "identities");
    // So that the next person at a shared computer never meets the last one's chat.
    config.put("clearAnonymousUserOnLogin", true);
    Map<String, Object> widgetOptions = new LinkedHashMap<>();
    settings
        .widget()
        .forEach(
            (option, value) ->
                (WIDGET_OPTIONS.contains(option) ? widgetOptions : config).put(option, value));
    if (!widgetOptions.isEmpty()) {
      config.put("widgetOptions", widgetOptions);
    }
    Map<String, Object> webChat = new LinkedHashMap<>();
    webChat.put("helpshiftConfig", config);
    webChat.put("webChatUrl", settings.webChatUrl().toString());
    webChat.put("loginPages", settings.loginPages());
    return webChat;
  }

  private static void addIds(Map<String, Object> webChat, IdentityToken token) {
    @SuppressWarnings("unchecked")
    Map<String, Object> config = (Map<String, Object>) webChat.get("helpshiftConfig");
    if (token.fullPrivacy()) {
      config.put("fullPrivacy", true);
    }
    token.userId().ifPresent(userId -> config.put("userId", userId));
    token.userEmail().ifPresent(userEmail -> config.put("userEmail", userEmail));
  }
}
