package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a page's {@code window.helpshiftConfig} gets.
 *
 * @param clearAnonymousUserOnLogin true, so that the next person at a shared computer never sees
 *     the last one's chat
 * @param fullPrivacy absent where it is off
 * @param widgetOptions the options that Helpshift keeps one level below
 * @param options all other options of the settings
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record HelpshiftConfig(
    String platformId,
    String domain,
    String authenticateWith,
    boolean clearAnonymousUserOnLogin,
    Optional<Boolean> fullPrivacy,
    Optional<String> userId,
    Optional<String> userEmail,
    Map<String, Object> widgetOptions,
    @JsonAnyGetter Map<String, Object> options) {

  private static final Set<String> WIDGET_OPTIONS =
      Set.of("fullScreen", "showLauncher", "position", "zIndex");

  static HelpshiftConfig anonymous(HelpshiftSettings settings) {
    Map<String, Object> options = new TreeMap<>(settings.widget());
    Map<String, Object> widgetOptions = new TreeMap<>(settings.widget());
    options.keySet().removeAll(WIDGET_OPTIONS);
    widgetOptions.keySet().retainAll(WIDGET_OPTIONS);
    return new HelpshiftConfig(
        settings.platformId().orElseThrow(),
        settings.domain().orElseThrow(),
        "identities",
        true,
        Optional.of(true).filter(on -> settings.fullPrivacy().isOnForVisitors()),
        Optional.empty(),
        Optional.empty(),
        widgetOptions,
        options);
  }

  /** The same for the person whom that token would sign in. */
  HelpshiftConfig signedIn(IdentityToken token) {
    return new HelpshiftConfig(
        platformId,
        domain,
        authenticateWith,
        clearAnonymousUserOnLogin,
        Optional.of(true).filter(on -> token.fullPrivacy()),
        token.userId(),
        token.userEmail(),
        widgetOptions,
        options);
  }
}
