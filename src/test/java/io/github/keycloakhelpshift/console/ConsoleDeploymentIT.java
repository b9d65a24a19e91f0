package io.github.keycloakhelpshift.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.support.Deployment;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.OwnKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@DisplayName("A Keycloak below a path, with another hostname for admins")
@OwnKeycloak
class ConsoleDeploymentIT {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private static final double PATIENCE = 90_000;

  private final int port = Deployment.freePort();
  private PathProxy proxy;
  private LocalKeycloak server;

  @BeforeAll
  void start() throws IOException {
    proxy = new PathProxy(port);
    server =
        KeycloakExtension.startAnother(
            "keycloak-console",
            Deployment.usual()
                .with("--hostname=" + url("sso"), "--hostname-admin=" + url("admin")));
    proxy.to(server.url());
  }

  @AfterAll
  void stop() {
    server.close();
    proxy.close();
  }

  @Test
  @DisplayName("has the page Helpshift, which saves and checks")
  void savesAndChecks() {
    TestRealm realm = ConsoleAdmins.in(working()).create(server);
    Page tab = CHROMIUM.context().newPage();
    tab.setDefaultTimeout(PATIENCE);
    tab.navigate(
        url("admin") + "/admin/" + realm.name() + "/console/#/" + realm.name() + "/helpshift");
    HelpshiftPage page = HelpshiftPage.of(tab).logIn("owner");
    page.input("Helpshift domain").fill("mine");
    page.button("Save").click();
    page.text("Saved.").waitFor();
    assertThat(page.part("Check"))
        .containsText("No problems found", new ContainsTextOptions().setTimeout(PATIENCE));
  }

  /** An address of this machine. Two names below one domain share its cookies, as in real life. */
  private String url(String host) {
    return "http://" + host + ".keycloak.localhost:" + port + PathProxy.PATH;
  }
}
