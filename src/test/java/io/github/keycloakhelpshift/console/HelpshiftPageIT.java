package io.github.keycloakhelpshift.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(KeycloakExtension.class)
@DisplayName("The page Helpshift in the admin console")
class HelpshiftPageIT {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  /** Keycloak's console may be slow to start beside other tests. */
  private static final double PATIENCE = 60_000;

  private static final String PLATFORM_ID = "happyapps_platform_20260101000000000-abc";

  private final KeycloakServer server;

  HelpshiftPageIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  @DisplayName("leads from a realm without settings to a signed token and no problems")
  void setsUp() {
    server
        .admin()
        .post(
            "",
            Json.object(
                "{'realm': 'empty', 'enabled': true, 'sslRequired': 'none',"
                    + " 'adminTheme': 'helpshift',"
                    + " 'clients': [{'clientId': 'web', 'publicClient': true,"
                    + " 'redirectUris': ['http://localhost:3000/*'],"
                    + " 'webOrigins': ['http://localhost:3000']}],"
                    + " 'users': [{'username': 'ada', 'enabled': true, 'emailVerified': true,"
                    + " 'email': 'ada@example.com', 'firstName': 'A', 'lastName': 'L',"
                    + " 'credentials': [{'type': 'password', 'value': 'ada'}],"
                    + " 'clientRoles': {'realm-management': ['realm-admin']}}]}"));
    TestRealm realm = TestRealm.existing(server, "empty");
    HelpshiftPage page = open(realm, "ada", "");
    page.entry().click();
    page.input("Helpshift domain").fill("happyapps");
    page.input("Platform id").fill(PLATFORM_ID);
    page.input("Shared secret").fill(RealmTemplate.SECRET);
    page.button("Save").click();
    assertVisible(page, "Saved.");
    page.toggle("web").check();
    assertThat(page.part("Check")).containsText("No problems found", patiently());

    JsonNode attributes = realm.admin().get(realm.path("")).get("attributes");
    assertThat(attributes.get("helpshift.domain").asText()).isEqualTo("happyapps");
    String token =
        realm
            .token()
            .bearer(realm.browser().login("web", "ada").access())
            .post()
            .json()
            .get("identity_token")
            .asText();
    assertThat(Jose.verified(token, RealmTemplate.SECRET).get("identities")).hasSize(2);
  }

  @Test
  @DisplayName("shows what somebody else has changed meanwhile, and keeps both changes")
  void changedMeanwhile() {
    TestRealm realm = admins(working()).create(server);
    HelpshiftPage page = open(realm, "owner", "/helpshift");
    page.input("Helpshift domain").fill("mine");
    realm.setAttribute("helpshift.platform_id", "theirs");
    page.button("Save").click();
    assertThat(page.part("Set up")).containsText("helpshift.platform_id: theirs", patiently());
    assertThat(page.input("Platform id")).hasValue("theirs");
    assertThat(page.input("Helpshift domain")).hasValue("mine");

    page.button("Save").click();
    assertVisible(page, "Saved.");
    JsonNode attributes = realm.admin().get(realm.path("")).get("attributes");
    assertThat(attributes.get("helpshift.domain").asText()).isEqualTo("mine");
    assertThat(attributes.get("helpshift.platform_id").asText()).isEqualTo("theirs");
  }

  @Test
  @DisplayName("names the setting that has an invalid value, and saves nothing")
  void invalid() {
    TestRealm realm = admins(working()).create(server);
    HelpshiftPage page = open(realm, "owner", "/helpshift");
    page.input("Helpshift domain").fill("https://acme.helpshift.com/");
    page.button("Save").click();
    assertThat(page.part("Set up")).containsText("helpshift.domain is not", patiently());
  }

  @Test
  @DisplayName("shows who a user would be, and never reads a name as HTML")
  void user() {
    String name = "<img src=x onerror=document.title='read'>";
    TestRealm realm =
        admins(working())
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .user("ada", "{'email': 'ada@example.com', 'emailVerified': false}")
            .create(server);
    realm.admin().put(realm.path("/users/profile"), profileWithoutRules(realm));
    realm.updateUser("ada", "{'firstName': \"" + name + "\"}");
    HelpshiftPage page = open(realm, "support", "/helpshift?user=" + realm.userId("ada"));
    assertThat(page.part("Look at a user")).containsText(realm.userId("ada"), patiently());
    assertThat(page.part("Look at a user")).containsText(name);
    assertThat(page.part("Look at a user")).containsText("verified");
    assertThat(page.dialog().locator("img")).hasCount(0);
    assertThat(page.part("Set up")).hasCount(0);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "viewer, 'To change the settings, you need the role manage-realm.'",
    "support, 'To see the set-up and the check, you need the role view-realm.'"
  })
  @DisplayName("says which role an admin lacks")
  void permissions(String admin, String words) {
    TestRealm realm = admins(working()).create(server);
    HelpshiftPage page = open(realm, admin, "/helpshift");
    assertVisible(page, words);
    assertThat(page.button("Save")).hasCount(0);
  }

  @Test
  @DisplayName("leads to the login when the console's session has ended")
  void sessionEnds() {
    TestRealm realm = admins(working()).create(server);
    Page tab = CHROMIUM.context().newPage();
    // As Keycloak answers where the cookie's session is gone.
    tab.context()
        .route(
            address -> address.contains("prompt=none") && address.contains("console%2Fhelpshift"),
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(302)
                        .setHeaders(
                            Map.of(
                                "Location",
                                server.url()
                                    + "/admin/"
                                    + realm.name()
                                    + "/console/helpshift?error=login_required"))));
    HelpshiftPage page = HelpshiftPage.logIn(tab, realm, "owner", "/helpshift");
    assertThat(page.dialog())
        .containsText("Your session in the admin console has ended.", patiently());
    assertThat(page.dialog().getByText("Log in again")).isVisible();
    assertThat(page.button("Save")).hasCount(0);
  }

  @ParameterizedTest(name = "{0}, {1} pixels")
  @CsvSource({"LIGHT, 1200", "DARK, 1200", "LIGHT, 360", "DARK, 360"})
  @DisplayName("has no finding of axe")
  void accessible(ColorScheme scheme, int width) throws IOException {
    TestRealm realm =
        admins(working())
            .user("ada", "{'email': 'ada@example.com', 'emailVerified': true}")
            .create(server);
    Page tab =
        CHROMIUM
            .context(
                new NewContextOptions()
                    .setColorScheme(scheme)
                    .setViewportSize(width, 900)
                    .setReducedMotion(ReducedMotion.REDUCE))
            .newPage();
    HelpshiftPage page =
        HelpshiftPage.logIn(tab, realm, "owner", "/helpshift?user=" + realm.userId("ada"));
    assertVisible(page, "Helpshift would recognise this user.");
    page.dialog().locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
    tab.screenshot(
        new Page.ScreenshotOptions()
            .setPath(Path.of("target/screenshots/page-" + scheme + "-" + width + ".png")));
    int overflow =
        (Integer) page.dialog().evaluate("dialog => dialog.scrollWidth - dialog.clientWidth");
    assertThat(overflow).isZero();
    try (InputStream axe = getClass().getResourceAsStream("/axe.min.js")) {
      tab.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    Object violations =
        tab.evaluate(
            "async () => (await axe.run('dialog.hs-page')).violations"
                + ".map(({ id, nodes }) => id + ': ' + nodes.map(({ html }) => html).join(' '))");
    assertThat((List<?>) violations).isEmpty();
  }

  @Test
  @DisplayName("speaks German")
  void german() {
    TestRealm realm =
        admins(working())
            .with(
                "{'internationalizationEnabled': true, 'supportedLocales': ['de', 'en'],"
                    + " 'defaultLocale': 'de'}")
            .user("owner", "{'attributes': {'locale': ['de']}}")
            .create(server);
    HelpshiftPage page = open(realm, "owner", "/helpshift");
    assertThat(page.part("Prüfen")).containsText("Keine Probleme gefunden", patiently());
  }

  private static RealmTemplate admins(RealmTemplate template) {
    return template
        .with("{'adminTheme': 'helpshift'}")
        .user("owner", admin("'realm-admin'"))
        .user("viewer", admin("'view-realm', 'query-users'"))
        .user("support", admin("'view-users', 'query-users'"));
  }

  private static String admin(String roles) {
    return "{'firstName': 'A', 'lastName': 'D', 'clientRoles': {'realm-management': [%s]}}"
        .formatted(roles);
  }

  /** Keycloak's own profile refuses markup in names; a realm may allow it. */
  private static JsonNode profileWithoutRules(TestRealm realm) {
    JsonNode profile = realm.admin().get(realm.path("/users/profile"));
    profile.get("attributes").forEach(attribute -> ((ObjectNode) attribute).remove("validations"));
    return profile;
  }

  private HelpshiftPage open(TestRealm realm, String admin, String place) {
    return HelpshiftPage.logIn(CHROMIUM.context().newPage(), realm, admin, place);
  }

  private static void assertVisible(HelpshiftPage page, String text) {
    assertThat(page.text(text).first()).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
  }

  private static ContainsTextOptions patiently() {
    return new ContainsTextOptions().setTimeout(PATIENCE);
  }
}
