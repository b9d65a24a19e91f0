package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import io.github.keycloakhelpshift.simulator.Login;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The simulator counts an identity that Helpshift has already as a violation. */
@DisplayName("What is new after a login reaches Helpshift once:")
class ScriptIdentitiesIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final Person LINKED = ALICE.with("discord_id", "8018");
  private static final String REFRESH = "HelpshiftSSO.refresh()";

  @Test
  @DisplayName("a new identity, without those of the login")
  void newOnly() {
    String session = cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run(REFRESH);
    assertThat(tab.calls()).doesNotContain("addUserIdentities");
    keycloak.change(session, LINKED);
    tab.run(REFRESH);
    tab.waitForEvent("identities");
    tab.run(REFRESH);
    assertThat(tab.calls()).containsOnlyOnce("addUserIdentities");
    tab.waitFor("() => HelpshiftSimulator.state().user.identities.length === 3", null);
    assertThat(helpshift.logins()).hasSize(1);
    assertThat(addition(0)).isEqualTo(Map.of("discord_id", "8018"));
    assertThat(keycloak.requests("token").get(3).body())
        .contains("\"identifiers\":[\"discord_id\"]");
  }

  @Test
  @DisplayName("from one of two tabs that ask at the same time, and then the next one")
  void oneTab() {
    String session = cookieSession(ALICE);
    Tab first = openPage().waitForUser("alice");
    Tab second = openTab().waitForUser("alice");
    keycloak.change(session, LINKED);
    first.run("() => { asking = " + REFRESH + " }");
    second.run(REFRESH);
    first.run("asking");
    first.page().waitForCondition(() -> helpshift.additions().size() == 1);
    keycloak.change(session, LINKED.with("steam_id", "7656"));
    second.run(REFRESH);
    first.run(REFRESH);
    first.page().waitForCondition(() -> helpshift.additions().size() == 2);
    assertThat(addition(0)).isEqualTo(Map.of("discord_id", "8018"));
    assertThat(addition(1)).isEqualTo(Map.of("steam_id", "7656"));
  }

  @Test
  @DisplayName("not at all where a login in another tab, or after a page load, has brought it")
  void byAnotherLogin() {
    String session = cookieSession(ALICE);
    Tab first = openPage().waitForUser("alice");
    keycloak.change(session, LINKED);
    Tab second = openTab().waitForUser("alice").waitForEvent("login");
    first.run(REFRESH);
    second.page().reload();
    second.waitForUser("alice").run(REFRESH);
    first.run(REFRESH);
    assertThat(first.calls()).doesNotContain("addUserIdentities");
    assertThat(second.calls()).doesNotContain("addUserIdentities");
  }

  @Test
  @DisplayName("an identity whose value has changed")
  void newValue() {
    String session = cookieSession(LINKED);
    Tab tab = openPage().waitForUser("alice");
    keycloak.change(session, ALICE.with("discord_id", "8019"));
    tab.run(REFRESH);
    tab.page().waitForCondition(() -> helpshift.additions().size() == 1);
    assertThat(addition(0)).isEqualTo(Map.of("discord_id", "8019"));
  }

  @Test
  @DisplayName("with tokens of the page's own server, which have all identities, at the next login")
  void pageTokens() {
    AtomicReference<Person> person = new AtomicReference<>(ALICE);
    ownProfile().exposeFunction("identityToken", unused -> keycloak.identityToken(person.get()));
    Tab tab = openPage(push("{ getIdentityToken: () => identityToken() }")).waitForUser("alice");
    person.set(LINKED);
    tab.run(REFRESH);
    assertThat(tab.calls()).doesNotContain("addUserIdentities");
    tab.run("HelpshiftSimulator.reverify()");
    tab.waitFor("() => HelpshiftSimulator.state().user.identities.length === 3", null);
  }

  @Test
  @DisplayName("identities that Helpshift did not take are sent again a minute later")
  void lostIdentities() {
    helpshift.failNextAddition("TOO_MANY_REQUESTS");
    String session = cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock().waitForUser("alice");
    keycloak.change(session, LINKED);
    tab.run(REFRESH);
    tab.waitForEvent("error", "error", "IDENTITY_PROFILE_UPDATE_FAILED");
    tab.page().clock().runFor(125_000);
    tab.page().waitForCondition(() -> helpshift.additions().size() == 2);
    assertThat(helpshift.additions().get(0).accepted()).isFalse();
    assertThat(helpshift.additions().get(1).accepted()).isTrue();
  }

  @Test
  @DisplayName("user data that Helpshift did not take is sent again a minute later")
  void lostUserData() {
    helpshift.failNextUpdate("TOO_MANY_REQUESTS");
    cookieSession(ALICE.withUserData(Map.of("full_name", "Alice"), Map.of()));
    app.page(scriptLine());
    Tab tab = openTabWithClock();
    tab.waitForEvent("error", "error", "IDENTITY_PROFILE_UPDATE_FAILED");
    tab.page().clock().runFor(125_000);
    tab.page().waitForCondition(() -> helpshift.globalUserData().size() == 1);
  }

  @Test
  @DisplayName("user data that Helpshift will never take is not sent again")
  void invalidUserData() {
    cookieSession(ALICE.withUserData(Map.of("age", "200"), Map.of()));
    app.page(scriptLine());
    Tab tab = openTabWithClock();
    tab.waitForEvent("error", "error", "IDENTITY_PROFILE_UPDATE_FAILED");
    tab.page().clock().runFor(125_000);
    awaitAnswers(tab);
    assertThat(keycloak.requests("token")).hasSize(1);
  }

  @Test
  @DisplayName("user data that a logout overtook is sent after the next login")
  void overtakenUserData() {
    cookieSession(ALICE.withUserData(Map.of("full_name", "Alice"), Map.of()));
    app.page(scriptLine());
    Tab tab = openTabWithClock();
    tab.waitForUser("alice").waitForEvent("login");
    tab.run("HelpshiftSSO.logout()");
    tab.waitForEnd();
    tab.run(REFRESH);
    tab.waitForUser("alice");
    tab.page().waitForCondition(() -> !helpshift.globalUserData().isEmpty());
  }

  private Map<String, String> addition(int index) {
    Login addition = helpshift.additions().get(index);
    assertThat(addition.accepted()).isTrue();
    return addition.identities();
  }
}
