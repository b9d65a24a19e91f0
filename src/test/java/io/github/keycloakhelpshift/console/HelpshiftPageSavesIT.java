package io.github.keycloakhelpshift.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.keycloakhelpshift.console.HelpshiftPage.patiently;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.support.Await;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("What the page Helpshift saves")
class HelpshiftPageSavesIT {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();
  @RegisterExtension static final MasterConsole CONSOLE = new MasterConsole(CHROMIUM);

  private static final String TYPED = "another-shared-secret-that-an-admin-has-typed-0123456789";
  private static final String OTHER_APP = "other_platform_20260101000000000-abc";

  private static final int MANY = 60;

  private final KeycloakServer server;

  HelpshiftPageSavesIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  @DisplayName("never overwrites the secret of another app")
  void secretOfAnotherApp() {
    TestRealm realm = realm().secretConfig("platformId", OTHER_APP).createUnshared(server);
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    page.input("Shared secret").waitFor();
    assertThat(page.input("Shared secret")).hasAttribute("placeholder", "");
    page.input("Shared secret").fill(TYPED);
    page.button("Save").click();
    page.assertVisible("Saved.");
    assertThat(page.input("Shared secret"))
        .hasAttribute("placeholder", "A secret is saved. Type to replace it.");
    assertThat(page.part("Check")).not().containsText("SECRET_MISSING", patiently());

    assertThat(realm.secrets()).hasSize(2);
    assertThat(isSignedWith(realm, TYPED)).isTrue();
    realm.configureMapper("helpshift.platform_id", OTHER_APP);
    assertThat(isSignedWith(realm, RealmTemplate.SECRET)).isTrue();
  }

  @Test
  @DisplayName("takes no secret while a vault reference signs, and leads to it")
  void vault() {
    String name = "vaulted";
    server.putVaultSecret(name, "helpshift", RealmTemplate.SECRET);
    TestRealm realm =
        realm().attribute("helpshift.secret", "${vault.helpshift}").create(server, name);
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    assertThat(page.part("Set up"))
        .containsText("The setting helpshift.secret names an entry of the vault", patiently());
    assertThat(page.input("Shared secret")).isDisabled();

    page.part("Set up").getByText("Show the setting").click();
    assertThat(page.input("Shared secret from the vault")).isFocused();
    page.input("Shared secret from the vault").fill("");
    page.input("Shared secret").fill(TYPED);
    page.button("Save").click();
    page.assertVisible("Saved.");
    assertThat(isSignedWith(realm, TYPED)).isTrue();
  }

  @Test
  @DisplayName("says what was saved and what was not, if Keycloak fails between two saves")
  void partly() {
    TestRealm realm = realm().createUnshared(server);
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    page.input("Helpshift domain").fill("mine");
    page.input("Shared secret").fill(TYPED);
    page.page()
        .route(
            address -> address.contains("/components/"),
            route -> route.fulfill(new Route.FulfillOptions().setStatus(500)));
    page.button("Save").click();
    assertThat(page.part("Set up"))
        .containsText("The settings are saved, but not the shared secret:", patiently());
    assertThat(page.part("Set up")).containsText("HTTP 500");
    assertThat(page.input("Shared secret")).hasValue(TYPED);
    assertThat(attribute(realm, "helpshift.domain")).isEqualTo("mine");
    assertThat(isSignedWith(realm, RealmTemplate.SECRET)).isTrue();

    page.page().unrouteAll();
    page.button("Save").click();
    page.assertVisible("Saved.");
    assertThat(isSignedWith(realm, TYPED)).isTrue();
    page.button("Save").click();
    page.assertVisible("There is nothing to save.");
  }

  @Test
  @DisplayName("is saved at the next click too, while the check after the last one still runs")
  void whileChecking() {
    TestRealm realm = realm().createUnshared(server);
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    assertThat(page.part("Check")).containsText("No problems found", patiently());
    List<Route> checks = new ArrayList<>();
    page.page().route(address -> address.contains("/helpshift/check"), checks::add);
    for (String domain : List.of("first", "second")) {
      page.input("Helpshift domain").fill(domain);
      page.button("Save").click();
      page.assertVisible("Saved.");
      page.page().waitForCondition(() -> attribute(realm, "helpshift.domain").equals(domain));
    }
    page.page().waitForCondition(() -> checks.size() == 2);
    assertThat(page.part("Check")).containsText("Checking");
    checks.forEach(Route::resume);
    assertThat(page.part("Check")).containsText("No problems found", patiently());
  }

  @Test
  @DisplayName("opts clients in by one client scope, with two clicks at once, and takes it back")
  void twoClicks() {
    TestRealm realm = realm().createUnshared(server);
    realm.admin().delete(realm.path("/client-scopes/" + realm.clientScopeId("helpshift")));
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    Locator web = page.toggle("web");
    web.evaluate(
        "first => { first.click(); first.click();"
            + " const all = [...document.querySelectorAll('dialog.hs-page [role=switch]')];"
            + " all.find(one => one.labels[0].textContent === 'plain').click(); }");
    Await.until("both are opted in", () -> isOptedIn(realm, "web") && isOptedIn(realm, "plain"));
    assertThat(web).isChecked();
    assertThat(page.toggle("plain")).isChecked();
    assertThat(names(realm, "/client-scopes")).containsOnlyOnce("helpshift");

    page.awaitToggle("web");
    web.focus();
    page.page().keyboard().press("Space");
    Await.until("web is no longer opted in", () -> !isOptedIn(realm, "web"));
    assertThat(web).not().isChecked();
    assertThat(web).isFocused();
  }

  @Test
  @DisplayName("opts a client in that has the client scope as an optional one")
  void optionalScope() {
    TestRealm realm = realm().createUnshared(server);
    realm
        .admin()
        .put(
            realm.path(
                "/clients/%s/optional-client-scopes/%s"
                    .formatted(realm.clientUuid("plain"), realm.clientScopeId("helpshift"))),
            "{}");
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    page.toggle("plain").waitFor();
    assertThat(page.toggle("plain")).not().isChecked();
    page.toggle("plain").click();
    Await.until("plain is opted in", () -> isOptedIn(realm, "plain"));
  }

  @Test
  @DisplayName("changes themes and policy by switches, but no theme that the admin has not seen")
  void switches() {
    TestRealm realm = realm().createUnshared(server);
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    Locator pages = page.part("Chat in Keycloak's own pages");
    assertThat(pages)
        .containsText(
            "Changes the realm's theme at once. The theme is now: Keycloak's own.", patiently());
    realm.update("{'accountTheme': 'keycloak.v3'}");
    page.clickToggle("Account console");
    assertThat(page.dialog()).containsText("Somebody else has changed this meanwhile", patiently());
    assertThat(page.toggle("Account console")).not().isChecked();
    assertThat(pages).containsText("The theme is now: keycloak.v3.");
    assertThat(text(realm, "/accountTheme")).isEqualTo("keycloak.v3");

    page.clickToggle("Account console");
    assertThat(pages).containsText("The theme is now: helpshift.", patiently());
    assertThat(text(realm, "/accountTheme")).isEqualTo("helpshift");
    page.clickToggle("Account console");
    Await.until("it is back", () -> text(realm, "/accountTheme").equals("keycloak.v3"));

    page.clickToggle("Login pages");
    Await.until("it is ours", () -> text(realm, "/loginTheme").equals("helpshift"));
    page.clickToggle("Allow Helpshift's frames");
    String policy = "/browserSecurityHeaders/contentSecurityPolicy";
    Await.until("it allows", () -> text(realm, policy).contains(" https://*.helpshift.com;"));
    page.clickToggle("Allow Helpshift's frames");
    Await.until("it no longer allows", () -> !text(realm, policy).contains("helpshift"));
  }

  @Test
  @DisplayName("shows what somebody else has changed meanwhile, and keeps both changes")
  void changedMeanwhile() {
    TestRealm realm = realm().createUnshared(server);
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    page.input("Helpshift domain").fill("mine");
    realm.setAttribute("helpshift.platform_id", "theirs");
    page.button("Save").click();
    assertThat(page.part("Set up")).containsText("helpshift.platform_id: theirs", patiently());
    assertThat(page.input("Platform id")).hasValue("theirs");
    assertThat(page.input("Helpshift domain")).hasValue("mine");
    Axe.assertNoFindings(page, "changed");

    page.button("Save").click();
    page.assertVisible("Saved.");
    JsonNode attributes = realm.admin().get(realm.path("")).get("attributes");
    assertThat(attributes.get("helpshift.domain").asText()).isEqualTo("mine");
    assertThat(attributes.get("helpshift.platform_id").asText()).isEqualTo("theirs");
  }

  @Test
  @DisplayName("names the setting that has an invalid value, and saves nothing")
  void invalid() {
    TestRealm realm = realm().create(server);
    HelpshiftPage page = CONSOLE.open(realm, "/helpshift");
    page.input("Helpshift domain").fill("https://acme.helpshift.com/");
    page.button("Save").click();
    assertThat(page.part("Set up")).containsText("helpshift.domain is not", patiently());
    Axe.assertNoFindings(page, "invalid");
  }

  @Test
  @DisplayName("mends findings, explains each, and lists accepted ones apart")
  void mends() {
    TestRealm realm =
        realm()
            .attribute("helpshift.identity.steam_id", "steam")
            .attribute("helpshift.check.accept", "IMPERSONATION")
            .with("{'accountTheme': 'helpshift'}")
            .createUnshared(server);
    EditableSteam.in(realm);
    HelpshiftPage page = CONSOLE.open(realm, "");
    assertThat(page.entry().locator(".hs-count"))
        .hasText("2", new HasTextOptions().setTimeout(HelpshiftPage.ASSERTION_PATIENCE));
    page.entry().click();
    Locator check = page.part("Check");
    assertThat(check).containsText("SOURCE_USER_EDITABLE", patiently());
    assertThat(check.getByText("CSP_BLOCKS_WIDGET explained"))
        .hasAttribute("href", Pattern.compile(".*findings.md#csp_blocks_widget"));
    assertThat(check.getByText("Accepted: 1")).isVisible();
    assertThat(page.part("Set up")).containsText("Users can edit this themselves.");
    assertThat(page.dialog().locator("datalist option[value=steam]")).hasCount(1);

    page.button("Let only admins edit steam").click();
    assertThat(check).not().containsText("SOURCE_USER_EDITABLE", patiently());
    assertThat(page.button("Check again")).isFocused();
    page.button("Add https://*.helpshift.com to frame-src").click();
    assertThat(check).not().containsText("CSP_BLOCKS_WIDGET", patiently());
    page.button("Opt account-console in").click();
    assertThat(page.part("Check")).containsText("No problems found", patiently());
    assertThat(page.toggle("account-console")).isChecked();
    assertThat(page.toggle("Allow Helpshift's frames")).isChecked();
    assertThat(page.part("Set up")).not().containsText("Users can edit this themselves.");
    assertThat(page.entry().locator(".hs-count")).hasCount(0);
  }

  @Test
  @DisplayName("shows those of many clients that are opted in, and finds the others")
  void manyClients() {
    RealmTemplate template = realm();
    for (int i = 0; i < MANY; i++) {
      template.client("app-" + i, "{'publicClient': true}");
    }
    HelpshiftPage page = CONSOLE.open(template.createUnshared(server), "/helpshift");
    page.toggle("web").waitFor();
    assertThat(page.toggle("web")).isChecked();
    assertThat(page.toggle("app-59")).hasCount(0);
    assertThat(page.part("Clients that are opted in"))
        .containsText(Pattern.compile("Shown: 50 / \\d+\\."), patiently());
    page.input("Filter clients").fill("APP-59");
    assertThat(page.toggle("app-59")).isVisible();
    page.toggle("app-59").check();
    page.awaitToggle("app-59");
    page.input("Filter clients").fill("");
    assertThat(page.toggle("app-59")).isChecked();
  }

  private static RealmTemplate realm() {
    return working().user("ada", "{'email': 'ada@example.com'}");
  }

  private static boolean isSignedWith(TestRealm realm, String secret) {
    String access = realm.oidc().login("web", "ada").access();
    JsonNode answer = realm.token().bearer(access).post().orFail().json();
    return Jose.isSignedWith(answer.get("identity_token").asText(), secret);
  }

  private static String attribute(TestRealm realm, String key) {
    return text(realm, "/attributes/" + key);
  }

  private static String text(TestRealm realm, String place) {
    return realm.admin().get(realm.path("")).at(place).asText();
  }

  private static boolean isOptedIn(TestRealm realm, String client) {
    return names(realm, "/clients/" + realm.clientUuid(client) + "/default-client-scopes")
        .contains("helpshift");
  }

  private static List<String> names(TestRealm realm, String list) {
    Stream<JsonNode> all =
        StreamSupport.stream(realm.admin().get(realm.path(list)).spliterator(), false);
    return all.map(one -> one.get("name").asText()).toList();
  }
}
