package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.TestRealm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;

/** The admin API in a realm with fine-grained admin permissions (v2): an agent may see one user. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class FineGrainedPermissionsIT {

  private TestRealm realm;

  @BeforeAll
  void realm(KeycloakServer server) {
    realm =
        working()
            .with("{'adminPermissionsEnabled': true}")
            .user("ada", "{'email': 'ada@example.com'}")
            .user("bob", "{'email': 'bob@example.com'}")
            .user("agent", "{'clientRoles': {'realm-management': ['query-users']}}")
            .user("stranger", "{}")
            .create(server);
    realm.permitToView("agent", "ada");
  }

  @Test
  void previewsWhomTheAgentMayView() {
    Answer preview = get("agent", "users/" + realm.userId("ada") + "/preview");

    assertThat(preview.status()).isEqualTo(200);
    assertThat(preview.json().at("/payload/identities/0/value").asText())
        .isEqualTo(realm.userId("ada"));
  }

  @Test
  void refusesToPreviewAnybodyElse() {
    assertThat(get("agent", "users/" + realm.userId("bob") + "/preview").status()).isEqualTo(403);
    assertThat(get("stranger", "users/" + realm.userId("ada") + "/preview").status())
        .isEqualTo(403);
  }

  @Test
  void streamsTheProfilesOfThoseAlone() {
    assertThat(get("agent", "profiles").orFail().body().lines())
        .singleElement()
        .asString()
        .contains(realm.userId("ada"));
    assertThat(get("agent", "profiles/summary").json().get("users").asInt()).isEqualTo(1);
    assertThat(get("stranger", "profiles").status()).isEqualTo(403);
  }

  @Test
  void keepsTheRealmsSettingsFromTheAgent() {
    assertThat(get("agent", "settings").status()).isEqualTo(403);
    assertThat(get("agent", "check").status()).isEqualTo(403);
  }

  private Answer get(String admin, String path) {
    return Http.get(realm.server().url() + "/admin/realms/" + realm.name() + "/helpshift/" + path)
        .bearer(realm.oidc().login("admin-cli", admin).access())
        .send();
  }
}
