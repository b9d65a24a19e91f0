package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.Tab;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
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
  @DisplayName("no longer after unload(), also where the chat would go on after a logout")
  void unloadWithAnonymousChats() {
    cookieSession(ALICE);
    app.page(scriptLine("data-after-logout=\"anonymous\""));
    Tab tab = openTab().waitForUser("alice");
    tab.run("HelpshiftSSO.unload()");
    tab.waitForEnd();
    assertThat(tab.events()).containsExactly("login", "logout");
  }

  @Test
  @DisplayName("no longer after unload() while Keycloak is asked who is signed in")
  void unloadDuringRequest() throws InterruptedException {
    cookieSession(ALICE);
    Behaviour.Hold slow = Behaviour.hold();
    keycloak.next("web-chat", slow);
    Tab tab = openManual("");
    tab.run("HelpshiftSSO.load()");
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 1);
    tab.run("HelpshiftSSO.unload()");
    slow.openAndAwait();
    awaitAnswers(tab);
    assertThat(helpshiftRequests).isEmpty();
    assertThat(keycloak.allRequests()).isOne();
    tab.run("HelpshiftSSO.load()");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("but not initialised if unload() comes before webChat.js does")
  void unloadDuringLoad() {
    cookieSession(ALICE);
    AtomicReference<Route> held = new AtomicReference<>();
    browser.route(Chromium.HELPSHIFT + "/webChat.js", held::set);
    Tab tab = openPage();
    tab.page().waitForCondition(() -> held.get() != null);
    tab.run("HelpshiftSSO.unload()");
    held.get()
        .fulfill(
            new Route.FulfillOptions()
                .setContentType("text/javascript")
                .setBody(helpshift.handle("GET", "/webChat.js", "").body()));
    tab.waitFor("() => window.HelpshiftSimulator", null);
    awaitAnswers(tab);
    assertThat(tab.calls()).isEmpty();
    assertThat(helpshiftRequests).hasSize(1);
    tab.run("HelpshiftSSO.load()");
    tab.waitForUser("alice");
    assertThat(tab.calls()).contains("init");
  }

  @Test
  @DisplayName("by the last of several calls of load() and unload()")
  void lastCallCounts() {
    cookieSession(ALICE);
    Tab tab = openManual("");
    tab.run("() => { HelpshiftSSO.load(); HelpshiftSSO.unload(); }");
    awaitAnswers(tab);
    assertThat(helpshiftRequests).isEmpty();
    tab.run("() => { HelpshiftSSO.load(); HelpshiftSSO.load(); }");
    tab.waitForUser("alice");
    tab.run("() => { HelpshiftSSO.unload(); HelpshiftSSO.load(); HelpshiftSSO.load(); }");
    tab.waitForEvent("logout", "reason", "page").waitForUser("alice");
    assertThat(tab.events()).doesNotContain("error");
  }

  @Test
  @DisplayName("by load() and unload() before the page's push, too")
  void beforePush() {
    String token = KeycloakStub.accessToken(keycloak.signIn(ALICE));
    Tab tab = openManual("");
    tab.run("() => { HelpshiftSSO.unload(); HelpshiftSSO.load(); HelpshiftSSO.unload(); }");
    tab.run("() => {" + push("{ getAccessToken: () => '" + token + "' }") + "}");
    assertNothingIsAsked(tab);
    tab.run("HelpshiftSSO.load()");
    tab.waitForUser("alice");
    assertThat(tab.events()).doesNotContain("error");
  }

  @Test
  @DisplayName("but not for a page that has disconnected while it waited for load()")
  void disconnected() {
    cookieSession(ALICE);
    Tab tab = openManual("(window.HelpshiftSSO ||= []).push({})");
    tab.run("() => { HelpshiftSSO.disconnect(); HelpshiftSSO.load(); }");
    awaitAnswers(tab);
    assertThat(keycloak.allRequests()).isZero();
  }

  @Test
  @DisplayName("again hidden after a logout: load() twice does not show the chat")
  void loadAfterLogout() {
    cookieSession(ALICE);
    Tab tab = openManual("");
    tab.run("HelpshiftSSO.load()");
    tab.waitForUser("alice");
    tab.run("HelpshiftSSO.logout()");
    tab.waitForEnd();
    // Who is signed in, and the config of visitors.
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 3);
    tab.run("HelpshiftSSO.load()");
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 4);
    awaitAnswers(tab);
    assertThat(tab.simulator().path("hidden").asBoolean()).isTrue();
  }

  @Test
  @DisplayName(
      "by the load() and unload() of its own tab, and of any tab from the next page load on")
  void tabs() {
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab one = openTab().waitForUser("alice");
    Tab other = openTab().waitForUser("alice");
    one.run("HelpshiftSSO.unload()");
    one.waitForEnd();
    other.waitForUser("alice");
    other.page().reload();
    other.waitForScript().waitFor("() => document.readyState === 'complete'", null);
    helpshiftRequests.clear();
    one.run("HelpshiftSSO.load()");
    one.waitForUser("alice");
    other.run("HelpshiftSSO.load()");
    other.waitForUser("alice");
    assertThat(other.events()).containsExactly("login");
  }

  @Test
  @DisplayName("never where the script does not know its element: load() says so each time")
  void noScript() {
    app.page(scriptLine("type=\"module\""));
    Tab tab = openTab().waitForScript().waitForEvent("error", "error", "no_script_element");
    tab.run("HelpshiftSSO.load()");
    assertThat(tab.events()).containsExactly("error", "error");
    assertThat(tab.json("seen.events.at(-1)").path("fix").asText()).isNotEmpty();
  }

  @Test
  @DisplayName("never for visitors with data-load=\"signed-in\", also after a logout")
  void signedInAndLogout() {
    cookieSession(ALICE);
    app.page(scriptLine("data-load=\"signed-in\" data-after-logout=\"anonymous\""));
    Tab tab = openTab().waitForUser("alice");
    tab.run("HelpshiftSSO.logout()");
    tab.waitForEnd();
    awaitAnswers(tab);
    assertThat(tab.events()).containsExactly("login", "logout");
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("never for visitors if the realm says signed-in, also after unload() and load()")
  void signedInByRealm() {
    keycloak.setting("load", "signed-in");
    String session = cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run("HelpshiftSSO.unload()");
    tab.waitForEnd();
    keycloak.end(session);
    tab.run("HelpshiftSSO.load()");
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() >= 2);
    awaitAnswers(tab);
    tab.waitForEnd();
    assertThat(tab.events()).doesNotContain("anonymous");
  }

  @Test
  @DisplayName("but hidden for somebody without a token, with data-load=\"signed-in\"")
  void signedInWithoutToken() {
    cookieSession(ALICE);
    keycloak.always("token", Behaviour.fail(403, "access_denied"));
    app.page(scriptLine("data-load=\"signed-in\""));
    Tab tab = openTab().waitForEvent("error", "error", "access_denied").waitForEnd();
    assertThat(tab.events()).doesNotContain("anonymous");
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
