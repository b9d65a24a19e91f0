package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("After a link in an email about another user's conversation, the page is told")
class ScriptUserChangedIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");

  @Test
  @DisplayName("to let the person log in, and where they were")
  void login() {
    String session = cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run("HelpshiftSimulator.write('Hello')");
    keycloak.end(session);
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForEnd();
    tab.run("HelpshiftSimulator.followEmail()");
    tab.waitForEvent("user-changed", "wanted", "login", "pageUrl", app.url());
  }

  @Test
  @DisplayName("to let the person log out")
  void logout() {
    Tab tab = openPage().waitForAnonymous();
    tab.run("HelpshiftSimulator.fire('userChanged', { originalState: 'anonymous', pageUrl: '' })");
    tab.waitForEvent("user-changed", "wanted", "logout");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example/",
        "javascript:alert(1)",
        "data:text/html,x",
        "",
        "not a url",
        "http://[::1",
        "/orders"
      })
  @DisplayName("of no page but its own")
  void foreignPage(String pageUrl) {
    Tab tab = openPage().waitForAnonymous();
    tab.run(
        "pageUrl => HelpshiftSimulator.fire('userChanged', { originalState: 'logged-in', pageUrl })",
        pageUrl);
    tab.waitForEvent("user-changed", "wanted", "login");
    assertThat(tab.json("seen.events.at(-1)").has("pageUrl")).isFalse();
  }

  @ParameterizedTest(name = "its origin and {0}")
  @ValueSource(strings = {".evil.example/", "@evil.example/", "0/"})
  @DisplayName("nor of an address that begins like its own")
  void similarOrigin(String rest) {
    Tab tab = openPage().waitForAnonymous();
    tab.run(
        "pageUrl => HelpshiftSimulator.fire('userChanged', { originalState: 'logged-in', pageUrl })",
        app.url().replaceFirst("/$", "") + rest);
    tab.waitForEvent("user-changed", "wanted", "login");
    assertThat(tab.json("seen.events.at(-1)").has("pageUrl")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"undefined", "null", "{}", "['']", "7"})
  @DisplayName("and is told, too, where the page's address is no text")
  void noText(String pageUrl) {
    Tab tab = openPage().waitForAnonymous();
    tab.run(
        "HelpshiftSimulator.fire('userChanged', { originalState: 'anonymous', pageUrl: %s })"
            .formatted(pageUrl));
    tab.waitForEvent("user-changed", "wanted", "logout");
    assertThat(tab.json("seen.events.at(-1)").has("pageUrl")).isFalse();
  }
}
