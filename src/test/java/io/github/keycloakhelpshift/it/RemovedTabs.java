package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.TestRealm;

/** Realms with the component that the tab <em>Realm settings &gt; Helpshift</em> saved. */
final class RemovedTabs {

  private static final String TYPE = "org.keycloak.services.ui.extend.UiTabProvider";

  private RemovedTabs() {}

  /** Such a realm can be imported, works, can be exported, and loses the component when asked. */
  static void assertHarmless(KeycloakServer server) {
    TestRealm realm =
        working()
            .with("{'components': {'" + TYPE + "': [{'name': 'tab', 'providerId': 'Helpshift'}]}}")
            .user("ada", "{'email': 'ada@example.com'}")
            .create(server);
    assertThat(realm.token().bearer(realm.browser().login("web", "ada").access()).post().status())
        .isEqualTo(200);
    JsonNode export =
        realm.admin().send("POST", realm.path("/partial-export"), "{}").orFail().json();
    assertThat(export.at("/components").path(TYPE).path(0).path("providerId").asText())
        .isEqualTo("Helpshift");

    JsonNode components = realm.admin().get(realm.path("/components?type=" + TYPE));
    assertThat(components).hasSize(1);
    realm.admin().delete(realm.path("/components/" + components.at("/0/id").asText()));
    assertThat(realm.admin().get(realm.path("/components?type=" + TYPE))).isEmpty();
  }
}
