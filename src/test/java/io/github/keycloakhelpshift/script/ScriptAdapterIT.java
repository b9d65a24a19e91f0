package io.github.keycloakhelpshift.script;

import static io.github.keycloakhelpshift.script.KeycloakStub.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The page's own adapter:")
class ScriptAdapterIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final Person BOB = Person.named("bob");
  private final AtomicReference<String> handedOver = new AtomicReference<>();
  private static final String CALLBACKS =
      "called = []; for (const name of ['onReady', 'onAuthSuccess', 'onAuthRefreshSuccess',"
          + " 'onAuthLogout']) keycloak[name] = () => called.push(name);";

  @Test
  @DisplayName("keycloak-js not ready yet: nothing is loaded before it is, then the user signs in")
  void notReady() {
    String session = keycloak.signIn(ALICE);
    Tab tab = openPage("keycloak = new FakeKeycloak();" + push("keycloak"));
    tab.waitForScript();
    assertThat(keycloak.requests("web-chat")).isEmpty();
    tab.run("token => { keycloak.init({ token }) }", accessToken(session));
    tab.waitForUser("alice");
    assertThat(tab.calls()).containsExactly("init", "login");
  }

  @Test
  @DisplayName("keycloak-js never ready: the chat begins anonymously after 10 seconds")
  void neverReady() {
    app.page(
        "<script>keycloak = new FakeKeycloak();" + push("keycloak") + "</script>" + scriptLine());
    Tab tab = newTab();
    tab.page().clock().install();
    tab.page().navigate(app.url());
    tab.waitForScript();
    tab.page().clock().fastForward(10_000);
    tab.waitForAnonymous();
  }

  @Test
  @DisplayName("keycloak-js slow after a page with a user: no logout, and the user signs in")
  void slowStart() {
    Tab tab = openSlowKeycloak();
    tab.page().clock().runFor(3_000);
    tab.waitForAnonymous();
    tab.run("token => { keycloak.init({ token }) }", accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
    assertThat(tab.events()).doesNotContain("logout");
  }

  @Test
  @DisplayName("keycloak-js slow after a page with a user: a logout once it has nobody")
  void slowStartWithoutUser() {
    Tab tab = openSlowKeycloak();
    tab.page().clock().runFor(3_000);
    tab.waitForAnonymous();
    tab.run("() => { keycloak.init() }");
    tab.waitForEnd().waitForEvent("logout", "reason", "session");
  }

  @Test
  @DisplayName("keycloak-js that was ready long before, without a user: a logout 12 seconds later")
  void readyBefore() {
    Tab tab = openSlowKeycloak();
    tab.page().clock().runFor(12_100);
    tab.waitForEnd().waitForEvent("logout", "reason", "session");
  }

  @Test
  @DisplayName("keycloak-js starting: a login in another tab does not hurry it")
  void messageMeanwhile() {
    Tab tab = openSlowKeycloak();
    tab.run(
        "name => { heard = 0; new BroadcastChannel(name).onmessage = () => heard++;"
            + " new BroadcastChannel(name).postMessage({ type: 'login', sid: 'forged' }) }",
        channelName());
    tab.waitFor("() => heard === 1", null);
    assertThat(keycloak.requests("web-chat")).isEmpty();
    tab.run("token => { keycloak.init({ token }) }", accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
    assertThat(tab.events()).doesNotContain("logout");
  }

  @Test
  @DisplayName("logout() while keycloak-js starts: a user who is found then is not signed in")
  void logoutWhileStarting() {
    Tab tab = openSlowKeycloak();
    tab.run("HelpshiftSSO.logout()");
    tab.page().clock().runFor(2_000);
    tab.waitForAnonymous();
    tab.run("token => { keycloak.init({ token }) }", accessToken(keycloak.signIn(ALICE)));
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() >= 2);
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice");
    assertThat(helpshift.logins()).hasSize(1);
  }

  /** A keycloak-js in its {@code init}, on a page that follows one with a signed-in chat. */
  private Tab openSlowKeycloak() {
    app.page(
        "<script>sessionStorage['helpshift-sso'] = 'opaque'; keycloak = new FakeKeycloak();"
            + " keycloak.didInitialize = true;"
            + push("keycloak")
            + "</script>"
            + scriptLine());
    return openTabWithClock().waitForScript();
  }

  // ---- Identity tokens of the page's server

  @Test
  @DisplayName("identity tokens: a logout in one tab ends the other")
  void identityTokensLogout() {
    identityTokens(ALICE);
    Tab first = openTab().waitForUser("alice");
    Tab second = openTab().waitForUser("alice");
    handedOver.set(null);
    first.run("HelpshiftSSO.logout()");
    first.waitForEnd();
    second.waitForEnd().waitForEvent("logout", "reason", "adapter");
  }

  @Test
  @DisplayName("identity tokens: another user's is not added to the user before, in a visible tab")
  void identityTokensOfAnother() {
    identityTokens(ALICE);
    Tab tab = openTabWithClock().waitForUser("alice");
    tab.setVisible(false);
    handedOver.set(keycloak.identityToken(BOB));
    tab.page().clock().fastForward(61_000);
    tab.setVisible(true);
    tab.waitForUser("bob").waitForEvent("logout", "reason", "switch");
    assertThat(tab.calls()).doesNotContain("addUserIdentities");
    assertThat(helpshift.additions()).isEmpty();
  }

  @Test
  @DisplayName("identity tokens: another user's login in another tab is a switch")
  void identityTokensOfAnotherTab() {
    identityTokens(ALICE);
    Tab first = openTab().waitForUser("alice");
    handedOver.set(keycloak.identityToken(BOB));
    openTab().waitForUser("bob");
    first.waitForUser("bob").waitForEvent("logout", "reason", "switch");
  }

  @Test
  @DisplayName("identity tokens: another user's at a login request is a switch")
  void identityTokensOfAnotherAtOnce() {
    identityTokens(ALICE);
    Tab tab = openTab().waitForUser("alice");
    handedOver.set(keycloak.identityToken(BOB));
    tab.run("HelpshiftSimulator.reverify()");
    tab.waitForUser("bob").waitForEvent("logout", "reason", "switch");
    // It was not even tried.
    assertThat(tab.events()).doesNotContain("error");
  }

  @Test
  @DisplayName(
      "identity tokens: an error page instead of a token is an error, and does not end the chat")
  void identityTokensFailing() {
    identityTokens(ALICE);
    Tab tab = openTabWithClock().waitForUser("alice");
    handedOver.set("<html>Bad gateway.</html>");
    tab.run("HelpshiftSimulator.reverify()");
    tab.waitForEvent("error", "error", "JWT_IS_INVALID");
    assertThat(tab.events()).doesNotContain("logout");
    assertThat(helpshift.logins()).hasSize(1);

    handedOver.set(keycloak.identityToken(ALICE));
    tab.page().clock().runFor(65_000);
    tab.waitForUser("alice");
    assertThat(helpshift.logins()).hasSize(2);
  }

  /** The page's server hands over an identity token, which a test can change. */
  private void identityTokens(Person person) {
    handedOver.set(keycloak.identityToken(person));
    ownProfile().exposeFunction("identityToken", unused -> handedOver.get());
    app.page(
        "<script>"
            + push("{ getIdentityToken: () => identityToken() }")
            + "</script>"
            + scriptLine());
  }

  @Test
  @DisplayName("keycloak-js without a user: anonymous at once, also with a single sign-on cookie")
  void readyWithoutUser() {
    cookieSession(ALICE);
    openPage("keycloak = new FakeKeycloak();" + push("keycloak") + "keycloak.init();")
        .waitForAnonymous();
    assertThat(keycloak.requests("web-chat")).allMatch(request -> request.cookie() == null);
  }

  @Test
  @DisplayName("keycloak-js callbacks that the page set before stay")
  void callbacksBefore() {
    String session = keycloak.signIn(ALICE);
    Tab tab = openPage("keycloak = new FakeKeycloak();" + CALLBACKS + push("keycloak"));
    tab.waitForScript();
    tab.run("token => { keycloak.init({ token }) }", accessToken(session));
    tab.waitForUser("alice");
    tab.run("keycloak.clearToken()");
    tab.waitForEnd().waitForEvent("logout", "reason", "adapter");
    assertThat(Tab.strings(tab.json("called")))
        .containsExactly("onAuthSuccess", "onReady", "onAuthLogout");
  }

  @Test
  @DisplayName("keycloak-js callbacks that the page sets later don't replace the script's")
  void callbacksAfter() {
    String session = keycloak.signIn(ALICE);
    Tab tab = openPage("keycloak = new FakeKeycloak();" + push("keycloak"));
    tab.waitForScript();
    tab.run(
        "token => { "
            + CALLBACKS
            + " const before = keycloak.onAuthSuccess;"
            + " keycloak.onAuthSuccess = () => { called.push('wrapped'); before() };"
            + " keycloak.init({ token }) }",
        accessToken(session));
    tab.waitForUser("alice");
    tab.run("keycloak.clearToken()");
    tab.waitForEnd();
    assertThat(Tab.strings(tab.json("called")))
        .containsExactly("wrapped", "onAuthSuccess", "onReady", "onAuthLogout");
  }

  @Test
  @DisplayName("keycloak-js whose refresh finds the session ended: the chat ends")
  void refreshRefused() {
    String session = keycloak.signIn(ALICE);
    Tab tab =
        openPage(
            "keycloak = new FakeKeycloak(); keycloak.init({ token: '%s' });%s"
                .formatted(accessToken(session), push("keycloak")));
    tab.waitForUser("alice");
    keycloak.end(session);
    tab.run("() => { keycloak.refresh = () => null; HelpshiftSimulator.reverify() }");
    tab.waitForEnd();
  }

  @Test
  @DisplayName("login after load: the anonymous chat becomes the user's")
  void loginAfterLoad() {
    Tab tab = openPage("users = new FakeUserManager();" + push("users")).waitForAnonymous();
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
    assertThat(tab.calls()).containsExactly("init", "updateHelpshiftConfig", "login");
  }

  @Test
  @DisplayName("user switch: logout first, then the new ids")
  void userSwitch() {
    Tab tab = openPage("users = new FakeUserManager();" + push("users"));
    tab.waitForScript();
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(BOB)));
    tab.waitForUser("bob").waitForEvent("logout", "reason", "switch");
    assertThat(tab.calls()).containsSubsequence("logout", "updateHelpshiftConfig", "login");
    assertThat(tab.calls()).doesNotContain("hide");
  }

  @Test
  @DisplayName("user switch: the config contains nothing of the user before")
  void userSwitchConfig() {
    keycloak.config("fullPrivacy", true);
    Tab tab =
        openPage(
            "helpshiftConfig = { language: 'de' }; users = new FakeUserManager();" + push("users"));
    tab.waitForScript();
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
    assertThat(tab.run("helpshiftConfig.fullPrivacy")).isEqualTo(true);
    keycloak.noConfig("fullPrivacy");
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(BOB)));
    tab.waitForUser("bob");
    assertThat(tab.json("helpshiftConfig").has("fullPrivacy")).isFalse();
    assertThat(tab.run("helpshiftConfig.language")).isEqualTo("de");
  }

  @Test
  @DisplayName("user switch while a token is on its way: the old user's answer is dropped")
  void userSwitchInFlight() throws InterruptedException {
    var hold = Behaviour.hold();
    keycloak.next("token", hold);
    Tab tab = openPage("users = new FakeUserManager();" + push("users"));
    tab.waitForScript();
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(ALICE)));
    tab.page().waitForCondition(() -> keycloak.requests("token").size() == 1);
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(BOB)));
    tab.waitForUser("bob");
    hold.openAndAwait();
    // Two requests of its own: by then a late answer would have been used.
    tab.run("HelpshiftSSO.refresh()");
    assertThat(helpshift.logins())
        .singleElement()
        .matches(login -> login.identities().get("uid").equals("bob"));
    assertThat(tab.calls()).doesNotContain("addUserIdentities");
    assertThat(helpshift.additions()).isEmpty();
  }

  @Test
  @DisplayName("a new email of the same uid: no logout")
  void newEmail() {
    String session = cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    keycloak.change(session, ALICE.with("email", "new@example.com"));
    tab.run("HelpshiftSSO.refresh()");
    tab.waitFor("() => HelpshiftSimulator.state().user.email === 'new@example.com'", null);
    assertThat(tab.calls()).doesNotContain("logout");
  }

  @Test
  @DisplayName("logout and login again in one page: hidden, then shown")
  void loginAgain() {
    Tab tab = openPage("users = new FakeUserManager();" + push("users"));
    tab.waitForScript();
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
    tab.run("users.removeUser()");
    tab.waitForEnd().waitForEvent("logout", "reason", "adapter");
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("logout while a token is on its way: the stale answer is dropped")
  void logoutInFlight() throws InterruptedException {
    String session = keycloak.signIn(ALICE);
    var hold = Behaviour.hold();
    keycloak.next("token", hold);
    Tab tab = openPage("users = new FakeUserManager();" + push("users"));
    tab.waitForScript();
    tab.run("token => users.load(token)", accessToken(session));
    tab.page().waitForCondition(() -> keycloak.requests("token").size() == 1);
    tab.run("users.removeUser()");
    tab.waitForEnd();
    hold.openAndAwait();
    tab.run("HelpshiftSSO.refresh()");
    assertThat(tab.calls()).doesNotContain("login", "addUserIdentities");
    assertThat(tab.events()).doesNotContain("error", "identities");
  }

  @Test
  @DisplayName("an unknown kind of auth: an error event")
  void invalid() {
    app.page("<script>" + push("{ token: 'x' }") + "</script>" + scriptLine("data-cookie=\"off\""));
    Tab tab = openTab().waitForEvent("error", "error", "invalid_auth");
    assertThat(tab.error("invalid_auth").path("fix").asText()).contains("getAccessToken");
    assertThat(keycloak.requests("web-chat")).isEmpty();
  }

  @Test
  @DisplayName("two scripts on one page: the second does nothing")
  void twoScripts() {
    cookieSession(ALICE);
    app.page(scriptLine() + scriptLine());
    Tab tab = openTab().waitForUser("alice");
    tab.run("first = HelpshiftSSO");
    tab.run(
        "src => new Promise((done, no) => document.head.append(Object.assign("
            + "document.createElement('script'), { src, onload: done, onerror: no })))",
        keycloak.scriptUrl());
    assertThat(tab.run("first === HelpshiftSSO")).isEqualTo(true);
    assertThat(keycloak.requests("token")).hasSize(1);
    assertThat(tab.calls()).containsExactly("init", "login");
  }

  @Test
  @DisplayName("a single-page app that mounts twice: the same push does nothing")
  void pushTwice() {
    Tab tab =
        openPage(
            "users = new FakeUserManager(); users.user = { access_token: '%s' };%s%s"
                .formatted(accessToken(keycloak.signIn(ALICE)), push("users"), push("users")));
    tab.waitForUser("alice");
    tab.run("() => { HelpshiftSSO.push({ auth: users }) }");
    assertThat(tab.run("users.listeners")).isEqualTo(3);
    assertThat(tab.calls()).containsExactly("init", "login");
  }

  @Test
  @DisplayName(
      "a single-page app that unmounts: nothing is done; that mounts again: everything is done")
  void disconnect() {
    String session = keycloak.signIn(ALICE);
    Tab tab =
        openPage(
            "users = new FakeUserManager(); users.user = { access_token: '%s' };%s"
                .formatted(accessToken(session), push("users")));
    tab.waitForUser("alice");
    tab.run("HelpshiftSSO.disconnect()");
    assertThat(tab.run("users.listeners")).isEqualTo(0);
    tab.run("history.pushState({}, '', '/')");
    int before = keycloak.requests("web-chat").size();
    tab.run("() => { users.user = null; users.raise('UserUnloaded') }");
    tab.run("HelpshiftSSO.refresh()");
    assertThat(tab.simulator().path("user").path("uid").asText()).isEqualTo("alice");
    assertThat(keycloak.requests("web-chat")).hasSize(before);

    tab.run("() => { HelpshiftSSO.push({ auth: users }) }");
    tab.waitForEnd();
  }

  @Test
  @DisplayName("a login request while unmounted is answered when the app mounts again")
  void missedRequest() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run("() => { HelpshiftSSO.disconnect(); HelpshiftSimulator.reverify() }");
    letLoginExpire(tab);
    tab.run("HelpshiftSSO.push({})");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("a push that comes late takes the cookie's place")
  void latePush() {
    cookieSession(BOB);
    Tab tab = openPage().waitForUser("bob");
    tab.run(
        "token => HelpshiftSSO.push({ auth: { getAccessToken: () => token } })",
        accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("data-cookie=off: nothing happens before a push")
  void cookieOff() {
    cookieSession(BOB);
    app.page(scriptLine("data-cookie=\"off\""));
    Tab tab = openTab();
    tab.page().waitForLoadState();
    tab.waitForScript();
    assertThat(keycloak.requests("web-chat")).isEmpty();
    tab.run(
        "token => HelpshiftSSO.push({ auth: { getAccessToken: () => token } })",
        accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
  }
}
