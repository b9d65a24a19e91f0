package io.github.keycloakhelpshift.chat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.ReusedProfile;
import io.github.keycloakhelpshift.browser.Tab;
import io.github.keycloakhelpshift.demo.DemoRealm;
import io.github.keycloakhelpshift.demo.DemoServer;
import io.github.keycloakhelpshift.simulator.HelpshiftSimulator;
import io.github.keycloakhelpshift.support.Deployment;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmPool;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.IOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The demo, as bin/demo starts it, in a realm that no other test has changed. */
@ExtendWith(KeycloakExtension.class)
abstract class ChatScene {

  @RegisterExtension static final Chromium chromium = new Chromium();

  static final String PLAYER = "player";

  /** In milliseconds: pages of a busy machine come late, and nothing here measures them. */
  private static final int PATIENCE = 60_000;

  // The same for all tests of this JVM, because the realm contains the addresses.
  private static final int APPS_PORT = Deployment.freePort();
  private static final int HELPSHIFT_PORT = Deployment.freePort();

  HelpshiftSimulator helpshift;
  DemoServer apps;
  TestRealm realm;
  BrowserContext browser;
  private Supplier<Page> pages;

  @BeforeEach
  void open(KeycloakServer keycloak) throws IOException {
    DemoRealm demo = DemoRealm.read();
    helpshift = demo.addTo(HelpshiftSimulator.start(HELPSHIFT_PORT));
    apps = DemoServer.listen(APPS_PORT);
    realm =
        RealmPool.lend(keycloak, name -> Json.object(demo.at(name, apps.url(), helpshift.url())));
    realm.logoutUser(PLAYER);
    apps.serve(keycloak.url().toString(), realm.name());
    ReusedProfile profile =
        chromium
            .reusedSmallProfile(ChatScene::prepare)
            .forgetting(keycloak.url().toString(), apps.url(), helpshift.url());
    browser = profile.context();
    pages = profile::newPage;
  }

  @AfterEach
  void close() {
    apps.close();
    helpshift.close();
  }

  /** A browser that nobody is signed in with. */
  BrowserContext profile() {
    BrowserContext profile = chromium.smallContext();
    prepare(profile);
    return profile;
  }

  private static void prepare(BrowserContext profile) {
    profile.setDefaultTimeout(PATIENCE);
  }

  /** A profile that only this test uses: for scripts that all its pages get, and its own clock. */
  BrowserContext ownProfile() {
    browser = profile();
    pages = browser::newPage;
    return browser;
  }

  Page newPage() {
    return pages.get();
  }

  /** A tab with one of the example apps. */
  Tab app(String path) {
    return visit(apps.url() + path);
  }

  Tab accountConsole() {
    return visit(realm.url() + "/account/");
  }

  /**
   * The same for tests that end the session. The console asks Keycloak's frame every 5 s whether
   * somebody is still signed in, and leaves for the login page if not, perhaps before a test has
   * seen the chat end. Here the frame sees no change.
   */
  Tab accountConsoleThatStays() {
    browser.route(
        "**/login-status-iframe.html*",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody(
                        "<script>onmessage = e => e.source.postMessage('unchanged', e.origin)"
                            + "</script>")));
    return accountConsole();
  }

  Tab visit(String url) {
    Tab tab = new Tab(newPage());
    tab.page().navigate(url);
    return tab;
  }

  /** Logs the player in where an app's button leads to. */
  void logIn(Tab tab) {
    logIn(tab, PLAYER);
  }

  void logIn(Tab tab, String username) {
    tab.page().click("#login");
    fillIn(tab.page(), username);
  }

  /** Keycloak's login form; the password is the username. */
  static void fillIn(Page page, String username) {
    page.fill("#username", username);
    page.fill("#password", username);
    page.click("[type=submit]");
  }

  String playerId() {
    return realm.userId(PLAYER);
  }

  /** Returns the id of the player's only session. */
  String sessionId() {
    JsonNode sessions = realm.admin().get(realm.path("/users/" + playerId() + "/sessions"));
    return sessions.path(0).path("id").asText();
  }
}
