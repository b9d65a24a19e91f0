package io.github.keycloakhelpshift.script;

import static io.github.keycloakhelpshift.script.KeycloakStub.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.github.keycloakhelpshift.browser.Tab;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("What pages and networks do to a chat:")
class ScriptFieldIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final Person BOB = Person.named("bob");

  // ---- The page's own code

  @Test
  @DisplayName("a function of the page that throws is the page's own error, and stops nothing else")
  void throwingCallback() {
    Tab tab =
        openPage(
            "HelpshiftSSO = [() => { throw new Error('mine') }, { auth: { getAccessToken: () => '%s' } }];"
                .formatted(accessToken(keycloak.signIn(ALICE))));
    tab.waitForUser("alice");
    assertThat(tab.run("seen.console.splice(0).join()")).asString().contains("mine");
  }

  // ---- What browsers deny

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "delete Navigator.prototype.locks",
        "LockManager.prototype.request = async () => { throw new DOMException('', 'SecurityError') }"
      })
  @DisplayName("a browser without locks, or one that denies them: a user is renewed and signed in")
  void noLocks(String denied) {
    ownProfile().addInitScript(denied);
    Tab tab =
        openPage(
            "users = new FakeUserManager(); users.user = { access_token: 'old', expired: true };"
                + "users.renewed = '%s';".formatted(accessToken(keycloak.signIn(ALICE)))
                + push("users"));
    tab.waitForUser("alice");
    assertThat(tab.run("users.renewals")).isEqualTo(1);
  }

  // ---- No storm

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "helpshiftConfig = Object.freeze({});",
        "Object.defineProperty(window, 'helpshiftConfig', { get() { throw new Error('mine') } });"
      })
  @DisplayName("a config that can't be changed: an error event, and no storm")
  void noStormByConfig(String config) {
    cookieSession(ALICE);
    Tab tab = stormy(config);
    tab.waitForEvent("error", "error", "page_config");
    assertThat(keycloak.requests("web-chat")).hasSizeLessThan(5);
  }

  @Test
  @DisplayName("an auth that calls back whenever it is asked: no storm")
  void noStormByEcho() {
    stormy(
        push(
            "{ getAccessToken() { window.changed?.(); return '%s' }, subscribe(c) { changed = c } }"
                .formatted(accessToken(keycloak.signIn(ALICE)))));
    assertThat(keycloak.requests("web-chat")).hasSizeBetween(1, 24);
  }

  @ParameterizedTest(name = "answer {0} for web-chat")
  @ValueSource(ints = {401, 403, 429, 503})
  @DisplayName("a failing endpoint and a page that asks again and again: no storm")
  void noStormByAnswer(int status) {
    keycloak.always("web-chat", Behaviour.fail(status, "outage"));
    Tab tab = stormy(push("{ getAccessToken: () => 'at', subscribe(c) { setInterval(c, 50) } }"));
    tab.waitForEvent("error", "status", "" + status);
    assertThat(keycloak.requests("web-chat")).hasSizeBetween(1, 12);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "token, window.HelpshiftSimulator?.reverify()",
    "session, dispatchEvent(new Event('online'))"
  })
  @DisplayName("a failing endpoint, and Helpshift or the browser gives reasons to ask: no storm")
  void noStormByReasons(String endpoint, String reason) {
    keycloak.always(endpoint, Behaviour.fail(503, "outage"));
    String auth = "{ getAccessToken: () => '%s' }".formatted(accessToken(keycloak.signIn(ALICE)));
    stormy(push(auth) + "setInterval(() => { " + reason + " }, 50);");
    assertThat(keycloak.requests(endpoint)).hasSizeBetween(1, 24);
  }

  /** The page for ten seconds and more. */
  private Tab stormy(String before) {
    app.page("<script>" + before + "</script>" + scriptLine());
    Tab tab = openTabWithClock().waitForScript();
    for (int second = 0; second < 10; second++) {
      tab.page().clock().runFor(1_000);
      letAnswersArrive(tab);
    }
    return tab;
  }

  /** Answers take real time. */
  private static void letAnswersArrive(Tab tab) {
    tab.run("fetch('/idle').then(() => fetch('/idle')).then(() => 0)");
  }

  // ---- The page's auth

  @ParameterizedTest
  @ValueSource(strings = {"getAccessToken", "getIdentityToken"})
  @DisplayName("an auth that throws: error auth, with the message")
  void throwing(String function) {
    Tab tab = openPage(push("{ " + function + "() { return undefined.user } }"));
    tab.waitForEvent("error", "error", "auth");
    assertThat(tab.error("auth").path("description").asText()).contains("reading 'user'");
    assertThat(keycloak.requests("web-chat")).isEmpty();
  }

  @Test
  @DisplayName("keycloak-angular's service is what it wraps")
  void keycloakService() {
    Tab tab =
        openPage(
            ("keycloak = new FakeKeycloak(); keycloak.init({ token: '%s' });"
                    + push(
                        "{ getKeycloakInstance: () => keycloak, updateToken() {}, getToken() {} }"))
                .formatted(accessToken(keycloak.signIn(ALICE))));
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("react-oidc-context's useAuth() is what it wraps, at each of its renders")
  void useAuth() {
    Tab tab =
        openPage(
            "users = new FakeUserManager(); useAuth = (user, isLoading) => ({ events: users.events,"
                + " settings: {}, user, isLoading, isAuthenticated: !!user,"
                + " signinSilent: async () => null });"
                + push("useAuth(undefined, true)"));
    tab.waitForScript();
    assertThat(keycloak.requests("web-chat")).isEmpty();
    String alice = accessToken(keycloak.signIn(ALICE));
    tab.run("token => HelpshiftSSO.push({ auth: useAuth({ access_token: token }) })", alice);
    tab.waitForUser("alice");
    tab.run("token => HelpshiftSSO.push({ auth: useAuth({ access_token: token }) })", alice);
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(BOB)));
    tab.waitForUser("bob");
    tab.run("users.removeUser()");
    tab.waitForEnd();
    assertThat(tab.events()).containsExactly("login", "logout", "login", "logout");
    assertThat(keycloak.requests("web-chat")).allMatch(request -> request.cookie() == null);
  }

  @Test
  @DisplayName("useAuth() whose renewal fails: an error, and no end")
  void useAuthWithoutRenewal() {
    Tab tab =
        openPage(
            ("users = new FakeUserManager(); users.user = { access_token: '%s' };"
                    + push(
                        "{ events: users.events, settings: {}, user: users.user, isLoading: false,"
                            + " signinSilent: async () => null }"))
                .formatted(accessToken(keycloak.signIn(ALICE))));
    tab.waitForUser("alice");
    tab.run("() => { users.user.expired = true; HelpshiftSimulator.reverify() }");
    tab.waitForEvent("error", "error", "auth", "description", "signinSilent failed");
    assertThat(tab.events()).doesNotContain("logout");
  }

  @ParameterizedTest(name = "push({0})")
  @ValueSource(
      strings = {
        "{ auth: { user: 1 } }",
        "{ auth: null }",
        "{ auth: Promise.resolve(new FakeKeycloak()) }",
        "{ keycloak: new FakeKeycloak() }",
        "new FakeKeycloak()",
        "new FakeUserManager()",
        "'eyJ'",
        "null"
      })
  @DisplayName("an invalid auth: error invalid_auth, and nobody by the cookie")
  void invalidIsNoCookie(String pushed) {
    cookieSession(ALICE);
    app.page("<script>HelpshiftSSO = [" + pushed + "]</script>" + scriptLine());
    Tab tab = openTabWithClock().waitForEvent("error", "error", "invalid_auth");
    tab.page().clock().runFor(15_000);
    assertThat(keycloak.requests("web-chat")).isEmpty();
  }

  @Test
  @DisplayName(
      "a push from an effect after the load event: one request, and no anonymous chat before")
  void pushFromEffect() {
    cookieSession(BOB);
    Tab tab =
        openPage(
            ("keycloak = new FakeKeycloak(); addEventListener('load', () => setTimeout(() => {"
                    + push("keycloak")
                    + " keycloak.init({ token: '%s' }) }, 100));")
                .formatted(accessToken(keycloak.signIn(ALICE))));
    tab.waitForUser("alice");
    assertThat(tab.events()).containsExactly("login");
    assertThat(keycloak.requests("web-chat")).hasSizeLessThanOrEqualTo(2);
  }

  @Test
  @DisplayName("oidc-client-ts in the page that a login comes back to: no anonymous chat before")
  void callbackPage() {
    app.page("<script>users = new FakeUserManager();" + push("users") + "</script>" + scriptLine());
    Tab tab = newTab();
    tab.page().clock().install();
    tab.page().navigate(app.url() + "?code=c&state=s");
    tab.waitForScript().page().clock().runFor(8_000);
    assertThat(keycloak.requests("web-chat")).isEmpty();
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(ALICE)));
    tab.waitForUser("alice");
    assertThat(tab.events()).containsExactly("login");
    assertThat(keycloak.requests("web-chat")).hasSize(1);
  }

  // ---- The script element

  @Test
  @DisplayName("no data-client-id: an error that says so, and no request")
  void noClientId() {
    app.page("<script async src=\"%s\"></script>".formatted(keycloak.scriptUrl()));
    Tab tab = openTab().waitForEvent("error", "error", "no_client_id");
    assertThat(tab.error("no_client_id").path("fix").asText()).contains("data-client-id");
    assertThat(tab.run("HelpshiftSSO.ready")).isEqualTo(false);
    assertThat(keycloak.requests("web-chat")).isEmpty();
  }

  @Test
  @DisplayName("a module has no element of its own: an error that says what to do")
  void module() {
    app.page(scriptLine("type=\"module\""));
    openTab().waitForEvent("error", "error", "no_script_element");
  }

  @ParameterizedTest
  @ValueSource(strings = {"data-debug", ""})
  @DisplayName("a page without https: an error that says so, in the console with data-debug")
  void insecurePage(String debug) {
    String origin = "http://app.example/";
    browser.route(
        origin + "**",
        route -> {
          String url = route.request().url();
          boolean isScript = url.endsWith("/web-chat.js");
          boolean isPage = url.equals(origin);
          route.fulfill(
              new Route.FulfillOptions()
                  .setStatus(isScript || isPage ? 200 : 404)
                  .setContentType(isScript ? "text/javascript" : "text/html")
                  .setBody(
                      isScript
                          ? KeycloakStub.script()
                          : "<!doctype html><script async src=\"helpshift/web-chat.js\""
                              + " data-client-id=\"web\" "
                              + debug
                              + "></script>"));
        });
    Tab tab = newTab();
    tab.page().navigate(origin);
    tab.waitForEvent("error", "error", "insecure_page");
    assertThat(tab.error("insecure_page").path("fix").asText()).contains("https");
    assertThat(tab.json("seen.console").toString().contains("insecure_page"))
        .isEqualTo(!debug.isEmpty());
  }

  @Test
  @DisplayName("a browser without AbortSignal.any")
  void olderBrowser() {
    ownProfile().addInitScript("delete AbortSignal.any; delete AbortSignal.timeout");
    cookieSession(ALICE);
    openPage().waitForUser("alice");
  }

  @Test
  @DisplayName("a page that requires trusted types: an error that says so")
  void trustedTypes() {
    app.contentSecurityPolicy("require-trusted-types-for 'script'");
    cookieSession(ALICE);
    openPage()
        .waitForEvent(
            "error", "error", "web_chat_blocked", "description", "require-trusted-types-for");
  }

  // ---- What developers see

  @Test
  @DisplayName(
      "state has the user and the last error for late listeners; the console says what to do")
  void state() {
    keycloak.always("token", Behaviour.fail(503, "temporarily_unavailable"));
    cookieSession(ALICE);
    Tab tab = openPage().waitForEvent("error", "status", "503");
    assertThat(tab.json("HelpshiftSSO.state").path("lastError").path("status").asInt())
        .isEqualTo(503);
    keycloak.well("token");
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice").waitForEvent("login");
    assertThat(tab.json("HelpshiftSSO.state").path("who").asText()).isEqualTo("user");
    assertThat(tab.json("seen.console").toString())
        .contains(
            "Helpshift SSO: temporarily_unavailable 503",
            "Check the Helpshift settings.",
            "docs/troubleshooting.md#from-keycloak");
  }
}
