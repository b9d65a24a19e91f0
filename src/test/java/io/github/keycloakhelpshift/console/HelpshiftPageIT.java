package io.github.keycloakhelpshift.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.keycloakhelpshift.console.HelpshiftPage.patiently;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The console takes seconds to load, so a test loads it once, or uses {@link MasterConsole}. A
 * whole set-up is in {@link SetUpIT}.
 */
@ExtendWith(KeycloakExtension.class)
@DisplayName("The page Helpshift in the admin console")
@TestInstance(Lifecycle.PER_CLASS)
class HelpshiftPageIT {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final MasterConsole CONSOLE = new MasterConsole(CHROMIUM);

  private static final String MARKUP = "<img src=x onerror=document.title='read'>";

  private final KeycloakServer server;

  /** For tests that change nothing. */
  private TestRealm realm;

  HelpshiftPageIT(KeycloakServer server) {
    this.server = server;
  }

  @BeforeAll
  void createRealm() {
    realm =
        ConsoleAdmins.in(working())
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .attribute("helpshift.identity.steam_id", "steam")
            .attribute("helpshift.check.accept", "IMPERSONATION")
            .with("{'browserSecurityHeaders': {'contentSecurityPolicy': \"frame-src 'self';\"}}")
            .with("{'accountTheme': 'helpshift'}")
            .client(
                "backend",
                "{'protocolMappers': [{'name': 'own', 'protocol': 'openid-connect',"
                    + " 'protocolMapper': 'helpshift-identity-token',"
                    + " 'config': {'helpshift.domain': 'otherapps'}}]}")
            .client(MARKUP, "{'publicClient': true}")
            .user("ada", "{'email': 'ada@example.com', 'emailVerified': true}")
            .create(server);
    EditableSteam.in(realm);
    realm.updateUser("ada", "{'firstName': \"" + MARKUP + "\"}");
  }

  @Test
  @DisplayName("shows support people who a user would be, and never reads a name as HTML")
  void user() {
    HelpshiftPage page = open(realm, "support", "/helpshift?user=" + realm.userId("ada"));
    Locator user = page.part("Look at a user");
    assertThat(user).containsText(realm.userId("ada"), patiently());
    assertThat(user).containsText(MARKUP);
    assertThat(user).not().containsText("eyJ");
    assertThat(page.dialog().locator("img")).hasCount(0);
    assertThat(page.part("Set up")).hasCount(0);
    assertThat(page.button("Save")).hasCount(0);
    page.assertVisible("To see the set-up and the check, you need the role view-realm.");

    page.input("User").fill("nobody-has-this-id");
    page.button("Look").click();
    assertThat(user).not().containsText(MARKUP, patiently());
    Axe.assertNoFindings(page, "support");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "viewer, 0, 0, 'To change the settings, you need the role manage-realm."
        + "|To correct this here, you need the role manage-realm."
        + "|To see the clients, you need the role view-clients.'",
    "manager, 1, 3, 'To look at a user, you need the role view-users."
        + "|To see the clients, you need the role view-clients.'",
    "guest, 0, 0, 'You need one of these roles in this realm:'"
  })
  @DisplayName("offers what an admin may do, and says which role they lack")
  void permissions(String admin, int saves, int switches, String words) {
    HelpshiftPage page = open(realm, admin, "/helpshift");
    for (String lacking : words.split("\\|", -1)) {
      assertThat(page.dialog()).containsText(lacking, patiently());
    }
    assertThat(page.button("Save")).hasCount(saves);
    assertThat(page.dialog().locator("[role=switch]:enabled")).hasCount(switches);
    Axe.assertNoFindings(page, admin);
  }

  @Test
  @DisplayName("signs in after the console only, and leads to its login when the session has ended")
  void sessionEnds() {
    Page tab = CHROMIUM.consoleTab(server.url());
    List<String> silent = new ArrayList<>();
    tab.onRequest(
        request -> {
          if (request.url().contains("prompt=none")) {
            silent.add(request.url());
          }
        });
    HelpshiftPage page = HelpshiftPage.atLogin(tab, realm, "/helpshift");
    assertThat(silent).as("sign-ins beside the console's own login").isEmpty();
    page.logIn("owner");
    page.input("Helpshift domain").fill("changed");
    assertThat((String) tab.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])"))
        .as("tokens in the browser's storage")
        .doesNotContain("eyJ");
    realm.logoutUser("owner");
    page.button("Save").click();
    assertThat(page.dialog())
        .containsText("Your session in the admin console has ended.", patiently());
    assertThat(page.button("Save")).hasCount(0);
    Axe.assertNoFindings(page, "ended");

    page.dialog().getByText("Log in again").click();
    tab.locator("#username").waitFor();
  }

  @Test
  @DisplayName("says in words what Keycloak does not answer, and the rest of the page works")
  void failing() {
    Page tab = CHROMIUM.consoleTab(server.url());
    answer(tab, "/helpshift/check", 500);
    answer(tab, "/client-scopes", 502);
    tab.route(
        address -> address.contains("/ui-ext") || address.endsWith("/admin/realms/" + realm.name()),
        Route::abort);
    HelpshiftPage page = HelpshiftPage.atLogin(tab, realm, "/helpshift").logIn("owner");
    assertThat(page.part("Check"))
        .containsText("Keycloak could not do this (HTTP 500)", patiently());
    assertThat(page.part("Clients that are opted in")).containsText("HTTP 502", patiently());
    assertThat(page.part("Chat in Keycloak's own pages"))
        .containsText("Keycloak gave no answer", patiently());
    Axe.assertNoFindings(page, "failing");
    tab.unrouteAll();
    answer(tab, "/helpshift/settings", 403);
    page.input("Helpshift domain").fill("changed");
    page.button("Save").click();
    assertThat(page.part("Set up")).containsText("Your roles do not allow this", patiently());

    tab.unrouteAll();
    page.part("Clients that are opted in")
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Try again"))
        .click();
    assertThat(page.toggle("web")).isChecked();
    page.button("Check again").click();
    assertThat(page.part("Check")).containsText("CSP_BLOCKS_WIDGET", patiently());
  }

  @Test
  @DisplayName("asks before it drops what is not saved")
  void unsaved() {
    TestRealm own = ConsoleAdmins.in(working()).create(server);
    HelpshiftPage page = open(own, "owner", "");
    page.entry().click();
    String address = page.page().url();
    List<String> asked = new ArrayList<>();
    AtomicBoolean leaves = new AtomicBoolean();
    page.page()
        .onDialog(
            dialog -> {
              asked.add(dialog.type());
              if (leaves.get()) {
                dialog.accept();
              } else {
                dialog.dismiss();
              }
            });
    page.input("Helpshift domain").click();
    page.input("Helpshift domain").fill("mine");
    List<Runnable> ways =
        List.of(
            () -> page.page().keyboard().press("Escape"),
            () -> page.page().evaluate("history.back()"),
            () -> page.page().evaluate("setTimeout(() => location.reload())"));
    for (int i = 0; i < ways.size(); i++) {
      int before = i;
      ways.get(i).run();
      page.page().waitForCondition(() -> asked.size() > before);
      assertThat(page.dialog()).isVisible();
      assertThat(page.input("Helpshift domain")).hasValue("mine");
      assertThat(page.page()).hasURL(address);
    }

    leaves.set(true);
    page.button("Back to the console").click();
    assertThat(page.dialog()).hasCount(0);
    assertThat(asked).containsExactly("confirm", "confirm", "beforeunload", "confirm");
  }

  @Test
  @DisplayName("has no finding of axe, in light and dark, on narrow and wide screens")
  void accessible() {
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift?user=" + realm.userId("ada"));
    page.assertVisible("Helpshift would recognise this user.");
    assertThat(page.part("Check")).containsText("CSP_BLOCKS_WIDGET", patiently());
    assertThat(page.part("Clients that are opted in"))
        .containsText("helpshift.domain = otherapps", patiently());
    assertThat(page.toggle("Login pages")).isVisible();
    assertThat(page.toggle(MARKUP)).isVisible();
    assertThat(page.dialog().locator("img")).hasCount(0);
    assertThat(page.button("Save")).isVisible();
    page.dialog().locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
    assertThat(page.group("The chat in pages")).containsText("Default: 60");
    Axe.assertNoFindingsInAnyCombination(page, "everything");
  }

  @Test
  @DisplayName("speaks German")
  void german() {
    TestRealm own =
        ConsoleAdmins.in(working())
            .with(
                "{'internationalizationEnabled': true, 'supportedLocales': ['de', 'en'],"
                    + " 'defaultLocale': 'de'}")
            .user("owner", "{'attributes': {'locale': ['de']}}")
            .create(server);
    HelpshiftPage page = open(own, "owner", "/helpshift");
    assertThat(page.part("Prüfen")).containsText("Keine Probleme gefunden", patiently());
    assertThat(page.input("Helpshift-Domain")).hasValue("acme");
    assertThat(page.dialog()).hasAttribute("lang", "de");
  }

  private static void answer(Page tab, String path, int status) {
    tab.route(
        address -> address.contains("/admin/realms/") && address.contains(path),
        route -> route.fulfill(new Route.FulfillOptions().setStatus(status)));
  }

  private HelpshiftPage open(TestRealm realm, String admin, String place) {
    return HelpshiftPage.open(CHROMIUM.consoleTab(server.url()), realm, admin, place);
  }
}
