package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import io.github.keycloakhelpshift.browser.Tab;
import io.github.keycloakhelpshift.simulator.Login;
import io.github.keycloakhelpshift.simulator.Verification;
import io.github.keycloakhelpshift.support.Await;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A web app's users are signed in to Helpshift")
class AppsIT extends ChatScene {

  @ParameterizedTest(name = "with {0}")
  @ValueSource(strings = {"/", "/oidc-client-ts.html", "/server/"})
  @DisplayName("anonymous, logged in, verified again")
  void adapter(String path) {
    Tab tab = app(path).waitForAnonymous();
    logIn(tab);
    tab.waitForUser(playerId());
    assertThat(helpshift.logins())
        .singleElement()
        .satisfies(
            login -> {
              assertThat(login.accepted()).isTrue();
              assertThat(login.identities().toString())
                  .contains("76561198000000001", "PatPlays", "80351110224678912");
            });
    verifyAgain(tab);
  }

  @Test
  @DisplayName("without User Hub: anonymous, logged in by the digest, logged out")
  void withoutUserHub() {
    Tab tab = app("/legacy.html").waitForAnonymous();
    logIn(tab);
    tab.waitForUser(playerId());
    assertThat(helpshift.verifications()).isNotEmpty().allMatch(Verification::accepted);
    assertThat(helpshift.logins()).isEmpty();
    assertThat(tab.simulator().path("user").path("name").asText()).isEqualTo("Pat Player");
    tab.page().click("#logout");
    tab.page().waitForSelector("#login:visible");
    tab.waitForEnd();
  }

  @Test
  @DisplayName("after a link in an email: the page asks to log in, and opens the chat then")
  void userChanged() {
    Tab tab = app("/").waitForAnonymous();
    tab.run(
        "HelpshiftSimulator.fire('userChanged',"
            + " { originalState: 'logged-in', pageUrl: location.href })");
    tab.page().click("dialog button:text('Log in')");
    fillIn(tab.page(), PLAYER);
    tab.waitForUser(playerId()).waitFor("() => HelpshiftSimulator.state().open", null);
  }

  @Test
  @DisplayName("with access tokens that the page gets its own way")
  void accessTokens() {
    Tab tab = app("/access-token.html").waitForAnonymous();
    tab.page().click("#login");
    tab.waitForUser(playerId());
    verifyAgain(tab);
    tab.page().click("#logout");
    tab.waitForEnd();
  }

  @Test
  @DisplayName("only by the cookie, after a login somewhere else")
  void cookie() {
    Tab app = app("/");
    logIn(app);
    app.waitForUser(playerId());
    Tab tab = app("/cookie.html").waitForUser(playerId());
    verifyAgain(tab);
    assertThat(helpshift.logins()).allMatch(Login::accepted);
  }

  @Test
  @DisplayName("one after the other, each with their own chat")
  void switchOfUser() {
    Tab app = app("/cookie.html").waitForAnonymous();
    Tab first = app("/");
    logIn(first);
    app.page().bringToFront();
    app.waitForUser(playerId());

    first.page().bringToFront();
    first.page().click("#logout");
    first.page().waitForSelector("#login:visible");
    logIn(first, "guest");
    app.page().bringToFront();
    app.waitForUser(realm.userId("guest"));
    assertThat(helpshift.logins()).allMatch(Login::accepted);
  }

  @Test
  @DisplayName("in two browsers, each as themselves")
  void twoBrowsers() {
    Tab first = app("/");
    logIn(first);
    first.waitForUser(playerId());
    BrowserContext other = profile();
    Tab second = new Tab(other.newPage());
    second.page().navigate(apps.url());
    logIn(second, "guest");
    second.waitForUser(realm.userId("guest"));
    first.waitForUser(playerId());
  }

  /** Lets Helpshift ask for a login again, and waits for it. */
  private void verifyAgain(Tab tab) {
    int before = helpshift.logins().size();
    tab.run("HelpshiftSimulator.reverify()");
    Await.until("another login", () -> helpshift.logins().size() > before);
    assertThat(helpshift.logins()).allMatch(Login::accepted);
    assertThat(tab.simulator().path("expired").asBoolean()).isFalse();
  }
}
