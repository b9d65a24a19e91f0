package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakhelpshift.identity.HelpshiftLogin;
import io.github.keycloakhelpshift.identity.WebChatLanguage;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The page's {@code window.helpshiftConfig}.
 *
 * @param authenticateWith absent if the domain has no User Hub
 * @param clearAnonymousUserOnLogin always true: on a shared computer the next person must not see
 *     the chat of the person before
 * @param fullPrivacy absent if it is off
 * @param userName absent if the domain has User Hub, like the next parameter
 * @param userAuthToken the digest that proves the id and the email
 * @param widgetOptions the options that Helpshift reads from {@code widgetOptions}
 * @param options all other options
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record HelpshiftConfig(
    String platformId,
    String domain,
    Optional<String> authenticateWith,
    boolean clearAnonymousUserOnLogin,
    Optional<Boolean> fullPrivacy,
    Optional<String> userId,
    Optional<String> userEmail,
    Optional<String> userName,
    Optional<String> userAuthToken,
    Map<String, Object> widgetOptions,
    @JsonAnyGetter Map<String, Object> options) {

  private static final String LANGUAGE = "language";
  private static final Set<String> WIDGET_OPTIONS =
      Set.of("fullScreen", "showLauncher", "position", "zIndex");

  /**
   * Returns the config for a visitor: if the setting asks for languages, with the browser's
   * language.
   */
  static HelpshiftConfig anonymous(HelpshiftSettings settings) {
    return of(settings, settings.language().map(source -> WebChatLanguage.BROWSER_DEFAULT));
  }

  /**
   * Makes the config without a user.
   *
   * @param language the language that Web Chat speaks; an option of the settings overrides the
   *     browser's language
   */
  static HelpshiftConfig of(HelpshiftSettings settings, Optional<String> language) {
    Map<String, Object> options = new TreeMap<>(settings.widget());
    language.ifPresent(
        code ->
            options.merge(
                LANGUAGE,
                code,
                (option, own) -> own.equals(WebChatLanguage.BROWSER_DEFAULT) ? option : own));
    Map<String, Object> widgetOptions = new TreeMap<>(settings.widget());
    options.keySet().removeAll(WIDGET_OPTIONS);
    widgetOptions.keySet().retainAll(WIDGET_OPTIONS);
    return new HelpshiftConfig(
        settings.platformId().orElseThrow(),
        settings.domain().orElseThrow(),
        Optional.of("identities").filter(any -> settings.login() == LoginMethod.IDENTITIES),
        true,
        Optional.of(true).filter(on -> settings.fullPrivacy().isOnForVisitors()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        widgetOptions,
        options);
  }

  /**
   * Returns the same config for the person of that login.
   *
   * @param digest proves who they are to a domain without User Hub
   */
  HelpshiftConfig signedIn(HelpshiftLogin login, Optional<String> digest) {
    return new HelpshiftConfig(
        platformId,
        domain,
        authenticateWith,
        clearAnonymousUserOnLogin,
        Optional.of(true).filter(on -> login.fullPrivacy()),
        login.userId(),
        login.userEmail(),
        login.userName(),
        digest,
        widgetOptions,
        options);
  }
}
