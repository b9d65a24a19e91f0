package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
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
  @DisplayName("by the cookie, or by an access token that expires: idle sessions end on time")
  void idle() {
    // keycloak-js itself does not renew the token unless the page asks.
    realm.update(
        "{'ssoSessionIdleTimeout': %d, 'accessTokenLifespan': %d}".formatted(IDLE, IDLE / 2));
    Tab byCookie = byCookieInAnotherBrowser();
    long cookieRefreshed = lastAccess(realm.userId(GUEST));
    byCookie.openChat();
    Tab byToken = app("/access-token.html");
    byToken.page().click("#login");
    byToken.waitForUser(playerId());
    long tokenRefreshed = lastAccess(playerId());
    byToken.openChat();

    assertDiesOnTime(byCookie, cookieRefreshed);
    assertDiesOnTime(byToken, tokenRefreshed);
  }

  private Tab byCookieInAnotherBrowser() {
    BrowserContext other = profile();
    Tab app = new Tab(other.newPage());
    app.page().navigate(apps.url());
    logIn(app, GUEST);
    app.waitForUser(realm.userId(GUEST));
    app.page().close();
    Tab watching = new Tab(other.newPage());
    watching.page().navigate(apps.url() + "/cookie.html");
    return watching.waitForUser(realm.userId(GUEST));
  }

  /** The page checks far more often, so if a check prolonged the session, it would never end. */
  private static void assertDiesOnTime(Tab watching, long refreshed) {
    watching.waitForEnd();
    long lived = watching.json("Date.now()").asLong() - refreshed;
    assertThat(lived).isGreaterThanOrEqualTo(IDLE * 1000L);
    assertThat(looks(watching)).as("looks at the session").isGreaterThanOrEqualTo(2);
  }

  private long lastAccess(String userId) {
    return realm
        .admin()
        .get(realm.path("/users/" + userId + "/sessions"))
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
