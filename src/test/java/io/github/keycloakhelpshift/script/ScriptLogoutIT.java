package io.github.keycloakhelpshift.script;

import static io.github.keycloakhelpshift.script.KeycloakStub.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("After a logout the chat")
class ScriptLogoutIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final Person BOB = Person.named("bob");
  private static final String STAYS = "data-after-logout=\"anonymous\"";

  /** How an app logs out, by a redirect to Keycloak and back. */
  private enum App {
    KEYCLOAK_JS(
        "auth = new FakeKeycloak(); addEventListener('load', () => auth.init(%s));",
        "{ token: '%s' }", ""),
    OIDC_CLIENT_TS(
        "auth = new FakeUserManager(); auth.user = %s;",
        "{ access_token: '%s' }", "auth.removeUser()"),
    SERVER_PAGES("auth = { getIdentityToken: () => %s };", "'%s'", "");

    private final String page;
    private final String signedIn;
    private final String logout;

    App(String page, String signedIn, String logout) {
      this.page = page;
      this.signedIn = signedIn;
      this.logout = logout;
    }

    String signedIn(String token) {
      return page.formatted(signedIn.formatted(token)) + push("auth");
    }

    String signedOut() {
      return page.formatted(this == KEYCLOAK_JS ? "" : "null") + push("auth");
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is hidden on the page that the logout leads to, and anonymous from the next one on")
  void redirect(App app) {
    Tab tab = signedInTab(app, "");
    logOut(tab, app, "");
    tab.waitForEnd().waitForEvent("logout", "reason", "session");
    tab.page().reload();
    tab.waitForAnonymous().waitForEvent("anonymous");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("is the anonymous one at once, where the page says so")
  void anonymous(App app) {
    Tab tab = signedInTab(app, STAYS);
    logOut(tab, app, STAYS);
    tab.waitForAnonymous().waitForEvent("anonymous");
    assertThat(tab.calls()).contains("logout").doesNotContain("hide");
  }

  private Tab signedInTab(App app, String attributes) {
    String token =
        app == App.SERVER_PAGES
            ? keycloak.identityToken(ALICE)
            : accessToken(keycloak.signIn(ALICE));
    this.app.page("<script>" + app.signedIn(token) + "</script>" + scriptLine(attributes));
    Tab tab = openTabWithClock().waitForUser("alice").waitForEvent("login");
    tab.page().clock().pauseAt(((Number) tab.run("Date.now()")).longValue() + 1_000);
    return tab;
  }

  private void logOut(Tab tab, App app, String attributes) {
    if (!app.logout.isEmpty()) {
      tab.run(app.logout);
      tab.waitForEvent("logout", "reason", "adapter");
    }
    this.app.page("<script>" + app.signedOut() + "</script>" + scriptLine(attributes));
    tab.page().reload();
  }

  @Test
  @DisplayName("is hidden until the page is loaded again, in an app of one page")
  void onePage() {
    Tab tab = signedInTab(App.OIDC_CLIENT_TS, "");
    tab.run("auth.removeUser()");
    tab.waitForEnd();
    tab.page().clock().runFor(60_000);
    assertThat(tab.simulator().path("hidden").asBoolean()).isTrue();
    app.page("<script>" + App.OIDC_CLIENT_TS.signedOut() + "</script>" + scriptLine());
    tab.page().reload();
    tab.waitForAnonymous();
  }

  @Test
  @DisplayName("goes on anonymously in an app of one page, where the page says so")
  void onePageAnonymous() {
    Tab tab = signedInTab(App.OIDC_CLIENT_TS, STAYS);
    tab.run("auth.removeUser()");
    tab.waitForAnonymous().waitForEvent("anonymous");
    assertThat(tab.events()).containsExactly("login", "logout", "anonymous");
  }

  // ---- The settings are a visitor's

  @ParameterizedTest
  @EnumSource(End.class)
  @DisplayName("has a visitor's settings, not those of the user who has left")
  void visitorsSettings(End end) {
    keycloak.config("language", "fr");
    keycloak.visitorConfig("language", "de");
    String session = cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    assertThat(tab.run("helpshiftConfig.language")).isEqualTo("fr");
    if (end == End.SESSION) {
      keycloak.end(session);
      tab.run("dispatchEvent(new Event('online'))");
    } else {
      tab.run("HelpshiftSSO.logout()");
    }
    tab.waitForEnd();
    tab.waitFor("() => helpshiftConfig.language === 'de'", null);
  }

  private enum End {
    SESSION,
    PAGE
  }

  @Test
  @DisplayName("stays hidden where visitors have full privacy and Web Chat began without it")
  void fullPrivacyOfVisitors() {
    keycloak.visitorConfig("fullPrivacy", true);
    String session = cookieSession(ALICE);
    app.page(scriptLine(STAYS));
    Tab tab = openTab().waitForUser("alice");
    keycloak.end(session);
    tab.run("dispatchEvent(new Event('online'))");
    tab.waitForEvent("error", "error", "full_privacy_late", "fix", "Load the page again.");
    tab.waitForEnd();
    tab.page().reload();
    tab.waitForAnonymous();
    assertThat(tab.simulator().path("fullPrivacy").asBoolean()).isTrue();
  }

  @Test
  @DisplayName(
      "signs in nobody with full privacy where Web Chat began without it, before a page load")
  void fullPrivacyOfTheNextUser() {
    Tab tab = openPage("users = new FakeUserManager();" + push("users"));
    tab.waitForScript();
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
    keycloak.config("fullPrivacy", true);
    String token = accessToken(keycloak.signIn(BOB.inFullPrivacy()));
    tab.run("token => users.load(token)", token);
    tab.waitForEvent("error", "error", "full_privacy_late").waitForEnd();
    assertThat(helpshift.logins()).hasSize(1);
    app.page(
        "<script>users = new FakeUserManager(); users.user = { access_token: '%s' };%s</script>"
                .formatted(token, push("users"))
            + scriptLine());
    tab.page().reload();
    tab.waitForUser("bob");
    assertThat(tab.simulator().path("fullPrivacy").asBoolean()).isTrue();
  }
}
