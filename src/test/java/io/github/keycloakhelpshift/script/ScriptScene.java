package io.github.keycloakhelpshift.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.ReusedProfile;
import io.github.keycloakhelpshift.browser.Tab;
import io.github.keycloakhelpshift.simulator.HelpshiftSimulator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;

/** An app's page in a real browser, between a stub of our endpoints and a simulated Helpshift. */
abstract class ScriptScene {

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static final int PUSH = 500;

  /** Helpshift waits this long for a login. */
  private static final int LOGIN = 5_000;

  private final List<Tab> tabs = new ArrayList<>();
  KeycloakStub keycloak;
  HelpshiftSimulator helpshift;
  WebApp app;
  BrowserContext browser;
  private Supplier<Page> pages;

  @BeforeEach
  void open() throws IOException {
    keycloak = new KeycloakStub();
    helpshift = HelpshiftSimulator.start(0);
    KeycloakStub.enroll(helpshift);
    app = new WebApp();
    ReusedProfile profile = chromium.reusedSmallProfile(ScriptScene::prepare).lettingClockRun();
    pages = profile::newPage;
    use(profile.context());
  }

  /**
   * A profile that only this test uses: for scripts and functions that all its pages get. Call it
   * before anything else that concerns the browser.
   */
  BrowserContext ownProfile() {
    use(chromium.smallContext());
    prepare(browser);
    pages = browser::newPage;
    return browser;
  }

  private void use(BrowserContext context) {
    browser = context;
    Chromium.route(browser, helpshift);
  }

  private static void prepare(BrowserContext browser) {
    browser.setDefaultTimeout(15_000);
    browser.addInitScript(resource("recorder.js"));
    browser.addInitScript(resource("fakes.js"));
  }

  @AfterEach
  void close() {
    try {
      List<String> secrets = keycloak.secrets();
      tabs.stream().filter(tab -> !tab.page().isClosed()).forEach(tab -> tab.assertClean(secrets));
    } finally {
      app.close();
      helpshift.close();
      keycloak.close();
    }
  }

  /** Signs somebody in to the realm in this browser, by cookie. */
  String cookieSession(Person person) {
    String session = keycloak.signIn(person);
    browser.addCookies(
        List.of(new Cookie(KeycloakStub.COOKIE, session).setDomain("localhost").setPath("/")));
    return session;
  }

  /** The script's first line. */
  String scriptLine() {
    return scriptLine("");
  }

  String scriptLine(String attributes) {
    return "<script async src=\"%s\" data-client-id=\"web\" %s></script>"
        .formatted(keycloak.scriptUrl(), attributes);
  }

  /** A page with the script's first line, and this in a script before it. */
  Tab openPage(String before) {
    app.page("<script>" + before + "</script>" + scriptLine());
    return openTab();
  }

  /** A page with only the script's first line, so that the script uses the cookie. */
  Tab openPage() {
    app.page(scriptLine());
    return openTab();
  }

  Tab openTab() {
    Tab tab = openTabWithClock();
    // The script waits this long for a push after the page has loaded.
    tab.page().clock().runFor(PUSH);
    return tab;
  }

  /** A tab whose timers run when the test says so. */
  Tab openTabWithClock() {
    Tab tab = newTab();
    tab.page().clock().install();
    tab.page().navigate(app.url());
    return tab;
  }

  /** Waits until the script has the answers: a request that begins now ends later. */
  void awaitAnswers(Tab tab) {
    tab.run("url => fetch(url).then(answer => answer.text())", app.url());
  }

  /** Lets the time pass in which Helpshift waits for a login. */
  static void letLoginExpire(Tab tab) {
    tab.page().clock().runFor(LOGIN);
    tab.waitFor("() => window.HelpshiftSimulator?.state().expired", null);
  }

  Tab newTab() {
    Tab tab = new Tab(pages.get());
    tabs.add(tab);
    return tab;
  }

  /** Where the script's tabs talk. */
  String channelName() {
    return "helpshift-sso" + keycloak.scriptUrl().replace("web-chat.js", "");
  }

  static String push(String auth) {
    return "(window.HelpshiftSSO ||= []).push({ auth: " + auth + " });";
  }

  private static String resource(String name) {
    try (InputStream in = ScriptScene.class.getResourceAsStream("/script/" + name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
