package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.ServerLog;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The tab, as the console reads and saves it: a component. */
@ExtendWith(KeycloakExtension.class)
class TabComponentIT {

  private static final String TYPE = "org.keycloak.services.ui.extend.UiTabProvider";
  private static final String BOSS = "{'clientRoles': {'realm-management': ['realm-admin']}}";

  private final KeycloakServer server;

  TabComponentIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  void showsWhatTheRealmsAttributesAreHoweverTheyWereSet() {
    TestRealm realm =
        working()
            .attribute("helpshift.tags", "role:vip,group:/beta")
            .attribute("helpshift.identity.discord_id", "idp:discord")
            .create(server);
    assertThat(shown(realm, "domain")).containsExactly("acme");
    assertThat(shown(realm, "tags")).containsExactly("role:vip", "group:/beta");
    assertThat(shown(realm, "identity_discord_id_provider")).containsExactly("discord");
    assertThat(shown(realm, "email_policy")).containsExactly("verified");

    save(realm, open(realm), "domain", "saved").orFail();
    assertThat(shown(realm, "domain")).containsExactly("saved");

    realm.setAttribute("helpshift.domain", "byrest");
    assertThat(shown(realm, "domain")).containsExactly("byrest");

    realm
        .admin()
        .put(
            realm.path("/helpshift/settings"),
            Json.object("{'settings': {'helpshift.platform_id': 'p'}}"));
    assertThat(shown(realm, "domain")).isEmpty();
    assertThat(shown(realm, "platform_id")).containsExactly("p");
  }

  @Test
  void savesOnlyWhatChanged() {
    TestRealm realm = working().attribute("helpshift.unknown", "kept").create(server);
    ObjectNode form = open(realm);
    realm.setAttribute("helpshift.platform_id", "meanwhile");

    save(realm, form, "domain", "mine").orFail();

    JsonNode attributes = attributes(realm);
    assertThat(attributes.path("helpshift.domain").asText()).isEqualTo("mine");
    assertThat(attributes.path("helpshift.platform_id").asText()).isEqualTo("meanwhile");
    assertThat(attributes.path("helpshift.unknown").asText()).isEqualTo("kept");
    assertThat(attributes.has("helpshift.email_policy")).isFalse();
    assertThat(attributes.has("helpshift.login_pages")).isFalse();
  }

  /** The console does not load the form again after a save. */
  @Test
  void savesAFormAgainAndAgain() {
    TestRealm realm = working().create(server);
    ObjectNode form = open(realm);

    save(realm, form, "domain", "second").orFail();
    form.put("id", open(realm).get("id").asText());
    save(realm, form, "domain", "acme").orFail();
    assertThat(attributes(realm).path("helpshift.domain").asText()).isEqualTo("acme");

    save(realm, form, "domain", "").orFail();
    assertThat(attributes(realm).has("helpshift.domain")).isFalse();
  }

  @Test
  void keepsNoCopyOfItsOwn() {
    TestRealm realm = working().create(server);
    save(realm, open(realm), "domain", "copied").orFail();
    save(realm, open(realm), "domain", "again").orFail();

    JsonNode export =
        realm.admin().send("POST", realm.path("/partial-export"), "{}").orFail().json();

    assertThat(export.at("/components").path(TYPE).path(0).path("config")).isEmpty();
    assertThat(export.at("/attributes/helpshift.domain").asText()).isEqualTo("again");
  }

  /** Its attributes come first, and the tab is not what was wrong with them. */
  @Test
  void letsARealmWithABrokenSettingBeImported() {
    TestRealm realm =
        working()
            .attribute("helpshift.domain", "https://acme.helpshift.com/")
            .with("{'components': {'" + TYPE + "': [{'name': 'tab', 'providerId': 'Helpshift'}]}}")
            .create(server);

    assertThat(shown(realm, "domain")).containsExactly("https://acme.helpshift.com/");
    assertThat(save(realm, open(realm), "platform_id", "p2").status()).isEqualTo(400);
  }

  @Test
  void namesEveryInvalidFieldAndSavesNothing() {
    TestRealm realm = working().create(server);
    ObjectNode form = open(realm);
    form.withObject("config").putArray("web_chat_url").add("nonsense");
    form.withObject("config").putArray("widget").add("[{\"key\":\"domain\",\"value\":\"x\"}]");

    Answer answer = save(realm, form, "domain", "https://acme.helpshift.com/");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errorMessage").asText())
        .contains("Helpshift domain is not")
        .contains("Widget options (helpshift.widget.domain) is set by this extension")
        .contains("Web Chat address is not");
    assertThat(attributes(realm).path("helpshift.domain").asText()).isEqualTo("acme");
  }

  @Test
  void neitherShowsNorTakesALiteralSecret(KeycloakServer server) {
    String literal = "a-literal-secret-that-nobody-may-see-0123456789";
    TestRealm realm = working().attribute("helpshift.secret", literal).create(server);

    assertThat(open(realm).toString()).doesNotContain(literal);
    ServerLog.Mark mark = server.log().mark();

    Answer answer = save(realm, open(realm), "secret", literal);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .contains("Shared secret from the vault is not")
        .doesNotContain(literal);
    assertThat(mark.since()).doesNotContain(literal);
  }

  @Test
  void leavesAloneWhatAScriptDoesNotName() {
    TestRealm realm = working().create(server);
    ObjectNode component =
        Json.object("{'providerId': 'Helpshift', 'config': {'domain': ['scripted']}}")
            .put("providerType", TYPE);

    realm.admin().post(realm.path("/components"), component);

    assertThat(attributes(realm).path("helpshift.domain").asText()).isEqualTo("scripted");
    assertThat(attributes(realm).path("helpshift.platform_id").asText())
        .isEqualTo("acme_platform_1");
  }

  /** The console sends the whole realm, as it was when its page was loaded. */
  @ParameterizedTest
  @ValueSource(strings = {"/ui-ext", ""})
  void whatTheConsoleSavesElsewhereLeavesTheSettingsAlone(String path) {
    TestRealm realm =
        working().attribute("helpshift.tags", "role:vip").user("boss", BOSS).create(server);
    realm.updateClient("security-admin-console", "{'directAccessGrantsEnabled': true}");
    ObjectNode stale = (ObjectNode) realm.admin().get(realm.path(""));
    stale.put("displayName", "New name").withObject("attributes").put("own", "new");
    save(realm, open(realm), "domain", "saved").orFail();
    save(realm, open(realm), "tags", "").orFail();
    realm.setAttribute("helpshift.unknown", "kept");

    put(realm.path(path), realm.oidc().login("security-admin-console", "boss"), stale).orFail();

    assertThat(realm.admin().get(realm.path("")).get("displayName").asText()).isEqualTo("New name");
    JsonNode attributes = attributes(realm);
    assertThat(attributes.path("own").asText()).isEqualTo("new");
    assertThat(attributes.path("helpshift.domain").asText()).isEqualTo("saved");
    assertThat(attributes.path("helpshift.unknown").asText()).isEqualTo("kept");
    assertThat(attributes.has("helpshift.tags")).isFalse();
  }

  @Test
  void whoeverElseUpdatesTheRealmSetsItsSettings() {
    TestRealm realm = working().user("boss", BOSS).create(server);
    ObjectNode changed = (ObjectNode) realm.admin().get(realm.path(""));
    changed
        .withObject("attributes")
        .put("helpshift.domain", "byrest")
        .remove("helpshift.platform_id");

    put(realm.path(""), realm.oidc().login("admin-cli", "boss"), changed).orFail();

    assertThat(attributes(realm).path("helpshift.domain").asText()).isEqualTo("byrest");
    assertThat(attributes(realm).has("helpshift.platform_id")).isFalse();
  }

  private Answer put(String path, TokenSet admin, ObjectNode realm) {
    return Http.request("PUT", server.url() + "/admin/realms" + path, realm.toString())
        .header("Content-Type", "application/json")
        .bearer(admin.access())
        .send();
  }

  /** The tab's component, as the console gets it when the tab is opened. */
  private static ObjectNode open(TestRealm realm) {
    JsonNode tabs = realm.admin().get(realm.path("/components?type=" + TYPE));
    assertThat(tabs).hasSize(1);
    return (ObjectNode) tabs.get(0);
  }

  private static Answer save(TestRealm realm, ObjectNode form, String field, String value) {
    form.withObject("config").putArray(field).add(value);
    return form.has("id")
        ? realm.admin().send("PUT", realm.path("/components/" + form.get("id").asText()), form)
        : realm.admin().send("POST", realm.path("/components"), form);
  }

  private static List<String> shown(TestRealm realm, String field) {
    return StreamSupport.stream(open(realm).at("/config").path(field).spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static JsonNode attributes(TestRealm realm) {
    return realm.admin().get(realm.path("")).get("attributes");
  }
}
