package io.github.keycloakhelpshift.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.browser.Tab;
import io.github.keycloakhelpshift.support.Http;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The themes")
class ThemeIT extends ChatScene {

  private static final String ASKED_AFTER_LOAD =
      "performance.getEntriesByType('resource').find(e => e.name.includes('/helpshift/web-chat?'))"
          + ".startTime - performance.getEntriesByType('navigation')[0].loadEventEnd";

  @ParameterizedTest(name = "theme {0}")
  @ValueSource(strings = {"helpshift", "own"})
  @DisplayName("show the chat in the account console, signed in")
  void account(String theme) {
    realm.update("{'accountTheme': '%s', 'loginTheme': '%s'}".formatted(theme, theme));
    Tab tab = accountConsole();
    fillIn(tab.page(), PLAYER);
    tab.waitForUser(playerId());
    assertThat(tab.json(ASKED_AFTER_LOAD).asLong())
        .as("milliseconds; for an app's push it would wait 10,000")
        .isLessThan(5_000);
  }

  @ParameterizedTest(name = "theme {0}")
  @ValueSource(strings = {"helpshift", "own"})
  @DisplayName("load nothing of a third party on login pages")
  void login(String theme) {
    realm.update("{'loginTheme': '%s'}".formatted(theme));
    Page page = newPage();
    List<String> requests = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    page.waitForResponse(
        answer -> answer.url().contains("/helpshift/web-chat?"), () -> page.navigate(loginPage()));
    page.waitForSelector("#password");
    // A third party's script would come last: after web-chat.js, which asks for its address first.
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(requests)
        .allMatch(url -> url.startsWith(realm.server().url().toString()))
        .noneMatch(url -> url.contains("/web-chat.js"));
    assertThat((Boolean) page.evaluate("'Helpshift' in window")).isFalse();
  }

  @Test
  @DisplayName(
      "show an anonymous chat on login pages if the realm says so, even to users who are signed in")
  void loginPages() {
    realm.setAttribute("helpshift.login_pages", "true");
    Tab tab = visit(loginPage());
    tab.waitForAnonymous();
    fillIn(tab.page(), PLAYER);
    Tab again = visit(loginPage() + "&prompt=login");
    again.waitForAnonymous();
    // Not all of Helpshift: the first tab has gone on to the account console by now.
    assertThat(again.calls()).doesNotContain("login");
  }

  @Test
  @DisplayName("do nothing on Keycloak's error pages, whatever client their address names")
  void errorPage() {
    realm.setAttribute("helpshift.login_pages", "true");
    Page page = newPage();
    List<String> requests = new ArrayList<>();
    page.onRequest(request -> requests.add(request.url()));
    page.navigate(realm.url() + "/nothing?client_id=account-console");
    page.waitForSelector("#kc-error-message");
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(requests)
        .anyMatch(url -> url.endsWith("/helpshift/login.js"))
        .noneMatch(url -> url.contains("/helpshift/web-chat"));
  }

  @Test
  @DisplayName("tell other tabs about a logout at once, from the login page")
  void loginPageTellsTabs() {
    Tab console = accountConsoleThatStays();
    fillIn(console.page(), PLAYER);
    console.waitForUser(playerId());
    realm.endSession(sessionId());
    visit(loginPage());
    console.waitForEnd();
  }

  @ParameterizedTest(name = "in {0}")
  @ValueSource(strings = {"en", "de", "ar"})
  @DisplayName("change nothing in Keycloak's own login page except for one script")
  void sameLoginPage(String locale) {
    String ours = loginPage("helpshift", locale);
    String keycloaks = loginPage("keycloak.v2", locale);
    assertThat(ours).contains("helpshift/login.js");
    assertThat(ours.replaceAll("\\s*<script src=\"[^\"]*/helpshift/login.js\"[^>]*></script>", ""))
        .isEqualToIgnoringWhitespace(keycloaks);
  }

  @Test
  @DisplayName("say so when the realm's content security policy blocks the chat")
  void blocked() {
    realm.update(
        "{'browserSecurityHeaders': {'contentSecurityPolicy': \"frame-src 'self'; frame-ancestors"
            + " 'self'; object-src 'none';\"}}");
    // Helpshift's own address, which the simulator answers for.
    realm.setAttribute("helpshift.web_chat_url", "");
    Chromium.route(browser, helpshift);
    Tab tab = new Tab(newPage());
    tab.page()
        .addInitScript(
            "addEventListener('helpshift-sso:error', e => (window.problem = e.detail.error))");
    tab.page().navigate(realm.url() + "/account/");
    fillIn(tab.page(), PLAYER);
    tab.waitFor("() => window.problem === 'web_chat_blocked'", null);
  }

  private String loginPage() {
    return realm.url()
        + "/protocol/openid-connect/auth?client_id=account-console&response_type=code&scope=openid"
        + "&code_challenge_method=S256&code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
        + "&redirect_uri="
        + realm.url()
        + "/account/";
  }

  /** Returns the page's source without the parts that differ between logins. */
  private String loginPage(String theme, String locale) {
    realm.update("{'loginTheme': '%s'}".formatted(theme));
    String page = Http.get(loginPage() + "&ui_locales=" + locale).send().body();
    assertThat(page).contains("lang=\"" + locale);
    return page.replace("/login/" + theme + "/", "/login/THEME/")
        .replaceAll("(session_code|execution|tab_id|client_data)=[\\w.%-]+", "$1=")
        .replaceAll("checkAuthSession\\(\\s*\"[^\"]*\"", "checkAuthSession(");
  }
}
