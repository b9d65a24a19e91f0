package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Route;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.Tab;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proxies, firewalls and captive portals; answers.test.js has more of their answers. */
@DisplayName("What answers in Keycloak's or Helpshift's place")
class ScriptForeignAnswerIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final String[] ENDPOINTS = {"web-chat", "token", "session"};

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | <h1>Log in to the network</h1>",
        "200 | {\"helpshiftConfig\": {\"platf",
        "200 | ''",
        "204 | ''",
        "302 | ''",
        "401 | {\"error\": \"unauthorized\"}",
        "403 | {\"error\": \"Forbidden to alice@example.com\"}",
        "503 | {\"error\": \"maintenance\"}"
      })
  @DisplayName("ends no chat, and is not called Keycloak's error")
  void foreign(int status, String body) {
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock().waitForUser("alice").waitForEvent("login");
    Behaviour foreign =
        status == 302 ? Behaviour.redirect(app.url()) : Behaviour.foreign(status, body);
    for (String endpoint : ENDPOINTS) {
      keycloak.always(endpoint, foreign);
    }

    tab.run("dispatchEvent(new Event('online'))");
    tab.page().waitForCondition(() -> !keycloak.requests("session").isEmpty());
    awaitAnswers(tab);
    assertThat(tab.events()).containsExactly("login");
    tab.run("HelpshiftSimulator.reverify()");
    tab.waitForEvent("error");
    tab.run("HelpshiftSSO.refresh()");

    assertThat(tab.events()).containsExactly("login", "error", "error");
    assertThat(tab.json("seen.events.slice(1).map(e => e.error)"))
        .allMatch(error -> error.asText().matches("http|network"));
    assertThat(tab.json("seen.events").toString()).doesNotContain("alice@example.com");
    assertThat(tab.simulator().path("hidden").asBoolean()).isFalse();

    for (String endpoint : ENDPOINTS) {
      keycloak.well(endpoint);
    }
    tab.page().clock().runFor(65_000);
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("with a page when the page begins is the error http")
  void foreignConfig() {
    keycloak.always("web-chat", Behaviour.foreign(200, "<h1>Log in to the network</h1>"));
    Tab tab = openPage().waitForEvent("error", "error", "http", "status", "200");
    assertThat(tab.run("HelpshiftSSO.ready")).isEqualTo(false);
  }

  @Test
  @DisplayName("with a page for webChat.js is the error web_chat_blocked, and asked again later")
  void foreignWebChat() {
    browser.route(
        Chromium.HELPSHIFT + "/webChat.js",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<!doctype html><h1>Log in to the network</h1>")),
        new BrowserContext.RouteOptions().setTimes(1));
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock().waitForEvent("error", "error", "web_chat_blocked");
    assertThat(tab.run("HelpshiftSSO.ready")).isEqualTo(false);
    // The browser could not read the page as a script.
    tab.run("seen.console.splice(0)");
    tab.page().clock().runFor(65_000);
    tab.waitForUser("alice");
    assertThat(tab.calls()).containsExactly("init", "login");
  }
}
