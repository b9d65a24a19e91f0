package io.github.keycloakhelpshift.script;

import static io.github.keycloakhelpshift.script.KeycloakStub.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("When the session ends, so does the chat:")
class ScriptSessionIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final Person BOB = Person.named("bob");

  /** By the tab's own clock: answers take real time. */
  private static void endsWithinFiveSeconds(Tab tab) {
    tab.page().clock().runFor(5_000);
    tab.waitForEnd();
  }

  @Test
  @DisplayName("within 5 seconds where the chat is open, by cookie")
  void cookie() {
    String session = cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock().waitForUser("alice");
    tab.openChat();
    keycloak.end(session);
    endsWithinFiveSeconds(tab);
    tab.waitForEvent("logout", "reason", "session");
    assertThat(tab.calls()).endsWith("logout", "hide");
    assertThat(tab.json("helpshiftConfig").has("userId")).isFalse();
  }

  @Test
  @DisplayName("within 5 seconds where the chat is open, by bearer token, without refreshing it")
  void bearer() {
    String session = keycloak.signIn(ALICE);
    app.page(
        "<script>keycloak = new FakeKeycloak(); keycloak.init({ token: '%s' });%s</script>%s"
            .formatted(accessToken(session), push("keycloak"), scriptLine()));
    Tab tab = openTabWithClock().waitForUser("alice");
    Object updates = tab.run("keycloak.updates");
    tab.openChat();
    tab.page().waitForCondition(() -> !keycloak.requests("session").isEmpty());
    assertThat(tab.run("keycloak.updates")).isEqualTo(updates);
    keycloak.end(session);
    endsWithinFiveSeconds(tab);
  }

  @Test
  @DisplayName("but not because of an expired access token")
  void spentToken() {
    String session = keycloak.signIn(ALICE);
    Tab tab = openPage(push("{ getAccessToken: () => '%s' }".formatted(accessToken(session))));
    tab.waitForUser("alice");
    keycloak.expire(accessToken(session));
    look(tab);
    tab.page().waitForCondition(() -> keycloak.requests("session").size() == 1);
    // A user who was logged out is not checked again.
    look(tab);
    tab.page().waitForCondition(() -> keycloak.requests("session").size() >= 2);
    assertThat(tab.events()).doesNotContain("logout");
  }

  @Test
  @DisplayName("at once when a hidden tab becomes visible, without a check before")
  void hiddenTab() {
    String session = cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = newTab();
    tab.page().clock().install();
    tab.page().navigate(app.url());
    tab.waitForUser("alice");
    tab.setVisible(false);
    keycloak.end(session);
    tab.page().clock().runFor(60_000);
    assertThat(keycloak.requests("session")).isEmpty();
    tab.setVisible(true);
    tab.waitForEnd();
  }

  @Test
  @DisplayName("not by a network failure, nor by a 5xx of the watch")
  void networkFailure() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    keycloak.next("session", Behaviour.drop(), Behaviour.fail(503, "down"));
    for (int looks = 1; looks <= 3; looks++) {
      int count = looks;
      look(tab);
      tab.page().waitForCondition(() -> keycloak.requests("session").size() >= count);
    }
    assertThat(tab.events()).containsExactly("login");
    assertThat(tab.simulator().path("user").path("uid").asText()).isEqualTo("alice");
  }

  @Test
  @DisplayName("in every tab, as soon as one sees it")
  void otherTab() {
    String session = cookieSession(ALICE);
    app.page(scriptLine());
    Tab first = openTab().waitForUser("alice");
    Tab second = openTab().waitForUser("alice");
    // This tab would not check by itself.
    first.page().clock().install();
    second.page().bringToFront();
    keycloak.end(session);
    look(second);
    second.waitForEnd();
    first.waitForEnd();
  }

  @Test
  @DisplayName("other tabs are told nothing but a type, a sid and names of identifiers")
  void messages() {
    String session = cookieSession(ALICE);
    app.page(scriptLine());
    Tab first = openTab().waitForUser("alice");
    first.run(
        "name => { const c = new BroadcastChannel(name); heard = []; c.onmessage = e =>"
            + " heard.push(e.data) }",
        channelName());
    Tab second = openTab().waitForUser("alice");
    keycloak.end(session);
    look(second);
    second.waitForEnd();
    first.waitFor("() => heard.some(m => m.type === 'logout')", null);
    assertThat(first.json("heard"))
        .allSatisfy(
            message -> {
              String type = message.path("type").asText();
              assertThat(type).isIn("login", "logout", "look", "identities");
              assertThat(message.path("sid").asText()).isEqualTo("opaque-" + session);
              assertThat(message).hasSize(type.equals("identities") ? 3 : 2);
              assertThat(message.toString()).doesNotContain("alice");
            });
  }

  @Test
  @DisplayName("not by a forged message: at most it makes the script check")
  void forgedMessages() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run(
        "() => { heard = 0; addEventListener('message', () => heard++);"
            + " postMessage({ type: 'logout', sid: 'forged' }, '*');"
            + " postMessage({ type: 'login', sid: 'forged' }, '*') }");
    tab.waitFor("() => heard === 2", null);
    assertThat(keycloak.requests("session")).isEmpty();
    tab.run(
        "name => new BroadcastChannel(name).postMessage({ type: 'logout', sid: 'forged' })",
        channelName());
    tab.page().waitForCondition(() -> keycloak.requests("session").size() == 1);
    look(tab);
    tab.page().waitForCondition(() -> keycloak.requests("session").size() == 2);
    assertThat(tab.events()).containsExactly("login");
    assertThat(tab.simulator().path("user").path("uid").asText()).isEqualTo("alice");
  }

  @Test
  @DisplayName("a login in one tab signs the other in")
  void loginInOtherTab() {
    app.page(scriptLine());
    Tab first = openTab().waitForAnonymous();
    cookieSession(ALICE);
    openTab().waitForUser("alice");
    first.waitForUser("alice");
  }

  @Test
  @DisplayName("without BroadcastChannel each tab sees it by itself")
  void noBroadcastChannel() {
    ownProfile().addInitScript("delete window.BroadcastChannel");
    String session = cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock().waitForUser("alice");
    tab.openChat();
    keycloak.end(session);
    endsWithinFiveSeconds(tab);
  }

  @Test
  @DisplayName("without storage")
  void noStorage() {
    ownProfile()
        .addInitScript(
            "if (window === top) for (const name of ['sessionStorage', 'localStorage'])"
                + " Object.defineProperty(window, name, { get() { throw new DOMException('denied',"
                + " 'SecurityError') } })");
    String session = cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock().waitForUser("alice");
    tab.openChat();
    keycloak.end(session);
    endsWithinFiveSeconds(tab);
  }

  @Test
  @DisplayName("in the tab that comes back from a logout that was a redirect")
  void redirect() {
    String session = cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    keycloak.end(session);
    browser.clearCookies();
    tab.page().reload();
    tab.waitForEnd().waitForEvent("logout", "reason", "session");
    // The next page has the anonymous chat.
    tab.page().reload();
    tab.waitForAnonymous();
  }

  @Test
  @DisplayName(
      "logout() by the page: at once, and the session is not signed in again until refresh()")
  void byThePage() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run("HelpshiftSSO.logout()");
    tab.waitForEnd().waitForEvent("logout", "reason", "page");
    // At once for a visitor's settings, and when the tab is looked at again.
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 3);
    awaitAnswers(tab);
    tab.setVisible(false);
    tab.setVisible(true);
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 4);
    awaitAnswers(tab);
    assertThat(tab.simulator().path("hidden").asBoolean()).isTrue();
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("logout() by the page before a user was found: nobody is signed in until refresh()")
  void byThePageEarly() {
    var hold = Behaviour.hold();
    keycloak.next("web-chat", hold);
    cookieSession(ALICE);
    Tab tab = openPage();
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 1);
    tab.run("HelpshiftSSO.logout()");
    hold.open();
    tab.waitForAnonymous();
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice");
    assertThat(helpshift.logins()).hasSize(1);
  }

  @Test
  @DisplayName(
      "at once when the app says that nobody is signed in, even if Keycloak can't be reached")
  void byTheAppAlone() {
    Tab tab =
        openPage(
            "at = '%s';".formatted(accessToken(keycloak.signIn(ALICE)))
                + push("{ getAccessToken: () => at, subscribe: cb => { window.changed = cb } }"));
    tab.waitForUser("alice");
    keycloak.always("web-chat", Behaviour.drop());
    keycloak.always("session", Behaviour.drop());
    tab.run("() => { at = null; changed() }");
    tab.waitForEnd().waitForEvent("logout", "reason", "adapter");
  }

  @Test
  @DisplayName("another user's session by cookie: the user is switched")
  void someoneElse() {
    String session = cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    keycloak.end(session);
    cookieSession(BOB);
    tab.setVisible(false);
    tab.setVisible(true);
    tab.waitForUser("bob");
  }

  @Test
  @DisplayName("an identity linked in another tab is added when this tab becomes visible again")
  void linkedElsewhere() {
    String session = cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = newTab();
    tab.page().clock().install();
    tab.page().navigate(app.url());
    tab.waitForUser("alice");
    tab.setVisible(false);
    keycloak.change(session, ALICE.with("steam_id", "76561190000000000"));
    tab.page().clock().fastForward(61_000);
    tab.setVisible(true);
    tab.waitForEvent("identities");
    assertThat(helpshift.logins()).hasSize(1);
    tab.page().waitForCondition(() -> helpshift.additions().size() == 1);
  }

  /** The script makes one look at a time. */
  private void look(Tab tab) {
    awaitAnswers(tab);
    tab.run("dispatchEvent(new Event('online'))");
  }
}
