package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import java.net.URI;
import java.util.Optional;

/**
 * The answer of {@code GET web-chat}.
 *
 * @param helpshiftConfig the page's {@code window.helpshiftConfig}
 * @param watchSeconds how often, in seconds, a tab with a closed chat checks that the session is
 *     alive
 * @param sid the name of the session that the page watches; absent if nobody is signed in
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record WebChatResponse(
    HelpshiftConfig helpshiftConfig,
    URI webChatUrl,
    boolean loginPages,
    String load,
    long watchSeconds,
    Optional<String> sid) {

  WebChatResponse(HelpshiftSettings settings, HelpshiftConfig config, Optional<String> sid) {
    this(
        config,
        settings.webChatUrl(),
        settings.loginPages(),
        settings.loading().text(),
        settings.watchInterval().toSeconds(),
        sid);
  }

  static WebChatResponse anonymous(HelpshiftSettings settings) {
    return new WebChatResponse(settings, HelpshiftConfig.anonymous(settings), Optional.empty());
  }
}
