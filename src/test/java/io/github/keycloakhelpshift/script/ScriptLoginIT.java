package io.github.keycloakhelpshift.script;

import static io.github.keycloakhelpshift.script.KeycloakStub.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.browser.Tab;
import io.github.keycloakhelpshift.simulator.Login;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The script signs in")
class ScriptLoginIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");

  @Test
  @DisplayName("only by the cookie")
  void cookie() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice").waitForEvent("login", "reverified", "false");
    assertThat(tab.calls()).containsExactly("init", "login");
    Request token = keycloak.requests("token").get(0);
    assertThat(token.query()).isEqualTo("client_id=web");
    assertThat(token.authorization()).isNull();
    assertThat(token.body())
        .isEqualTo("{\"userId\":\"alice\",\"userEmail\":\"alice@example.com\"}");
    Login login = helpshift.logins().get(0);
    assertThat(login.accepted()).isTrue();
    assertThat(login.identities()).isEqualTo(ALICE.identities());
  }

  @Test
  @DisplayName("nobody, who chats anonymously")
  void anonymous() {
    Tab tab = openPage().waitForAnonymous().waitForEvent("anonymous");
    assertThat(tab.run("HelpshiftSSO.ready")).isEqualTo(true);
    assertThat(keycloak.requests("token")).isEmpty();
    assertThat(tab.calls()).containsExactly("init");
  }

  @Test
  @DisplayName("by keycloak-js, with a bearer token and without cookies")
  void keycloakJs() {
    cookieSession(Person.named("somebody-else"));
    String session = keycloak.signIn(ALICE);
    Tab tab =
        openPage(
            "keycloak = new FakeKeycloak(); keycloak.init({ token: '%s' });%s"
                .formatted(accessToken(session), push("keycloak")));
    tab.waitForUser("alice");
    assertThat(keycloak.requests("token"))
        .allSatisfy(
            request -> {
              assertThat(request.authorization()).isEqualTo("Bearer " + accessToken(session));
              assertThat(request.cookie()).isNull();
            });
    assertThat(tab.run("keycloak.lastMinValidity")).isEqualTo(30);
  }

  @Test
  @DisplayName("by oidc-client-ts, renewing an expired user first")
  void userManager() {
    String session = keycloak.signIn(ALICE);
    Tab tab =
        openPage(
            "users = new FakeUserManager(); users.user = { access_token: 'old', expired: true };"
                + "users.renewed = '%s';%s".formatted(accessToken(session), push("users")));
    tab.waitForUser("alice");
    assertThat(tab.run("users.renewals")).isEqualTo(1);
  }

  @Test
  @DisplayName("nobody by oidc-client-ts whose stored user's session has ended")
  void userManagerOfAnEndedSession() {
    Tab tab =
        openPage(
            "users = new FakeUserManager(); users.user = { access_token: 'old', expired: true };"
                + "users.refusal = 'invalid_grant';"
                + push("users"));
    tab.waitForAnonymous();
    assertThat(tab.events()).containsExactly("anonymous");
  }

  @Test
  @DisplayName("not yet by oidc-client-ts whose server fails, and that is no end")
  void userManagerOfAFailingServer() {
    Tab tab =
        openPage(
            "users = new FakeUserManager(); users.user = { access_token: '%s' };%s"
                .formatted(accessToken(keycloak.signIn(ALICE)), push("users")));
    tab.waitForUser("alice");
    tab.run(
        "() => { users.user.expired = true; users.refusal = 'server_error';"
            + " HelpshiftSSO.refresh() }");
    tab.waitForEvent("error", "error", "auth", "description", "server_error");
    assertThat(tab.events()).doesNotContain("logout");
  }

  @Test
  @DisplayName("by getAccessToken and subscribe")
  void accessTokens() {
    String session = keycloak.signIn(ALICE);
    Tab tab =
        openPage(
            push(
                "{ getAccessToken: async () => window.at, subscribe: cb => { window.changed = cb }"
                    + " }"));
    tab.waitForAnonymous();
    tab.run("token => { at = token; changed() }", accessToken(session));
    tab.waitForUser("alice");
    tab.run("() => { at = null; changed() }");
    tab.waitForEnd();
  }

  @Test
  @DisplayName("by an identity token that the page's server made, without asking Keycloak for one")
  void identityTokens() {
    String token = keycloak.identityToken(ALICE);
    Tab tab =
        openPage(
            "asked = 0;"
                + push("{ getIdentityToken: () => { asked++; return '%s' } }".formatted(token)));
    tab.waitForUser("alice");
    int asked = (int) tab.run("asked");
    tab.run("HelpshiftSimulator.reverify()");
    tab.waitForEvent("login", "reverified", "true");
    assertThat(tab.run("asked")).isEqualTo(asked + 1);
    assertThat(keycloak.requests("token")).isEmpty();
    assertThat(keycloak.requests("session")).isEmpty();
  }

  @Test
  @DisplayName("by the token endpoint's whole answer, handed over by the page's server")
  void identityTokenAnswer() {
    Person person = ALICE.inFullPrivacy();
    openPage(
            push(
                "{ getIdentityToken: async () => ({ identity_token: '%s', full_privacy_enabled: true }) }"
                    .formatted(keycloak.identityToken(person))))
        .waitForUser("alice");
    assertThat(helpshift.logins()).singleElement().matches(Login::fullPrivacy);
  }

  @Test
  @DisplayName("by its own address, whatever a visitor's element in the page is called")
  void clobbered() {
    String session = keycloak.signIn(ALICE);
    var hold = Behaviour.hold();
    keycloak.next("web-chat", hold);
    app.page(
        "<script>%s</script><img name=\"currentScript\" src=\"%sx/web-chat.js\">%s"
            .formatted(
                push("{ getAccessToken: () => '%s' }".formatted(accessToken(session))),
                app.url(),
                scriptLine()));
    Tab tab = openTab().waitForScript();
    // It would mislead Web Chat itself.
    tab.run("document.images[0].remove()");
    hold.open();
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("in full privacy only by the uid")
  void fullPrivacy() {
    cookieSession(ALICE.inFullPrivacy());
    Tab tab = openPage().waitForUser("alice");
    assertThat(tab.simulator().path("user").path("fullPrivacy").asBoolean()).isTrue();
    assertThat(tab.json("helpshiftConfig").has("userEmail")).isFalse();
  }

  @Test
  @DisplayName("again whenever Helpshift verifies again, with a fresh token")
  void reverify() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run("HelpshiftSimulator.reverify()");
    tab.waitForEvent("login", "reverified", "true");
    assertThat(keycloak.requests("token")).hasSize(2);
  }

  @Test
  @DisplayName("with one request for two login requests at once")
  void oneRequest() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    var hold = Behaviour.hold();
    keycloak.next("token", hold);
    tab.run("HelpshiftSimulator.reverify()");
    tab.run(
        "HelpshiftSimulator.fire('onLoginRequest', { userId: 'alice', userEmail:"
            + " 'alice@example.com' })");
    hold.open();
    tab.waitForEvent("login", "reverified", "true");
    assertThat(keycloak.requests("token")).hasSize(2);
  }

  @Test
  @DisplayName("changing helpshiftConfig in place and keeping what the page set")
  void configInPlace() {
    cookieSession(ALICE);
    keycloak.config("widgetOptions", Map.of("position", "bottom-left"));
    Tab tab = openPage("helpshiftConfig = mine = { language: 'de', tags: ['web'] };");
    tab.waitForUser("alice");
    assertThat(tab.run("mine === helpshiftConfig")).isEqualTo(true);
    assertThat(tab.json("helpshiftConfig").path("language").asText()).isEqualTo("de");
    assertThat(tab.json("helpshiftConfig").path("widgetOptions").path("position").asText())
        .isEqualTo("bottom-left");
  }

  @Test
  @DisplayName("sending user data after the login, and again only when it changed")
  void userData() {
    Person person =
        ALICE.withUserData(
            Map.of("full_name", "Alice", "new_tags", List.of("vip")), Map.of("user_level", "7"));
    String session = cookieSession(person);
    Tab tab = openPage().waitForUser("alice");
    tab.waitFor("() => HelpshiftSimulator.state().updates === 2", null);
    assertThat(tab.calls())
        .containsExactly("init", "login", "updateGlobalUserData", "updateAppUserData");
    tab.run("HelpshiftSimulator.reverify()");
    tab.waitForEvent("login", "reverified", "true");
    tab.run("HelpshiftSSO.refresh()");
    assertThat(tab.calls()).filteredOn(call -> call.startsWith("update")).hasSize(2);

    keycloak.change(
        session,
        ALICE.withUserData(
            Map.of("full_name", "Alice", "new_tags", List.of("vip")), Map.of("user_level", "8")));
    tab.run("HelpshiftSSO.refresh()");
    tab.waitFor("() => HelpshiftSimulator.state().appData.user_level === '8'", null);
    assertThat(helpshift.globalUserData()).hasSize(1);
    assertThat(helpshift.appUserData()).hasSize(2);
  }

  @Test
  @DisplayName("under a strict content security policy with a nonce")
  void nonce() {
    cookieSession(ALICE);
    app.contentSecurityPolicy(
        "default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; connect-src"
            + " http://localhost:*; frame-src https://webchat.helpshift.com");
    app.page(scriptLine("nonce=\"r4nd0m\""));
    openTab().waitForUser("alice");
  }

  @Test
  @DisplayName("under a content security policy that allows nothing but nonces")
  void nonceAlone() {
    cookieSession(ALICE);
    app.contentSecurityPolicy(
        "default-src 'none'; script-src 'nonce-r4nd0m'; connect-src http://localhost:*;"
            + " frame-src https://webchat.helpshift.com");
    app.page(scriptLine("nonce=\"r4nd0m\""));
    openTab().waitForUser("alice");
  }
}
