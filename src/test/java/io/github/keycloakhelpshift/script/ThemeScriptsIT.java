package io.github.keycloakhelpshift.script;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import io.github.keycloakhelpshift.browser.Chromium;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("The scripts of the themes")
class ThemeScriptsIT {

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static final String REALM = "http://sso.example/realms/acme/";
  private static final String FOREIGN_PATH = "http://sso.example//evil.example/realms/acme/";
  private static final String ACTION = "login-actions/authenticate?client_id=web&amp;tab_id=1";

  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private BrowserContext browser;

  @BeforeEach
  void open() {
    browser = chromium.smallContext();
    browser.route("**/*", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    browser.onRequest(requests::add);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("ask the page's own host, also if the page's path looks like another host's address")
  @CsvSource({"login.js, web-chat?", "account.js, web-chat.js"})
  void asksItsOwnHost(String script, String endpoint) throws IOException {
    serve(FOREIGN_PATH + "none", script, "<form action='" + FOREIGN_PATH + ACTION + "'></form>");
    Page page = browser.newPage();

    Request asked =
        page.waitForRequest(
            request -> request.url().contains("/helpshift/" + endpoint),
            () -> page.navigate(FOREIGN_PATH + "none"));

    assertThat(asked.url()).startsWith(FOREIGN_PATH + "helpshift/");
  }

  @ParameterizedTest
  @DisplayName("use the client that Keycloak has written into a login page, not the address bar's")
  @ValueSource(
      strings = {
        "<form action='" + REALM + ACTION + "'><input name='action'></form>",
        "<a href='https://shop.example/?client_id=shop'></a><a href='" + REALM + ACTION + "'></a>",
        "<form action='/search?client_id=shop'></form><form action='/realms/acme/" + ACTION + "'>"
      })
  void renderedClient(String body) throws IOException {
    String address = REALM + "protocol/openid-connect/auth?client_id=shop";
    serve(address, "login.js", body);
    Page page = browser.newPage();

    Request asked =
        page.waitForRequest(
            request -> request.url().contains("/helpshift/"), () -> page.navigate(address));

    assertThat(asked.url()).isEqualTo(REALM + "helpshift/web-chat?client_id=web");
  }

  @ParameterizedTest
  @DisplayName("do nothing on an error page, or on a page that is no part of a login")
  @ValueSource(
      strings = {
        "<div id='kc-error-message'></div>",
        "<div id='kc-error-message'></div><a href='" + REALM + ACTION + "'></a>",
        "<form action='/search'></form><a href='https://shop.example/'></a>",
        "<a href='https://evil.example/realms/acme/" + ACTION + "'></a>"
      })
  void errorPage(String body) throws IOException {
    String address = REALM + "nothing?client_id=shop";
    serve(address, "login.js", body);

    browser.newPage().navigate(address);

    // The page has loaded: its script has run.
    assertThat(List.copyOf(requests)).noneMatch(request -> request.url().contains("/helpshift/"));
  }

  private void serve(String address, String script, String body) throws IOException {
    String source = resource(script);
    browser.route(
        address,
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<head><script>" + source + "</script></head>" + body)));
  }

  private static String resource(String name) throws IOException {
    try (InputStream script =
        ThemeScriptsIT.class.getResourceAsStream("/theme-resources/resources/helpshift/" + name)) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }
}
