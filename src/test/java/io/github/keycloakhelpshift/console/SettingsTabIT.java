package io.github.keycloakhelpshift.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.browser.Chromium;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.SinceKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

@ExtendWith(KeycloakExtension.class)
@DisplayName("The tab Realm settings > Helpshift")
class SettingsTabIT {

  @RegisterExtension static final Chromium CHROMIUM = new Chromium();

  private final KeycloakServer server;

  SettingsTabIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  @SinceKeycloak(value = "26.5", because = "the console had no input for identity providers")
  @DisplayName("shows what the realm's attributes are, before and after it has been saved")
  void shows() {
    TestRealm realm =
        working()
            .attribute("helpshift.identity.discord_id", "idp:discord")
            .attribute("helpshift.identity.steam_id", "steamId")
            .attribute("helpshift.tags", "role:vip,group:/beta")
            .attribute("helpshift.login_pages", "true")
            .attribute("helpshift.email_policy", "any")
            .attribute("helpshift.user_data.global.full_name", "name")
            .create(server);
    SettingsTabPage tab = open(realm);
    assertThat(tab.text("domain")).hasValue("acme");
    assertThat(tab.text("identity_steam_id")).hasValue("steamId");
    assertThat(tab.row("identity_discord_id_provider")).containsText("discord");
    assertThat(tab.row("email_policy")).containsText("any");
    assertThat(tab.row("tags").locator("input").first()).hasValue("role:vip");
    assertThat(tab.row("tags").locator("input").last()).hasValue("group:/beta");
    assertThat(tab.switchOf("login_pages")).isChecked();
    assertThat(tab.cell("user_data_global", 0, "key")).hasValue("full_name");
    assertThat(tab.cell("user_data_global", 0, "value")).hasValue("name");

    tab.text("domain").fill("saved");
    tab.save();
    realm.setAttribute("helpshift.platform_id", "set-elsewhere");

    tab.reload();
    assertThat(tab.text("domain")).hasValue("saved");
    assertThat(tab.text("platform_id")).hasValue("set-elsewhere");
  }

  @Test
  @SinceKeycloak(value = "26.5", because = "the console had no input for identity providers")
  @DisplayName("saves what was chosen, and nothing else")
  void saves() {
    TestRealm realm = working().create(server);
    realm.makeIdentityProvider("discord");
    SettingsTabPage tab = open(realm);
    tab.choose("identity_steam_id", "username");
    tab.choose("identity_discord_id_provider", "discord");
    tab.toggle("login_pages");
    tab.addRow("widget");
    tab.cell("widget", 0, "key").fill("position");
    tab.cell("widget", 0, "value").fill("bottom-left");
    realm.setAttribute("helpshift.platform_id", "set-meanwhile");
    tab.save();

    assertThat(ours(realm))
        .isEqualTo(
            """
            helpshift.domain=acme
            helpshift.identity.discord_id=idp:discord
            helpshift.identity.steam_id=username
            helpshift.login_pages=true
            helpshift.platform_id=set-meanwhile
            helpshift.widget.position=bottom-left
            """);

    tab.toggle("login_pages");
    tab.text("domain").fill("");
    tab.save();
    assertThat(ours(realm))
        .doesNotContain("helpshift.domain")
        .contains("helpshift.login_pages=false", "helpshift.platform_id=set-meanwhile");
  }

  @Test
  @DisplayName("keeps what it saved when other tabs are saved after it")
  void otherTabs() {
    TestRealm realm = working().create(server);
    AdminConsole console = logIn(realm, "master", LocalKeycloak.ADMIN);
    SettingsTabPage tab = console.settingsTab();
    tab.text("domain").fill("saved");
    tab.save();

    console.id("rs-themes-tab").click();
    console.chooseTheme("account", "helpshift");
    console.id("themes-tab-save").click();
    console.awaitSuccess();
    assertThat(realm.admin().get(realm.path("")).get("accountTheme").asText())
        .isEqualTo("helpshift");
    assertThat(ours(realm)).contains("helpshift.domain=saved");

    realm.setAttribute("helpshift.platform_id", "set-elsewhere");
    console.id("rs-login-tab").click();
    console.toggle("kc-user-reg-switch");
    console.awaitSuccess();
    assertThat(ours(realm)).contains("helpshift.domain=saved", "set-elsewhere");
  }

  @Test
  @DisplayName("names the field of an invalid value")
  void refuses() {
    TestRealm realm = working().create(server);
    SettingsTabPage tab = open(realm);
    tab.text("domain").fill("https://acme.helpshift.com/");

    assertThat(tab.saveAndFail()).contains("Helpshift domain is not a Helpshift domain");
    assertThat(ours(realm)).contains("helpshift.domain=acme");
  }

  @Test
  @DisplayName("speaks German")
  void german() {
    TestRealm realm =
        working()
            .with(
                "{'internationalizationEnabled': true, 'supportedLocales': ['de', 'en'],"
                    + " 'defaultLocale': 'de'}")
            .user(
                "heidi",
                "{'email': 'heidi@example.com', 'firstName': 'Heidi', 'lastName': 'H',"
                    + " 'attributes': {'locale': ['de']},"
                    + " 'clientRoles': {'realm-management': ['realm-admin']}}")
            .create(server);
    SettingsTabPage tab = open(realm, realm.name(), "heidi");
    assertThat(tab.row("domain")).containsText("Helpshift-Domain");
    assertThat(tab.row("login_pages")).containsText("Chat auf Anmeldeseiten");
    tab.text("platform_id").fill("a b");

    assertThat(tab.saveAndFail()).contains("Plattform-ID");
  }

  private SettingsTabPage open(TestRealm realm) {
    return open(realm, "master", LocalKeycloak.ADMIN);
  }

  private SettingsTabPage open(TestRealm realm, String adminsRealm, String admin) {
    return logIn(realm, adminsRealm, admin).settingsTab();
  }

  private AdminConsole logIn(TestRealm realm, String adminsRealm, String admin) {
    return AdminConsole.logIn(
        CHROMIUM.context().newPage(), server, adminsRealm, admin, realm.name());
  }

  private static String ours(TestRealm realm) {
    JsonNode attributes = realm.admin().get(realm.path("")).get("attributes");
    return attributes.properties().stream()
        .filter(attribute -> attribute.getKey().startsWith("helpshift."))
        .map(attribute -> attribute.getKey() + "=" + attribute.getValue().asText() + "\n")
        .sorted()
        .reduce("", String::concat);
  }
}
