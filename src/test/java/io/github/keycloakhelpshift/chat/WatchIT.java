package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Watching a session does not prolong it")
class WatchIT extends ChatScene {

  /** The idle timeout in seconds. The script checks several times in it. */
  private static final int IDLE = 10;

  @Test
  @DisplayName("by the cookie: an idle session ends although the page watches it")
  void cookie() {
    realm.update("{'ssoSessionIdleTimeout': %d}".formatted(IDLE));
    Tab app = app("/");
    logIn(app);
    app.waitForUser(playerId());
    app.page().close();
    Tab watching = app("/cookie.html").waitForUser(playerId());
    assertDiesOnTime(watching);
  }

  @Test
  @DisplayName("by an access token, also an expired one")
  void accessToken() {
    // keycloak-js itself does not renew the token unless the page asks.
    realm.update(
        "{'ssoSessionIdleTimeout': %d, 'accessTokenLifespan': %d}".formatted(IDLE, IDLE / 2));
    Tab watching = app("/access-token.html");
    watching.page().click("#login");
    watching.waitForUser(playerId());
    assertDiesOnTime(watching);
  }

  /** The page checks far more often, so if a check prolonged the session, it would never end. */
  private void assertDiesOnTime(Tab watching) {
    long refreshed = lastAccess();
    watching.openChat().waitForEnd();
    long lived = watching.json("Date.now()").asLong() - refreshed;
    assertThat(lived).isGreaterThanOrEqualTo(IDLE * 1000L);
    assertThat(looks(watching)).as("looks at the session").isGreaterThanOrEqualTo(2);
  }

  private long lastAccess() {
    return realm
        .admin()
        .get(realm.path("/users/" + playerId() + "/sessions"))
        .path(0)
        .path("lastAccess")
        .asLong();
  }

  private static int looks(Tab tab) {
    List<String> names =
        StreamSupport.stream(
                tab.json("performance.getEntriesByType('resource').map(e => e.name)").spliterator(),
                false)
            .map(name -> name.asText())
            .toList();
    return (int) names.stream().filter(name -> name.contains("/helpshift/session?")).count();
  }
}
