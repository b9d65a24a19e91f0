package io.github.keycloakhelpshift.script;

import static io.github.keycloakhelpshift.script.KeycloakStub.accessToken;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.Tab;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The page's own helpshiftConfig and embed code:")
class ScriptPageConfigIT extends ScriptScene {

  private static final Person ALICE = Person.named("alice");
  private static final Person BOB = Person.named("bob");

  /** As Helpshift's dashboard shows it: assigns a config, and loads Web Chat unless it is there. */
  private static final String EMBED =
      """
      window.helpshiftConfig = { platformId: "%s", domain: "%s", language: "fr" };
      !function (t, e) {
        if (typeof window.Helpshift !== "function") {
          var n = function () { n.q.push(arguments) };
          n.q = [];
          window.Helpshift = n;
          var i = t.createElement("script");
          i.async = !0;
          i.id = e;
          i.src = "https://webchat.helpshift.com/webChat.js";
          i.addEventListener("load", function () { window.Helpshift("init") });
          t.head.append(i);
        } else window.Helpshift("update");
      }(document, "hs-chat");
      """
          .formatted(KeycloakStub.PLATFORM, KeycloakStub.DOMAIN);

  // ---- An embed of the page's own

  @Test
  @DisplayName("Helpshift's embed code before the script: signed in")
  void embedBefore() {
    cookieSession(ALICE);
    Tab tab = openPage(EMBED).waitForUser("alice");
    assertSignedIn(tab);
  }

  @Test
  @DisplayName("Helpshift's embed code while Keycloak is asked: signed in")
  void embedMeanwhile() {
    Behaviour.Hold slow = Behaviour.hold();
    keycloak.next("web-chat", slow);
    cookieSession(ALICE);
    Tab tab = openPage();
    tab.page().waitForCondition(() -> !keycloak.requests("web-chat").isEmpty());
    tab.run("embed => eval(embed)", EMBED);
    slow.open();
    tab.waitForUser("alice");
    assertSignedIn(tab);
  }

  @Test
  @DisplayName("Helpshift's embed code while Web Chat is loaded: signed in")
  void embedWhileLoading() {
    AtomicReference<Route> held = new AtomicReference<>();
    browser.route(Chromium.HELPSHIFT + "/webChat.js", held::set);
    cookieSession(ALICE);
    Tab tab = openPage();
    tab.page().waitForCondition(() -> held.get() != null);
    tab.run("embed => eval(embed)", EMBED);
    held.get()
        .fulfill(
            new Route.FulfillOptions()
                .setContentType("text/javascript")
                .setBody(helpshift.handle("GET", "/webChat.js", "").body()));
    tab.waitForUser("alice");
    assertSignedIn(tab);
  }

  @ParameterizedTest(name = "before: {0}, meanwhile: {1}")
  @CsvSource({
    "'', ''",
    "var helpshiftConfig = {};, ''",
    "'', delete window.helpshiftConfig",
    "'', 'Object.defineProperty(window, \"helpshiftConfig\", { value: {}, writable: true })'"
  })
  @DisplayName("Helpshift's embed code later: signed in, also when verified again")
  void embedLater(String before, String meanwhile) {
    cookieSession(ALICE);
    Tab tab = openPage(before).waitForUser("alice");
    tab.run("embed => (0, eval)(embed)", meanwhile + ";" + EMBED);
    awaitLogin(tab, 2);
    tab.run("Helpshift('updateHelpshiftConfig')");
    awaitLogin(tab, 3);
    tab.waitForUser("alice");
    assertSignedIn(tab);
  }

  private static void awaitLogin(Tab tab, int count) {
    tab.waitFor(
        "count => { const s = HelpshiftSimulator.state();"
            + " return s.loginRequests === count && !s.pending }",
        count);
  }

  private static void assertSignedIn(Tab tab) {
    assertThat(tab.json("helpshiftConfig").path("language").asText()).isEqualTo("fr");
    assertThat(tab.json("helpshiftConfig").path("userId").asText()).isEqualTo("alice");
    assertThat(tab.events()).contains("login").doesNotContain("error", "anonymous");
  }

  // ---- The page's values

  @Test
  @DisplayName("the page's config is merged with the realm's, and its values come back")
  void pageConfigComesBack() {
    realmHasPosition();
    Tab tab = openWithUsers("helpshiftConfig = { widgetOptions: { zIndex: 50 }, language: 'fr' };");
    signIn(tab, ALICE);
    assertThat(tab.run("helpshiftConfig.language")).isEqualTo("de");
    assertThat(tab.json("helpshiftConfig.widgetOptions").toString())
        .isEqualTo("{\"zIndex\":50,\"position\":\"bottom-left\"}");
    realmHasNothing();
    signIn(tab, BOB);
    assertThat(tab.json("helpshiftConfig.widgetOptions").toString()).isEqualTo("{\"zIndex\":50}");
    assertThat(tab.run("helpshiftConfig.language")).isEqualTo("fr");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "helpshiftConfig.widgetOptions.zIndex = 50; helpshiftConfig.language = 'fr'",
        "helpshiftConfig.widgetOptions = { zIndex: 50 }; helpshiftConfig.language = 'fr'",
        "helpshiftConfig = { widgetOptions: { zIndex: 50 }, language: 'fr' }"
      })
  @DisplayName("what the page says after the realm stays when the realm's values go")
  void pageConfigSaidLater(String said) {
    realmHasPosition();
    Tab tab = openWithUsers("");
    signIn(tab, ALICE);
    tab.run("() => { " + said + " }");
    realmHasNothing();
    signIn(tab, BOB);
    assertThat(tab.json("helpshiftConfig.widgetOptions").toString()).isEqualTo("{\"zIndex\":50}");
    assertThat(tab.run("helpshiftConfig.language")).isEqualTo("fr");
  }

  private void realmHasPosition() {
    keycloak.config("language", "de");
    keycloak.config("widgetOptions", Map.of("position", "bottom-left"));
  }

  private void realmHasNothing() {
    keycloak.noConfig("language");
    keycloak.noConfig("widgetOptions");
  }

  private Tab openWithUsers(String before) {
    Tab tab = openPage(before + "users = new FakeUserManager();" + push("users"));
    return tab.waitForScript();
  }

  private void signIn(Tab tab, Person person) {
    tab.run("token => users.load(token)", accessToken(keycloak.signIn(person)));
    tab.waitForUser(person.uid());
  }

  // ---- What is not the page's

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "<form id='helpshiftConfig'><input name='domain'></form>",
        "<form id='helpshiftConfig'></form><form name='helpshiftConfig'></form>",
        "<iframe name='helpshiftConfig' srcdoc='x'></iframe>",
        "<div id='Helpshift'></div>",
        "<iframe name='Helpshift' srcdoc='x'></iframe>",
        "<a id='HelpshiftSSO'></a><a id='HelpshiftSSO'></a>",
        "<form name='HelpshiftSSO'><input name='push'></form>"
      })
  @DisplayName("markup with the name of a global variable is not that variable")
  void clobberedGlobals(String markup) {
    cookieSession(ALICE);
    app.page(markup + scriptLine());
    openTab().waitForUser("alice");
  }

  @Test
  @DisplayName("frozen after the login: the end of the session still reaches Helpshift")
  void frozenAfterTheLogin() {
    String session = cookieSession(ALICE);
    Tab tab = openPage().waitForUser("alice");
    tab.run("() => { Object.freeze(helpshiftConfig) }");
    keycloak.end(session);
    tab.setVisible(false);
    tab.setVisible(true);
    tab.waitForEvent("logout", "reason", "session");
    assertThat(tab.calls()).endsWith("logout", "hide");
    // Helpshift cannot take its user out of the page's config either.
    tab.page().close();
  }
}
