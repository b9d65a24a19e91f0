package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.Tab;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Web Chat is loaded")
class ScriptLoadIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");

  private final List<String> helpshiftRequests = new CopyOnWriteArrayList<>();

  @BeforeEach
  void countRequests() {
    browser.onRequest(
        request -> {
          if (request.url().startsWith(Chromium.HELPSHIFT)) {
            helpshiftRequests.add(request.url());
          }
        });
  }

  @ParameterizedTest(name = "data-load=\"manual\", {0}")
  @ValueSource(strings = {"", "(window.HelpshiftSSO ||= []).push({})"})
  @DisplayName("by the page's load(), and before it not one request is made")
  void manual(String push) {
    cookieSession(ALICE);
    Tab tab = openManual(push);
    assertNothingIsAsked(tab);
    tab.run("HelpshiftSSO.load()");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("by a load() that comes before the script and its push")
  void loadBeforeTheScript() {
    cookieSession(ALICE);
    openManual("(window.HelpshiftSSO ||= []).push(sso => sso.load())").waitForUser("alice");
  }

  @Test
  @DisplayName("and asks no adapter before load()")
  void adapterIsLeftAlone() {
    String token = KeycloakStub.accessToken(keycloak.signIn(ALICE));
    Tab tab =
        openManual(
            "asked = 0;" + push("{ getAccessToken: () => { asked++; return '" + token + "' } }"));
    assertNothingIsAsked(tab);
    assertThat(tab.run("asked")).isEqualTo(0);
    tab.run("HelpshiftSSO.load()");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("until unload(), which logs out and hides it, and lasts until load()")
  void unload() {
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTab().waitForUser("alice");
    tab.run("HelpshiftSSO.unload()");
    tab.waitForEnd().waitForEvent("logout", "reason", "page");
    tab.run("HelpshiftSSO.load()");
    tab.waitForUser("alice");
    tab.run("HelpshiftSSO.unload()");
    tab.waitForEnd();
    helpshiftRequests.clear();
    int before = keycloak.allRequests();
    tab.page().reload();
    tab.waitForScript();
    tab.waitFor("() => document.readyState === 'complete'", null);
    assertThat(helpshiftRequests).isEmpty();
    assertThat(keycloak.allRequests()).isEqualTo(before);
    tab.run("HelpshiftSSO.load()");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("and hidden by unload() for visitors, too")
  void unloadForVisitors() {
    Tab tab = openPage().waitForAnonymous();
    tab.run("HelpshiftSSO.unload()");
    tab.waitForEnd();
    tab.run("HelpshiftSSO.load()");
    tab.waitForAnonymous();
  }

  @Test
  @DisplayName("no longer after unload() twice, which is an error")
  void unloadTwice() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run("() => { HelpshiftSSO.unload(); HelpshiftSSO.unload() }");
    tab.waitForEvent("error", "error", "not_loaded", "fix", "Call load() first.");
  }

  @Test
  @DisplayName("only for somebody who is signed in, with data-load=\"signed-in\"")
  void signedIn() {
    app.page(scriptLine("data-load=\"signed-in\""));
    Tab tab = openTab().waitForScript();
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 1);
    cookieSession(ALICE);
    assertThat(helpshiftRequests).isEmpty();
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("as the realm says, if the page says nothing")
  void realm() {
    keycloak.setting("load", "manual");
    cookieSession(ALICE);
    Tab tab = openPage().waitForScript();
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 1);
    tab.run("HelpshiftSSO.refresh()");
    assertThat(helpshiftRequests).isEmpty();
    assertThat(keycloak.requests("token")).isEmpty();
    tab.run("HelpshiftSSO.load()");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("as the page says, before the realm")
  void pageBeforeRealm() {
    keycloak.setting("load", "manual");
    cookieSession(ALICE);
    app.page(scriptLine("data-load=\"always\""));
    openTab().waitForUser("alice");
  }

  @Test
  @DisplayName("by default where data-load is unknown, with an error")
  void unknown() {
    app.page(scriptLine("data-load=\"later\""));
    openTab()
        .waitForAnonymous()
        .waitForEvent("error", "error", "invalid_load", "fix", "Use always, signed-in or manual.");
  }

  private Tab openManual(String before) {
    app.page("<script>" + before + "</script>" + scriptLine("data-load=\"manual\""));
    Tab tab = openTab().waitForScript();
    return tab.waitFor("() => document.readyState === 'complete'", null);
  }

  private void assertNothingIsAsked(Tab tab) {
    tab.setVisible(false);
    tab.setVisible(true);
    tab.run("() => { dispatchEvent(new Event('online')); return HelpshiftSSO.refresh() }");
    assertThat(helpshiftRequests).isEmpty();
    assertThat(keycloak.allRequests()).isZero();
  }
}
