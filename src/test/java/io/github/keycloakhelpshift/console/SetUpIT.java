package io.github.keycloakhelpshift.console;

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

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final KeycloakServer server;
  private final Screenshots screenshots = new Screenshots();
  private final AdminConsole console;

  SetUpIT(KeycloakServer server) {
    this.server = server;
    server
        .admin()
        .post("", Json.object("{'enabled': true, 'sslRequired': 'none'}").put("realm", REALM));
    Page page = CHROMIUM.context(new NewContextOptions().setViewportSize(1200, 829)).newPage();
    console = AdminConsole.logIn(page, server, "master", LocalKeycloak.ADMIN, REALM);
  }

  @AfterEach
  void removeRealm() {
    server.admin().delete("/" + REALM);
  }

  @Test
  @DisplayName("leads from an empty realm to a signed token by the tab")
  void byTheTab() {
    addSecret();
    SettingsTabPage tab = console.settingsTab();
    tab.text("domain").fill(DOMAIN);
    tab.text("platform_id").fill(PLATFORM_ID);
    showTop();
    picture("2-settings");
    tab.save();
    addScope();
    addMapper();
    picture("4-mapper");
    saveMapper();
    addClient();
    optIn();
    addUser();

    assertTokenIsSigned();
    assertThat(server.admin().get("/" + REALM).at("/attributes/helpshift.domain").asText())
        .isEqualTo(DOMAIN);
  }

  @Test
  @DisplayName("leads from an empty realm to a signed token by the stock forms only")
  void byTheStockForms() {
    addSecret();
    addScope();
    addMapper();
    console.id("helpshift.domain").fill(DOMAIN);
    console.id("helpshift.platform_id").fill(PLATFORM_ID);
    console.id("helpshift.domain").evaluate("input => input.scrollIntoView({block: 'center'})");
    picture("4-mapper-without-tab");
    saveMapper();
    addClient();
    optIn();
    addUser();

    assertTokenIsSigned();
  }

  private void addSecret() {
    console.menu("realm-settings");
    console.id("rs-keys-tab").click();
    console.id("rs-providers-tab").click();
    console.id("addProviderDropdown").click();
    console.choice("helpshift-secret").hover();
    picture("1-add-provider");
    console.choice("helpshift-secret").click();
    console.id("name").fill("helpshift");
    console.id("config.secret").fill(RealmTemplate.SECRET);
    picture("1-secret");
    console.id("add-provider-button").click();
    console.awaitSuccess();
  }

  private void addScope() {
    console.menu("client-scopes");
    console.button("Create client scope").click();
    console.id("name").fill("helpshift");
    picture("3-client-scope");
    console.button("Save").click();
    console.awaitSuccess();
  }

  private void addMapper() {
    console.id("mappers").click();
    console.button("Configure a new mapper").click();
    console.choice("Helpshift identity token").hover();
    picture("4-mappers");
    console.choice("Helpshift identity token").click();
    console.id("name").fill("helpshift");
  }

  private void saveMapper() {
    console.button("Save").click();
    console.awaitSuccess();
  }

  /** A client as any web app has one. */
  private void addClient() {
    console.menu("clients");
    console.button("Create client").click();
    console.id("clientId").fill("web");
    console.button("Next").click();
    console.id("standard").waitFor();
    console.button("Next").click();
    console.id("redirectUris0").fill(RealmTemplate.WEB_ORIGIN + "/*");
    console.id("webOrigins0").fill(RealmTemplate.WEB_ORIGIN);
    console.button("Save").click();
    console.awaitSuccess();
  }

  private void optIn() {
    console.id("clientScopesTab").click();
    console.button("Add client scope").click();
    console
        .page()
        .getByRole(AriaRole.DIALOG)
        .getByRole(
            AriaRole.ROW, new Locator.GetByRoleOptions().setName(Pattern.compile("helpshift")))
        .getByRole(AriaRole.CHECKBOX)
        .check();
    console.button("Add").click();
    picture("5-client");
    console
        .page()
        .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName("Default"))
        .click();
    console.awaitSuccess();
  }

  /** Adds a normal user, whose password is the username. */
  private void addUser() {
    console.menu("users");
    console.button("Create new user").click();
    console.toggle("emailVerified");
    console.id("username").fill("ada");
    console.id("email").fill("ada@example.com");
    console.id("firstName").fill("Ada");
    console.id("lastName").fill("Lovelace");
    console.id("user-creation-save").click();
    console.awaitSuccess();
    console.id("credentials").click();
    console.button("Set password").click();
    console.id("passwordField").fill("ada");
    console.id("passwordConfirmationField").fill("ada");
    console.toggle("temporaryPassword");
    console.button("Save").click();
    console.button("Save password").click();
    console.awaitSuccess();
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

  private void showTop() {
    console.page().locator("main").evaluate("main => main.scrollTo(0, 0)");
  }

  private void picture(String name) {
    console.closeAlerts();
    screenshots.take(console.page(), name);
  }
}
