package io.github.keycloakhelpshift.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.support.Await;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

  /** Keycloak's console may be slow to start beside other tests. */
  private static final double PATIENCE = 60_000;

  private static final String TYPED = "another-shared-secret-that-an-admin-has-typed-0123456789";
  private static final String OTHER_APP = "other_platform_20260101000000000-abc";

  private final KeycloakServer server;

  HelpshiftPageSavesIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  @DisplayName("never overwrites the secret of another app")
  void secretOfAnotherApp() {
    TestRealm realm = admins().secretConfig("platformId", OTHER_APP).create(server);
    HelpshiftPage page = open(realm, "/helpshift");
    page.input("Shared secret").waitFor();
    assertThat(page.input("Shared secret")).hasAttribute("placeholder", "");
    page.input("Shared secret").fill(TYPED);
    page.button("Save").click();
    assertVisible(page, "Saved.");
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
        admins().attribute("helpshift.secret", "${vault.helpshift}").create(server, name);
    HelpshiftPage page = open(realm, "/helpshift");
    assertThat(page.part("Set up"))
        .containsText("The setting helpshift.secret names an entry of the vault", patiently());
    assertThat(page.input("Shared secret")).isDisabled();

    page.part("Set up").getByText("Show the setting").click();
    assertThat(page.input("Shared secret from the vault")).isFocused();
    page.input("Shared secret from the vault").fill("");
    page.input("Shared secret").fill(TYPED);
    page.button("Save").click();
    assertVisible(page, "Saved.");
    assertThat(isSignedWith(realm, TYPED)).isTrue();
  }

  @Test
  @DisplayName("says what was saved and what was not, if Keycloak fails between two saves")
  void partly() {
    TestRealm realm = admins().create(server);
    HelpshiftPage page = open(realm, "/helpshift");
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
    assertVisible(page, "Saved.");
    assertThat(isSignedWith(realm, TYPED)).isTrue();
    page.button("Save").click();
    assertVisible(page, "There is nothing to save.");
  }

  @Test
  @DisplayName("opts clients in by one client scope, with two clicks at once, and takes it back")
  void twoClicks() {
    TestRealm realm = admins().create(server);
    realm.admin().delete(realm.path("/client-scopes/" + realm.clientScopeId("helpshift")));
    HelpshiftPage page = open(realm, "/helpshift");
    Locator web = page.toggle("web");
    web.evaluate(
        "first => { first.click(); first.click();"
            + " const all = [...document.querySelectorAll('dialog.hs-page [role=switch]')];"
            + " all.find(one => one.labels[0].textContent === 'plain').click(); }");
    Await.until("both are opted in", () -> isOptedIn(realm, "web") && isOptedIn(realm, "plain"));
    assertThat(web).isChecked();
    assertThat(page.toggle("plain")).isChecked();
    assertThat(names(realm, "/client-scopes")).containsOnlyOnce("helpshift");

    web.focus();
    page.page().keyboard().press("Space");
    Await.until("web is no longer opted in", () -> !isOptedIn(realm, "web"));
    assertThat(web).not().isChecked();
    assertThat(web).isFocused();
  }

  @Test
  @DisplayName("opts a client in that has the client scope as an optional one")
  void optionalScope() {
    TestRealm realm = admins().create(server);
    realm
        .admin()
        .put(
            realm.path(
                "/clients/%s/optional-client-scopes/%s"
                    .formatted(realm.clientUuid("plain"), realm.clientScopeId("helpshift"))),
            "{}");
    HelpshiftPage page = open(realm, "/helpshift");
    page.toggle("plain").waitFor();
    assertThat(page.toggle("plain")).not().isChecked();
    page.toggle("plain").click();
    Await.until("plain is opted in", () -> isOptedIn(realm, "plain"));
  }

  @Test
  @DisplayName("asks before it drops what is not saved")
  void unsaved() {
    TestRealm realm = admins().create(server);
    HelpshiftPage page = open(realm, "");
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
  @DisplayName("changes themes and policy by switches, but no theme that the admin has not seen")
  void switches() {
    TestRealm realm = admins().create(server);
    HelpshiftPage page = open(realm, "/helpshift");
    Locator pages = page.part("Chat in Keycloak's own pages");
    assertThat(pages)
        .containsText(
            "Changes the realm's theme at once. The theme is now: Keycloak's own.", patiently());
    realm.update("{'accountTheme': 'keycloak.v3'}");
    click(page, "Account console");
    assertThat(page.dialog()).containsText("Somebody else has changed this meanwhile", patiently());
    assertThat(page.toggle("Account console")).not().isChecked();
    assertThat(pages).containsText("The theme is now: keycloak.v3.");
    assertThat(text(realm, "/accountTheme")).isEqualTo("keycloak.v3");

    click(page, "Account console");
    assertThat(pages).containsText("The theme is now: helpshift.", patiently());
    assertThat(text(realm, "/accountTheme")).isEqualTo("helpshift");
    click(page, "Account console");
    Await.until("it is back", () -> text(realm, "/accountTheme").equals("keycloak.v3"));

    click(page, "Login pages");
    Await.until("it is ours", () -> text(realm, "/loginTheme").equals("helpshift"));
    click(page, "Allow Helpshift's frames");
    String policy = "/browserSecurityHeaders/contentSecurityPolicy";
    Await.until("it allows", () -> text(realm, policy).contains(" https://*.helpshift.com;"));
    click(page, "Allow Helpshift's frames");
    Await.until("it no longer allows", () -> !text(realm, policy).contains("helpshift"));
  }

  /** Clicks a switch that is done with the click before, because a busy one ignores it. */
  private static void click(HelpshiftPage page, String toggle) {
    assertThat(page.toggle(toggle))
        .not()
        .hasAttribute("aria-busy", "true", new HasAttributeOptions().setTimeout(PATIENCE));
    page.toggle(toggle).click();
  }

  private static RealmTemplate admins() {
    return ConsoleAdmins.in(working()).user("ada", "{'email': 'ada@example.com'}");
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

  private static HelpshiftPage open(TestRealm realm, String place) {
    Page tab = CHROMIUM.context().newPage();
    return HelpshiftPage.open(tab, realm, "owner", place);
  }

  private static void assertVisible(HelpshiftPage page, String text) {
    assertThat(page.text(text).first()).isVisible(new IsVisibleOptions().setTimeout(PATIENCE));
  }

  private static ContainsTextOptions patiently() {
    return new ContainsTextOptions().setTimeout(PATIENCE);
  }
}
