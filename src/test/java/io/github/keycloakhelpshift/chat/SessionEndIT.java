package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The script looks at the session when the chat is opened, and every 4 seconds while it is open.
 * These tests wait for a condition, and longer than 4 seconds only on a busy machine.
 */
@DisplayName("The chat ends with the session")
class SessionEndIT extends ChatScene {

  private Tab tab;

  @BeforeEach
  void logInToApp() {
    tab = app("/");
    logIn(tab);
    tab.waitForUser(playerId());
  }

  @Test
  @DisplayName("logout in this tab")
  void thisTab() {
    tab.page().click("#logout");
    tab.page().waitForSelector("#login:visible");
    tab.waitForEnd();
  }

  @ParameterizedTest(name = "that shows {0}")
  @ValueSource(strings = {"/", "/oidc-client-ts.html", "/cookie.html"})
  @DisplayName("logout in another tab")
  void anotherTab(String path) {
    Tab watching = app(path);
    if (path.startsWith("/oidc")) {
      // It keeps its tokens per tab; the realm's session signs it in without a form.
      watching.page().click("#login");
    }
    watching.waitForUser(playerId());
    tab.page().bringToFront();
    tab.page().click("#logout");
    watching.page().bringToFront();
    watching.waitForEnd();
  }

  @Test
  @DisplayName("logout in another app, which its own back-channel logout reaches too")
  void anotherApp() {
    Tab server = app("/server/");
    server.page().click("#login");
    server.waitForUser(playerId());
    Tab console = accountConsoleThatStays();
    console.waitForUser(playerId()).openChat();
    tab.page().bringToFront();
    tab.page().click("#logout");
    console.page().bringToFront();
    console.waitForEnd();
    server.page().reload();
    assertThat(server.page().textContent("#who")).isEqualTo("Nobody is signed in.");
  }

  @Test
  @DisplayName("an admin deletes it")
  void admin() {
    tab.openChat();
    realm.endSession(sessionId());
    tab.waitForEnd();
  }

  @Test
  @DisplayName("an admin logs the user out everywhere")
  void logoutAll() {
    realm.logoutUser(PLAYER);
    tab.openChat().waitForEnd();
  }

  @Test
  @DisplayName("an admin disables the user")
  void disabled() {
    realm.updateUser(PLAYER, "{'enabled': false}");
    tab.openChat().waitForEnd();
  }

  @Test
  @DisplayName("the account console's as well")
  void accountConsoleToo() {
    Tab console = accountConsoleThatStays();
    console.waitForUser(playerId()).openChat();
    realm.endSession(sessionId());
    console.waitForEnd();
  }
}
