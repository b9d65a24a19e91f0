package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What one signed-in hour sends to the login server.
 *
 * @param name what the hour is like
 * @param webChat how many {@code GET web-chat}
 * @param token how many {@code POST token}
 * @param session how many {@code GET session}
 * @param refresh how many times the app renews its access token
 */
record HourOfRequests(String name, int webChat, int token, int session, int refresh) {

  /** Before the watch told an open chat from a closed one, each visible tab asked as often. */
  private static final int EVERY_4_SECONDS = 900;

  /** Keycloak's default: an access token is good for 5 minutes. */
  private static final int EVERY_5_MINUTES = 12;

  /** The hours that the script was seen to send, then two to compare them with. */
  static List<HourOfRequests> read(Path file) throws IOException {
    List<HourOfRequests> hours =
        new ArrayList<>(
            new ObjectMapper()
                .readValue(file.toFile(), new TypeReference<List<HourOfRequests>>() {}));
    hours.add(new HourOfRequests("the build before: every 4 seconds", 1, 1, EVERY_4_SECONDS, 0));
    hours.add(
        new HourOfRequests("keycloak-js renews its token, no chat", 0, 0, 0, EVERY_5_MINUTES));
    return List.copyOf(hours);
  }

  int requests() {
    return webChat + token + session + refresh;
  }
}
