package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import io.github.keycloakhelpshift.simulator.Verification;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("In a domain without User Hub the script")
class ScriptLegacyIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final Person BOB = Person.named("bob");

  @BeforeEach
  void legacy() {
    KeycloakStub.enrollLegacy(helpshift);
    keycloak.legacy(true);
  }

  @Test
  @DisplayName("logs in by the digest in helpshiftConfig, and asks for no token")
  void login() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice").waitForEvent("login", "reverified", "false");
    assertThat(helpshift.verifications()).singleElement().matches(Verification::accepted);
    assertThat(tab.simulator().path("user").path("name").asText()).isEqualTo("Name of alice");
    assertThat(tab.json("helpshiftConfig").has("authenticateWith")).isFalse();
    assertThat(tab.run("HelpshiftSSO.ready")).isEqualTo(true);
    tab.run("HelpshiftSSO.refresh()");
    assertThat(keycloak.requests("token")).isEmpty();
    assertThat(tab.calls()).containsExactly("init");
  }

  @Test
  @DisplayName("logs in later, switches and logs out by updateHelpshiftConfig")
  void switchAndLogout() {
    Tab tab = openPage("users = new FakeUserManager();" + push("users")).waitForAnonymous();
    tab.run("token => users.load(token)", KeycloakStub.accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice").waitForEvent("login");
    tab.run("token => users.load(token)", KeycloakStub.accessToken(keycloak.signIn(BOB)));
    tab.waitForUser("bob").waitForEvent("logout", "reason", "switch");
    tab.run("users.removeUser()");
    tab.waitForEnd().waitForEvent("logout", "reason", "adapter");
    assertThat(tab.events()).containsExactly("anonymous", "login", "logout", "login", "logout");
    assertThat(tab.calls()).doesNotContain("logout", "login");
    for (String key : new String[] {"userId", "userEmail", "userName", "userAuthToken"}) {
      assertThat(tab.json("helpshiftConfig").has(key)).as(key).isFalse();
    }
  }

  @Test
  @DisplayName("ends an open chat with the session")
  void sessionEnd() {
    String session = cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock().waitForUser("alice").openChat();
    keycloak.end(session);
    tab.page().clock().runFor(5_000);
    tab.waitForEnd().waitForEvent("logout", "reason", "session");
  }

  @Test
  @DisplayName("reports a user who was not verified, with the fix, and tries again")
  void userAuthFailure() {
    keycloak.legacySecret("another secret");
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock();
    tab.waitForEvent(
        "error",
        "error",
        "user_auth_failure",
        "description",
        "invalid user auth token",
        "fix",
        "Check platform id and secret.");
    tab.page().waitForCondition(() -> helpshift.verifications().size() == 2);
    tab.waitFor("() => seen.events.filter(e => e.name === 'error').length === 2", null);
    keycloak.legacySecret(KeycloakStub.LEGACY_SECRET);
    tab.page().clock().runFor(65_000);
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("follows a realm that moves to User Hub, by the one setting")
  void move() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    keycloak.legacy(false);
    tab.run("HelpshiftSSO.logout()");
    tab.waitForEnd();
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice");
    assertThat(helpshift.logins()).hasSize(1);
  }

  @Test
  @DisplayName("follows a realm that moves away from User Hub while a page is open")
  void moveBackWhileOpen() {
    keycloak.legacy(false);
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice").waitForEvent("login");
    keycloak.legacy(true);
    tab.run("HelpshiftSSO.refresh()");
    tab.page().waitForCondition(() -> helpshift.verifications().size() == 1);
    tab.waitForUser("alice")
        .waitFor("() => seen.events.filter(e => e.name === 'login').length === 2", null);
    assertThat(tab.events()).containsExactly("login", "login");
    assertThat(tab.json("helpshiftConfig").has("authenticateWith")).isFalse();
  }

  @Test
  @DisplayName("follows a realm that moves to User Hub when Helpshift no longer verifies the user")
  void moveWhileOpen() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice").waitForEvent("login");
    keycloak.legacy(false);
    tab.run("HelpshiftSimulator.fire('userAuthFailure', { message: 'invalid user auth token' })");
    tab.page().waitForCondition(() -> helpshift.logins().size() == 1);
    tab.waitForUser("alice");
    assertThat(tab.json("helpshiftConfig").has("userAuthToken")).isFalse();
  }
}
