package io.github.keycloakhelpshift.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.keycloakhelpshift.console.HelpshiftPage.patiently;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.RealmImport;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Walks through docs/set-up.md, clicking only, and takes its pictures: {@code bin/test
 * -Dit.test=SetUpIT -Dscreenshots=docs/images}.
 */
@ExtendWith(KeycloakExtension.class)
@DisplayName("The five-minute set-up")
class SetUpIT {

  private static final String REALM = "acme";
  private static final String DOMAIN = "happyapps";
  private static final String PLATFORM_ID = "happyapps_platform_20260101000000000-abc";
  private static final int MOST_CLICKS = 12;
  private static final int MOST_INPUTS = 4;

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final KeycloakServer server;
  private final Screenshots screenshots = new Screenshots();
  private final Page page;

  SetUpIT(KeycloakServer server) {
    this.server = server;
    this.page = CHROMIUM.context(new NewContextOptions().setViewportSize(1200, 829)).newPage();
    server
        .admin()
        .post(
            "",
            RealmImport.quick(
                Json.object(
                        "{'enabled': true, 'sslRequired': 'none',"
                            + " 'clients': [{'clientId': 'web', 'publicClient': true,"
                            + " 'redirectUris': ['http://localhost:3000/*'],"
                            + " 'webOrigins': ['http://localhost:3000']}],"
                            + " 'users': [{'username': 'ada', 'enabled': true, 'emailVerified': true,"
                            + " 'email': 'ada@example.com', 'firstName': 'Ada', 'lastName': 'L',"
                            + " 'credentials': [{'type': 'password', 'value': 'ada'}]}]}")
                    .put("realm", REALM)));
  }

  @AfterEach
  void removeRealm() {
    server.admin().delete("/" + REALM);
    server.admin().put("/master", Json.object("{'adminTheme': ''}"));
  }

  @Test
  @DisplayName("leads from an empty realm to no problems and a player looked at, by a few clicks")
  void onThePage() {
    AdminConsole console = logIn("master");
    Hands hands = new Hands();
    hands.click(page.locator("#nav-item-realm-settings"));
    hands.click(console.id("rs-themes-tab"));
    hands.click(page.locator("#kc-admin-theme"));
    hands.click(console.option("helpshift"));
    picture("1-theme");
    hands.click(console.id("themes-tab-save"));
    console.awaitSuccess();
    page.navigate(server.url() + "/admin/master/console/#/" + REALM);
    page.reload();

    HelpshiftPage helpshift = HelpshiftPage.of(page);
    hands.click(helpshift.entry());
    hands.fill(helpshift.input("Helpshift domain"), DOMAIN);
    hands.fill(helpshift.input("Platform id"), PLATFORM_ID);
    hands.fill(helpshift.input("Shared secret"), RealmTemplate.SECRET);
    helpshift.part("Set up").scrollIntoViewIfNeeded();
    picture("2-set-up");
    hands.click(helpshift.button("Save"));
    helpshift.text("Saved.").waitFor();
    hands.click(helpshift.toggle("web"));
    assertThat(helpshift.part("Check")).containsText("No problems found", patiently());
    helpshift.dialog().evaluate("dialog => dialog.scrollTo(0, 0)");
    picture("3-check");
    hands.fill(helpshift.input("User"), "ada");
    hands.click(helpshift.button("Look"));
    assertThat(helpshift.part("Look at a user"))
        .containsText("Helpshift would recognise this user.", patiently());
    helpshift.part("Look at a user").scrollIntoViewIfNeeded();
    picture("4-user");

    helpshift.button("Back to the console").click();
    page.waitForURL(Pattern.compile("#/" + REALM + "$"));

    assertThat(hands.clicks).as("clicks").isLessThanOrEqualTo(MOST_CLICKS);
    assertThat(hands.inputs).as("inputs").isLessThanOrEqualTo(MOST_INPUTS);
    assertTokenIsSigned();
  }

  @Test
  @DisplayName("leads from an empty realm to a signed token by Keycloak's own forms")
  void byTheStockForms() {
    AdminConsole console = logIn(REALM);
    console.menu("realm-settings");
    console.id("rs-keys-tab").click();
    console.id("rs-providers-tab").click();
    console.id("addProviderDropdown").click();
    console.choice("helpshift-secret").click();
    console.id("name").fill("helpshift");
    console.id("config.secret").fill(RealmTemplate.SECRET);
    picture("without-theme-secret");
    console.id("add-provider-button").click();
    console.awaitSuccess();

    console.menu("client-scopes");
    console.button("Create client scope").click();
    console.id("name").fill("helpshift");
    console.button("Save").click();
    console.awaitSuccess();
    console.id("mappers").click();
    console.button("Configure a new mapper").click();
    console.choice("Helpshift identity token").click();
    console.id("name").fill("helpshift");
    console.id("helpshift.domain").fill(DOMAIN);
    console.id("helpshift.platform_id").fill(PLATFORM_ID);
    console.id("helpshift.domain").evaluate("input => input.scrollIntoView({block: 'center'})");
    picture("without-theme-mapper");
    console.button("Save").click();
    console.awaitSuccess();

    console.menu("clients");
    page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("web").setExact(true))
        .click();
    console.id("clientScopesTab").click();
    console.button("Add client scope").click();
    page.getByRole(AriaRole.DIALOG)
        .getByRole(
            AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("helpshift")))
        .getByRole(AriaRole.CHECKBOX)
        .check();
    console.button("Add").click();
    page.getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Default")).click();
    console.awaitSuccess();

    assertTokenIsSigned();
  }

  /** Counts what the admin does. */
  private static final class Hands {

    private int clicks;
    private int inputs;

    void click(Locator target) {
      target.click();
      clicks++;
    }

    void fill(Locator input, String text) {
      input.fill(text);
      inputs++;
    }
  }

  private AdminConsole logIn(String realm) {
    return AdminConsole.logIn(page, server, "master", LocalKeycloak.ADMIN, realm);
  }

  private void assertTokenIsSigned() {
    TestRealm realm = TestRealm.existing(server, REALM);
    Answer answer = realm.token().bearer(realm.browser().login("web", "ada").access()).post();
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    JsonNode identities =
        Jose.verified(answer.json().get("identity_token").asText(), RealmTemplate.SECRET)
            .get("identities");
    assertThat(identities.findValuesAsText("value"))
        .containsExactly(realm.userId("ada"), "ada@example.com");
  }

  private void picture(String name) {
    screenshots.take(page, name);
  }
}
