package io.github.keycloakhelpshift.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import java.net.URI;
import java.util.Optional;

/**
 * The answer of {@code GET web-chat}.
 *
 * @param helpshiftConfig the page's {@code window.helpshiftConfig}
 * @param webChatUrl where the page loads Web Chat from
 * @param loginPages whether login pages load the chat
 * @param load when the page loads Web Chat
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

  static WebChatResponse anonymous(HelpshiftSettings settings) {
    return of(settings, HelpshiftConfig.anonymous(settings), Optional.empty());
  }

  /**
   * Returns the answer for a user who is signed in.
   *
   * @param config the config with their ids
   * @param sid the name of their session
   */
  static WebChatResponse signedIn(HelpshiftSettings settings, HelpshiftConfig config, String sid) {
    return of(settings, config, Optional.of(sid));
  }

  private static WebChatResponse of(
      HelpshiftSettings settings, HelpshiftConfig config, Optional<String> sid) {
    return new WebChatResponse(
        config,
        settings.webChatUrl(),
        settings.loginPages(),
        settings.loading().text(),
        settings.watchInterval().toSeconds(),
        sid);
  }
}
