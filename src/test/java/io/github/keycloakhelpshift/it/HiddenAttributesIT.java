package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.OpenApi;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Attributes that the user profile hides from admins are in the token, but in no answer to an
 * admin.
 */
@ExtendWith(KeycloakExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class HiddenAttributesIT {

  private static final OpenApi OPEN_API = OpenApi.ofDocs();

  private static final String HIDDEN = "hidden-7656";

  private KeycloakServer server;
  private TestRealm realm;

  @BeforeAll
  void realm(KeycloakServer server) {
    this.server = server;
    realm =
        working()
            .attribute("helpshift.identity.steam_id", "steam")
            .attribute("helpshift.identity.uid.metadata.steam", "steam")
            .attribute("helpshift.user_data.global.display_name", "steam")
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .user(
                "helpdesk", "{'clientRoles': {'realm-management': ['view-users', 'view-clients']}}")
            .user("ann", "{'firstName': 'Ann', 'attributes': {'steam': ['" + HIDDEN + "']}}")
            .create(server);
    realm
        .admin()
        .put(
            realm.path("/users/profile"),
            Json.of(
                "{'attributes': [{'name': 'username'}, {'name': 'email'},"
                    + " {'name': 'firstName', 'permissions': {'view': ['admin'], 'edit': []}},"
                    + " {'name': 'steam', 'permissions': {'view': ['user'], 'edit': []}}]}"));
  }

  @Test
  void areHiddenInThePreviewAndNamed() {
    Answer answer = call("users/" + realm.userId("ann") + "/preview?client_id=web");

    assertThat(call("users/" + realm.userId("ann")).body())
        .as("Keycloak's own answer")
        .contains("Ann")
        .doesNotContain(HIDDEN);
    assertThat(answer.body()).doesNotContain(HIDDEN);
    JsonNode preview = answer.json();
    assertThat(preview.get("would_be_signed").asBoolean()).isTrue();
    assertThat(preview.at("/payload/identities").size()).isEqualTo(1);
    assertThat(preview.at("/user_data/global")).isEqualTo(Json.of("{'first_name': 'Ann'}"));
    assertThat(preview.get("left_out"))
        .extracting(one -> one.get("identifier").asText() + " " + one.get("reason").asText())
        .contains("steam_id HIDDEN", "uid HIDDEN");
    assertThat(preview.get("user_data_left_out").toString()).contains("global.display_name");
  }

  @Test
  void areSignedAllTheSame() {
    realm.setAttribute("helpshift.identity.uid", "steam");
    try {
      JsonNode preview = call("users/" + realm.userId("ann") + "/preview?client_id=web").json();
      assertThat(preview.get("would_be_signed").asBoolean()).isTrue();
      assertThat(preview.has("payload")).isFalse();
      assertThat(
              TokenAnswers.assertIssued(
                  realm.token().bearer(realm.oidc().login("web", "ann").access()).post()))
          .isEqualTo(Map.of("uid", HIDDEN, "steam_id", HIDDEN));
    } finally {
      realm.setAttribute("helpshift.identity.uid", "");
    }
  }

  @Test
  void areInNoProfile() {
    Answer profiles = call("profiles");

    assertThat(profiles.body()).contains("Ann").doesNotContain(HIDDEN);
  }

  /** Calls as an admin who may view users. */
  private Answer call(String path) {
    boolean keycloaks = path.matches("users/[^/]+");
    String whole = "/admin/realms/" + realm.name() + (keycloaks ? "/" : "/helpshift/") + path;
    Answer answer =
        Http.get(server.url() + whole)
            .bearer(realm.oidc().login("admin-cli", "helpdesk").access())
            .send()
            .orFail();
    return keycloaks ? answer : OPEN_API.require("GET", whole, answer);
  }
}
