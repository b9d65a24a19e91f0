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
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The console sends the whole realm, as it was when its page was loaded. */
@ExtendWith(KeycloakExtension.class)
@DisplayName("A save of the realm")
class ConsoleSaveIT {

  private static final String OWNER = "{'clientRoles': {'realm-management': ['realm-admin']}}";

  private final KeycloakServer server;

  ConsoleSaveIT(KeycloakServer server) {
    this.server = server;
  }

  @ParameterizedTest(name = "PUT /admin/realms/acme{0}")
  @ValueSource(strings = {"/ui-ext", ""})
  @DisplayName("by the admin console leaves the settings as they are")
  void byTheConsole(String path) {
    TestRealm realm =
        working().attribute("helpshift.tags", "role:vip").user("owner", OWNER).create(server);
    realm.updateClient("security-admin-console", "{'directAccessGrantsEnabled': true}");
    ObjectNode stale = (ObjectNode) realm.admin().get(realm.path(""));
    stale.put("displayName", "New name").withObject("attributes").put("own", "new");
    realm
        .admin()
        .put(
            realm.path("/helpshift/settings"),
            Json.object("{'settings': {'helpshift.domain': 'saved'}}"));
    realm.setAttribute("helpshift.unknown", "kept");

    put(realm.path(path), realm.oidc().login("security-admin-console", "owner"), stale).orFail();

    assertThat(realm.admin().get(realm.path("")).get("displayName").asText()).isEqualTo("New name");
    JsonNode attributes = attributes(realm);
    assertThat(attributes.path("own").asText()).isEqualTo("new");
    assertThat(attributes.path("helpshift.domain").asText()).isEqualTo("saved");
    assertThat(attributes.path("helpshift.unknown").asText()).isEqualTo("kept");
    assertThat(attributes.has("helpshift.tags")).isFalse();
  }

  @Test
  @DisplayName("by another client sets the settings that it sends")
  void byAnotherClient() {
    TestRealm realm = working().user("owner", OWNER).create(server);
    ObjectNode changed = (ObjectNode) realm.admin().get(realm.path(""));
    changed
        .withObject("attributes")
        .put("helpshift.domain", "byrest")
        .remove("helpshift.platform_id");

    put(realm.path(""), realm.oidc().login("admin-cli", "owner"), changed).orFail();

    assertThat(attributes(realm).path("helpshift.domain").asText()).isEqualTo("byrest");
    assertThat(attributes(realm).has("helpshift.platform_id")).isFalse();
  }

  private Answer put(String path, TokenSet admin, ObjectNode realm) {
    return Http.request("PUT", server.url() + "/admin/realms" + path, realm.toString())
        .header("Content-Type", "application/json")
        .bearer(admin.access())
        .send();
  }

  private static JsonNode attributes(TestRealm realm) {
    return realm.admin().get(realm.path("")).get("attributes");
  }
}
