package io.github.keycloakhelpshift.script;

import static io.github.keycloakhelpshift.script.KeycloakStub.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.Tab;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Otherwise a page that nobody uses would keep its session alive. */
@DisplayName("Whatever fails, the script renews an access token only to answer Helpshift")
class ScriptIdleIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final String WEB_CHAT = Chromium.HELPSHIFT + "/webChat.js";

  /** Each counts how often its app was asked to renew, or could have renewed. */
  private enum Adapter {
    KEYCLOAK_JS(
        "keycloak = new FakeKeycloak(); keycloak.init({ token: '%s' });" + push("keycloak"),
        "keycloak.updates"),
    OIDC_CLIENT_TS(
        "users = new FakeUserManager(); users.user = { access_token: '%s', expired: true };"
            + "users.signinSilent = async () => { users.renewals++; return users.user };"
            + push("users"),
        "users.renewals"),
    ACCESS_TOKEN("asked = 0;" + push("{ getAccessToken() { asked++; return '%s' } }"), "asked");

    private final String page;
    private final String renewals;

    Adapter(String page, String renewals) {
      this.page = page;
      this.renewals = renewals;
    }
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("by keycloak-js, oidc-client-ts and getAccessToken")
  void failures(Adapter adapter) {
    String token = accessToken(keycloak.signIn(ALICE));
    browser.route(WEB_CHAT, Route::abort);
    app.page("<script>" + adapter.page.formatted(token) + "</script>" + scriptLine());
    Tab tab = openTabWithClock().waitForEvent("error", "error", "web_chat_blocked");
    // The page has just been loaded, by its user.
    assertThat(renewals(tab, adapter)).isEqualTo(1);
    pass(tab, 3, "web-chat");
    assertThat(renewals(tab, adapter)).as("while webChat.js is blocked").isEqualTo(1);

    browser.unroute(WEB_CHAT);
    keycloak.always("token", Behaviour.fail(503, "temporarily_unavailable"));
    pass(tab, 1, "token");
    tab.waitForEvent("error", "error", "temporarily_unavailable");
    // Helpshift has asked, once; the answer was tried twice.
    int answered = renewals(tab, adapter);
    assertThat(answered).isBetween(2, 3);
    pass(tab, 3, "token");
    tab.page()
        .waitForCondition(
            () ->
                2 * errors(tab, "error", "temporarily_unavailable")
                    == keycloak.requests("token").size());
    assertThat(renewals(tab, adapter)).as("while there are no tokens").isEqualTo(answered);

    for (int login = 0; login < 9; login++) {
      helpshift.failNextLogin("IDENTITIES_INVALID_TOKEN");
    }
    keycloak.well("token");
    for (int logins = 2; logins <= 4; logins++) {
      int made = logins;
      tab.page().clock().runFor(64_000);
      tab.page().waitForCondition(() -> errors(tab, "reason", "IDENTITIES_INVALID_TOKEN") >= made);
    }
    assertThat(renewals(tab, adapter)).as("with a wrong secret").isEqualTo(answered);

    keycloak.expire(token);
    pass(tab, 3, "web-chat");
    tab.waitForEvent("error", "error", "token_expired");
    assertThat(renewals(tab, adapter)).as("with an expired token").isEqualTo(answered);

    for (String endpoint : new String[] {"web-chat", "session"}) {
      keycloak.always(endpoint, Behaviour.drop());
    }
    pass(tab, 3, "web-chat");
    tab.waitForEvent("error", "error", "network");
    assertThat(renewals(tab, adapter)).as("without a network").isEqualTo(answered);
  }

  private static int renewals(Tab tab, Adapter adapter) {
    return (int) tab.run(adapter.renewals);
  }

  private static int errors(Tab tab, String key, String value) {
    return (int)
        tab.run(
            "([key, value]) => seen.events.filter(e => e[key] === value).length",
            List.of(key, value));
  }

  /** Lets time pass: each minute the script tries again, and asks this endpoint. */
  private void pass(Tab tab, int minutes, String endpoint) {
    for (int minute = 0; minute < minutes; minute++) {
      int before = keycloak.requests(endpoint).size();
      tab.page().clock().runFor(64_000);
      tab.page().waitForCondition(() -> keycloak.requests(endpoint).size() > before);
      awaitAnswers(tab);
    }
  }
}
