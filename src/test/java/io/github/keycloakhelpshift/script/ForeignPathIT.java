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
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("On a page whose path looks like another host's address")
class ForeignPathIT {

  @RegisterExtension static final Chromium chromium = new Chromium();

  private static final String PATH = "http://sso.example//evil.example/realms/acme/";

  @ParameterizedTest(name = "{0}")
  @DisplayName("a theme's script asks the page's own host")
  @CsvSource({"login.js, web-chat?", "account.js, web-chat.js"})
  void asksItsOwnHost(String script, String endpoint) throws IOException {
    BrowserContext browser = chromium.context();
    String source = resource(script);
    browser.route("**/*", route -> route.fulfill(new Route.FulfillOptions().setStatus(404)));
    browser.route(
        PATH + "none",
        route ->
            route.fulfill(
                new Route.FulfillOptions()
                    .setContentType("text/html")
                    .setBody("<head></head><script>" + source + "</script>")));
    Page page = browser.newPage();

    Request asked =
        page.waitForRequest(
            request -> request.url().contains("/helpshift/" + endpoint),
            () -> page.navigate(PATH + "none"));

    assertThat(asked.url()).startsWith(PATH + "helpshift/");
  }

  private static String resource(String name) throws IOException {
    try (InputStream script =
        ForeignPathIT.class.getResourceAsStream("/theme-resources/resources/helpshift/" + name)) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }
}
