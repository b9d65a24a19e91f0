package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.Tab;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Every failure has an end:")
class ScriptFailureIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final Person BOB = Person.named("bob");

  /** The script's limit for its first try, in milliseconds. */
  private static final int ATTEMPT = 3_000;

  /** The script's limit for its answer to Helpshift. */
  private static final int ANSWER = 4_500;

  /** A browser whose time limits are timers, so that they obey the page's clock. */
  private static final String OLD_BROWSER = "delete AbortSignal.timeout;";

  // ---- The token endpoint

  @Test
  @DisplayName("token endpoint down once: the quick retry signs in")
  void downOnce() {
    keycloak.next("token", Behaviour.drop());
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    assertThat(keycloak.requests("token")).hasSize(2);
    assertThat(tab.events()).doesNotContain("error");
  }

  @Test
  @DisplayName("token endpoint down: one retry, an error event, and a login when it is back")
  void down() {
    keycloak.always("token", Behaviour.drop());
    cookieSession(ALICE);
    Tab tab = openPage().waitForEvent("error", "error", "network");
    assertThat(tab.error("network").path("fix").asText()).contains("CORS");
    assertThat(keycloak.requests("token")).hasSize(2);
    letLoginExpire(tab);

    keycloak.well("token");
    tab.run("dispatchEvent(new Event('online'))");
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("token endpoint slow at first: the retry signs in within Helpshift's 5 seconds")
  void slowOnce() {
    keycloak.next("token", Behaviour.hold());
    cookieSession(ALICE);
    Tab tab = openPage(OLD_BROWSER);
    tab.page().waitForCondition(() -> !keycloak.requests("token").isEmpty());
    tab.page().clock().runFor(ATTEMPT);
    tab.waitForUser("alice");
    assertThat(keycloak.requests("token")).hasSize(2);
  }

  @Test
  @DisplayName("token endpoint slow, over 4 seconds: the handler ends in time, with an error event")
  void slow() {
    keycloak.next("token", Behaviour.hold(), Behaviour.hold());
    cookieSession(ALICE);
    Tab tab = openPage("");
    tab.page().waitForFunction("() => window.HelpshiftSimulator?.state().pending");
    tab.waitForEvent("error", "error", "timeout");
    // Not yet: the handler was done before Helpshift's own limit.
    assertThat(tab.simulator().path("expired").asBoolean()).isFalse();
    assertThat(keycloak.requests("token")).hasSize(2);
  }

  @Test
  @DisplayName("page's own auth that never answers: the handler ends in time")
  void hangingAuth() {
    String session = keycloak.signIn(ALICE);
    Tab tab =
        openPage(
            OLD_BROWSER
                + "hang = asked = false;"
                + push(
                    "{ getAccessToken: () => (asked = hang) ? new Promise(() => {}) : '%s' }"
                        .formatted(KeycloakStub.accessToken(session))));
    tab.waitForUser("alice");
    tab.run("() => { hang = true; HelpshiftSimulator.reverify() }");
    tab.waitFor("() => asked", null);
    tab.page().clock().runFor(ANSWER);
    tab.waitForEvent("error", "error", "timeout");
    assertThat(tab.simulator().path("expired").asBoolean()).isFalse();
  }

  @Test
  @DisplayName("401: the session has ended, and so does the chat")
  void unauthorised() {
    String session = cookieSession(ALICE);
    var hold = Behaviour.hold();
    keycloak.next("token", hold);
    Tab tab = openPage();
    tab.page().waitForCondition(() -> keycloak.requests("token").size() == 1);
    keycloak.end(session);
    hold.open();
    tab.waitForEnd().waitForEvent("logout", "reason", "session");
    assertThat(keycloak.requests("token")).hasSize(1);
    assertThat(tab.events()).doesNotContain("error");
  }

  @Test
  @DisplayName("401 for an expired access token: asked again with a fresh one")
  void spentToken() {
    String session = keycloak.signIn(ALICE);
    String old = KeycloakStub.accessToken(session) + ".1";
    Tab tab = openPage("at = '%s';%s".formatted(old, push("{ getAccessToken: () => at }")));
    tab.waitForUser("alice");
    keycloak.expire(old);
    tab.run(
        "fresh => { let asked = 0; const old = at;"
            + " Object.defineProperty(window, 'at', { get: () => asked++ ? fresh : old });"
            + " HelpshiftSimulator.reverify() }",
        KeycloakStub.accessToken(session) + ".2");
    tab.waitForEvent("login", "reverified", "true");
    assertThat(tab.events()).doesNotContain("logout");
  }

  @ParameterizedTest(name = "{0} {1}: an error event, and an anonymous chat")
  @CsvSource({"403, access_denied", "422, USERID_AND_EMAIL_MISSING"})
  void refusedForGood(int status, String error) {
    keycloak.always("token", Behaviour.fail(status, error));
    cookieSession(ALICE);
    Tab tab = openPage().waitForEvent("error", "error", error).waitForAnonymous();
    JsonNode detail = tab.error(error);
    assertThat(detail.path("status").asInt()).isEqualTo(status);
    assertThat(detail.path("description").asText()).isNotEmpty();
    assertThat(detail.path("fix").asText()).isNotEmpty();
    assertThat(keycloak.requests("token")).hasSize(1);

    // Not again by itself, but when the page asks for it.
    keycloak.well("token");
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 3);
    awaitAnswers(tab);
    tab.setVisible(false);
    tab.setVisible(true);
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() == 4);
    awaitAnswers(tab);
    assertThat(tab.json("helpshiftConfig").has("userId")).isFalse();
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice");
    assertThat(keycloak.requests("token")).hasSize(2);
  }

  @Test
  @DisplayName("409, another user is signed in now: the user is switched")
  void mismatch() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    cookieSession(BOB);
    tab.run("HelpshiftSimulator.reverify()");
    tab.waitForUser("bob");
    assertThat(tab.calls())
        .containsExactly("init", "login", "logout", "updateHelpshiftConfig", "login");
    assertThat(tab.events()).doesNotContain("error");
  }

  @Test
  @DisplayName("409 again: an error event, and an anonymous chat")
  void mismatchAgain() {
    keycloak.always("token", Behaviour.fail(409, "CONFIG_JWT_USER_ID_MISMATCH"));
    cookieSession(ALICE);
    Tab tab =
        openPage().waitForEvent("error", "error", "CONFIG_JWT_USER_ID_MISMATCH").waitForAnonymous();
    assertThat(keycloak.requests("token")).hasSize(2);
    assertThat(tab.error("CONFIG_JWT_USER_ID_MISMATCH").path("fix").asText()).contains("userId");
  }

  @Test
  @DisplayName("429: no retry")
  void tooMany() {
    keycloak.always("token", Behaviour.fail(429, "slow_down"));
    cookieSession(ALICE);
    // These endpoints never answer so: something in front of them does.
    Tab tab = openPage().waitForEvent("error", "error", "http", "status", "429");
    letLoginExpire(tab);
    assertThat(keycloak.requests("token")).hasSize(1);
  }

  @ParameterizedTest(name = "{0} for everything: no more calls than ever, but one look a minute")
  @CsvSource({"429, 1", "503, 2"})
  void outage(int status, int attempts) {
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock().waitForUser("alice").openChat();
    Set<Request> unanswered = new HashSet<>();
    tab.page().onRequest(unanswered::add);
    tab.page().onRequestFinished(unanswered::remove);
    tab.page().onRequestFailed(unanswered::remove);
    for (String endpoint : List.of("web-chat", "session", "token")) {
      keycloak.always(endpoint, Behaviour.fail(status, "outage"));
    }
    tab.run("HelpshiftSimulator.reverify()");
    tab.waitForEvent("error", "error", "http", "status", "" + status);
    int before = keycloak.requests("web-chat").size();
    for (int look = 0; look < 45; look++) {
      tab.page().clock().runFor(4_000);
      // Answers take real time, which the page's clock does not see.
      awaitAnswers(tab);
      tab.page().waitForCondition(unanswered::isEmpty);
      awaitAnswers(tab);
    }
    assertThat(keycloak.requests("web-chat").size() - before).isBetween(2 * attempts, 3 * attempts);
    assertThat(keycloak.requests("session")).hasSizeBetween(30, 46);
    assertThat(tab.events().stream().filter("error"::equals)).hasSizeBetween(3, 4);
  }

  @Test
  @DisplayName("503: one retry, an error event, and a login when the tab is looked at again")
  void unavailable() {
    keycloak.always("token", Behaviour.fail(503, "temporarily_unavailable"));
    cookieSession(ALICE);
    Tab tab = openPage().waitForEvent("error", "error", "temporarily_unavailable");
    assertThat(tab.error("temporarily_unavailable").path("status").asInt()).isEqualTo(503);
    assertThat(keycloak.requests("token")).hasSize(2);
    keycloak.well("token");
    tab.setVisible(false);
    tab.setVisible(true);
    tab.waitForUser("alice");
  }

  // ---- The config

  @ParameterizedTest(name = "web-chat answers {0}: an error event, the page is unaffected")
  @CsvSource({"403, unauthorized_client", "503, temporarily_unavailable"})
  void noConfig(int status, String error) {
    keycloak.always("web-chat", Behaviour.fail(status, error));
    Tab tab = openPage().waitForEvent("error", "error", error);
    assertThat(tab.run("HelpshiftSSO.ready")).isEqualTo(false);
    assertThat(tab.run("typeof Helpshift")).isEqualTo("undefined");

    keycloak.well("web-chat");
    tab.setVisible(false);
    tab.setVisible(true);
    tab.waitForAnonymous();
  }

  @Test
  @DisplayName("web-chat unreachable: an error event, the page is unaffected")
  void configUnreachable() {
    keycloak.always("web-chat", Behaviour.drop());
    Tab tab = openPage().waitForEvent("error", "error", "network");
    assertThat(tab.run("HelpshiftSSO.ready")).isEqualTo(false);
  }

  @Test
  @DisplayName("web-chat unreachable when the page loads: the chat comes a minute later by itself")
  void configLater() {
    keycloak.always("web-chat", Behaviour.drop());
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock();
    afterAFailure(tab);
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("web-chat unreachable at a login: the user is signed in a minute later by itself")
  void loginLater() {
    app.page("<script>users = new FakeUserManager();" + push("users") + "</script>" + scriptLine());
    Tab tab = openTabWithClock().waitForAnonymous();
    keycloak.always("web-chat", Behaviour.drop());
    tab.run("token => users.load(token)", KeycloakStub.accessToken(keycloak.signIn(ALICE)));
    afterAFailure(tab);
    tab.waitForUser("alice");
  }

  private void afterAFailure(Tab tab) {
    tab.page().waitForCondition(() -> keycloak.requests("web-chat").size() > 0);
    tab.page().clock().runFor(500);
    tab.waitForEvent("error", "error", "network");
    keycloak.well("web-chat");
    tab.page().clock().runFor(65_000);
  }

  @Test
  @DisplayName("an auth that never answers the retry of a stale call: later calls still work")
  void hangingStaleCall() {
    keycloak.next("web-chat", Behaviour.drop());
    String token = KeycloakStub.accessToken(keycloak.signIn(ALICE));
    app.page(
        "<script>hang = false;"
            + push("{ getAccessToken: () => hang ? new Promise(() => {}) : '%s' }".formatted(token))
            + "const real = fetch; failed = false;"
            + " fetch = (...call) => real(...call).catch(e => { failed = true; throw e });</script>"
            + scriptLine());
    Tab tab = newTab();
    tab.page().clock().install();
    tab.page().clock().pauseAt(System.currentTimeMillis() + 60_000);
    tab.page().navigate(app.url());
    tab.waitFor("() => failed", null);
    tab.run("() => { hang = true; HelpshiftSSO.disconnect() }");
    tab.page().clock().runFor(1_000);
    tab.page().clock().resume();
    tab.run("token => { HelpshiftSSO.push({ auth: { getAccessToken: () => token } }) }", token);
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("an access token that Keycloak refuses: an error event, and an anonymous chat")
  void refusedAccessToken() {
    Tab tab = openPage(push("{ getAccessToken: () => 'at-of-another-realm' }"));
    tab.waitForAnonymous().waitForEvent("error", "error", "invalid_token", "status", "401");
  }

  // ---- webChat.js

  @Test
  @DisplayName("webChat.js blocked: an error event, the page is unaffected")
  void blocked() {
    browser.route(Chromium.HELPSHIFT + "/webChat.js", Route::abort);
    cookieSession(ALICE);
    Tab tab = openPage().waitForEvent("error", "error", "web_chat_blocked");
    assertThat(tab.run("HelpshiftSSO.ready")).isEqualTo(false);
    assertThat(keycloak.requests("token")).isEmpty();
  }

  @Test
  @DisplayName("webChat.js blocked once: asked for again a minute later")
  void blockedOnce() {
    browser.route(
        Chromium.HELPSHIFT + "/webChat.js",
        Route::abort,
        new BrowserContext.RouteOptions().setTimes(1));
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock().waitForEvent("error", "error", "web_chat_blocked");
    tab.page().clock().runFor(65_000);
    tab.waitForUser("alice");
    assertThat(tab.events()).doesNotContain("logout");
    assertThat(tab.calls()).containsExactly("init", "login");
    assertThat(keycloak.requests("token")).hasSize(1);
  }

  @Test
  @DisplayName("webChat.js late: an error event after 10 seconds, and a login when it comes")
  void late() {
    List<Route> held = new ArrayList<>();
    browser.route(Chromium.HELPSHIFT + "/webChat.js", held::add);
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = newTab();
    tab.page().clock().install();
    tab.page().navigate(app.url());
    tab.page().waitForCondition(() -> !held.isEmpty());
    tab.page().clock().fastForward(10_000);
    tab.waitForEvent("error", "error", "web_chat_late");
    assertThat(tab.run("HelpshiftSSO.ready")).isEqualTo(false);
    held.get(0)
        .fulfill(
            new Route.FulfillOptions()
                .setContentType("text/javascript")
                .setBody(helpshift.handle("GET", "/webChat.js", "").body()));
    tab.waitForUser("alice");
  }

  @Test
  @DisplayName("the widget's frame blocked by a content security policy: an error event says so")
  void frameBlocked() {
    app.contentSecurityPolicy("frame-src 'self'");
    cookieSession(ALICE);
    Tab tab = openPage().waitForEvent("error", "error", "web_chat_blocked");
    assertThat(tab.error("web_chat_blocked").path("description").asText()).isEqualTo("frame-src");
    assertThat(tab.error("web_chat_blocked").path("fix").asText()).contains("frame-src");
  }

  @Test
  @DisplayName("the widget's frame against a policy that only reports: no error")
  void frameReported() {
    app.contentSecurityPolicyReportOnly("frame-src 'self'");
    cookieSession(ALICE);
    Tab tab =
        openPage(
            "reported = false;"
                + "document.addEventListener('securitypolicyviolation', () => reported = true);");
    tab.waitForUser("alice").waitFor("() => reported", null);
    assertThat(tab.events()).doesNotContain("error");
  }

  // ---- Helpshift's runtime errors

  @ParameterizedTest(name = "{0}: retried once")
  @ValueSource(
      strings = {
        "AUTHENTICATE_WITH_FIELD_INCORRECT",
        "IDENTITIES_INVALID_TOKEN",
        "INTERNAL_HELPSHIFT_ERROR_DURING_USER_LOGIN"
      })
  void runtimeErrorRetried(String reason) {
    helpshift.failNextLogin(reason);
    cookieSession(ALICE);
    Tab tab = openPage().waitForEvent("error", "reason", reason).waitForUser("alice");
    assertThat(tab.error("LOGIN_FAILED").path("fix").asText()).isNotEmpty();
    assertThat(helpshift.logins()).hasSize(2);
  }

  @Test
  @DisplayName("IDENTITIES_INVALID_TOKEN twice: a third try a minute later, and by refresh()")
  void runtimeErrorTwice() {
    for (int time = 0; time < 3; time++) {
      helpshift.failNextLogin("IDENTITIES_INVALID_TOKEN");
    }
    cookieSession(ALICE);
    app.page(scriptLine());
    Tab tab = openTabWithClock();
    waitForInvalidTokens(tab, 2);
    tab.setVisible(false);
    tab.setVisible(true);
    tab.page().waitForCondition(() -> !keycloak.requests("session").isEmpty());
    assertThat(helpshift.logins()).hasSize(2);
    tab.page().clock().runFor(65_000);
    waitForInvalidTokens(tab, 3);
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice");
    // The first, its retry, the one a minute later, and the one that the page asked for.
    assertThat(helpshift.logins()).hasSize(4);
  }

  private static void waitForInvalidTokens(Tab tab, int times) {
    tab.waitFor(
        "times => seen.events.filter(e => e.reason === 'IDENTITIES_INVALID_TOKEN').length ==="
            + " times",
        times);
  }

  @Test
  @DisplayName("ids that other code on the page changed: they are corrected")
  void meddledIds() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run(
        "() => { helpshiftConfig.userEmail = 'mallory@example.com';"
            + " Helpshift('updateHelpshiftConfig') }");
    tab.waitFor("() => HelpshiftSimulator.state().loginRequests === 3", null);
    tab.waitForUser("alice");
    assertThat(tab.events()).doesNotContain("error", "anonymous");
  }

  @Test
  @DisplayName("a mismatch that Helpshift finds: the ids are fetched again, once")
  void runtimeMismatch() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    // Other code on the page changes the ids.
    tab.run("helpshiftConfig.userEmail = 'mallory@example.com'");
    keycloak.always("token", Behaviour.fail(409, "CONFIG_JWT_EMAIL_MISMATCH"));
    tab.run("Helpshift('updateHelpshiftConfig')");
    tab.waitForEvent("error", "error", "CONFIG_JWT_EMAIL_MISMATCH").waitForAnonymous();
  }

  @Test
  @DisplayName("errors that time does not mend: an event with a fix for each, no retry")
  void runtimeErrorsSurfaced() {
    cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    for (String problem :
        List.of(
            "LOGIN_FAILED IDENTITIES_FEATURE_DISABLED",
            "LOGIN_FAILED IDENTITIES_INVALID_PAYLOAD",
            "LOGIN_FAILED JWT_IS_INVALID",
            "LOGIN_FAILED IDENTITIES_KEY_ABSENT",
            "LOGIN_FAILED USERID_AND_EMAIL_MISSING",
            "ADD_USER_IDENTITY_FAILED JWT_IS_INVALID",
            "UPDATE_GLOBAL_USER_DATA_FAILED MAX_KEY_VALUES_LIMIT_EXCEEDED",
            "UPDATE_APP_USER_DATA_FAILED MAX_KEY_VALUES_CHAR_LIMIT_EXCEEDED",
            "IDENTITY_PROFILE_UPDATE_FAILED IDENTITIES_INVALID_PAYLOAD")) {
      String[] error = problem.split(" ");
      tab.run(
          "([error, reason]) => HelpshiftSimulator.runtimeError(error, reason,"
              + " { jwtEmail: 'alice@example.com' })",
          error);
      tab.waitForEvent("error", "error", error[0], "reason", error[1]);
      assertThat(tab.json("seen.events.at(-1)").path("fix").asText()).as(problem).isNotEmpty();
      awaitAnswers(tab);
      assertThat(keycloak.requests("web-chat")).as(problem).hasSize(1);
    }
    assertThat(tab.json("seen.events").toString()).doesNotContain("alice@example.com");
    // The page is the first to ask again. Both begin at web-chat, one after the other.
    tab.run("HelpshiftSSO.refresh()");
    assertThat(keycloak.requests("web-chat")).hasSize(2);
  }

  @Test
  @DisplayName("user data that Helpshift refuses: an event, and the chat goes on")
  void userDataRefused() {
    cookieSession(ALICE.withUserData(Map.of("age", "200"), Map.of()));
    openPage()
        .waitForEvent("error", "error", "IDENTITY_PROFILE_UPDATE_FAILED")
        .waitForUser("alice");
  }

  @Test
  @DisplayName("User Hub not enabled for the domain: an event, no retry")
  void featureDisabled() {
    helpshift.enableIdentities(false);
    cookieSession(ALICE);
    Tab tab = openPage().waitForEvent("error", "reason", "IDENTITIES_FEATURE_DISABLED");
    helpshift.enableIdentities(true);
    tab.run("HelpshiftSSO.refresh()");
    tab.waitForUser("alice");
    // The page was the first to ask again. Both begin at web-chat.
    assertThat(helpshift.logins()).hasSize(2);
    assertThat(keycloak.requests("web-chat")).hasSize(2);
  }
}
