package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Deployment;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** A Keycloak as it comes, without any experimental feature: only the tab is missing. */
class WithoutFeaturesIT {

  @Test
  @DisabledIfSystemProperty(
      named = KeycloakExtension.KIND,
      matches = KeycloakExtension.IN_CONTAINER,
      disabledReason = "It starts a Keycloak of its own, which is in no container")
  void everythingButTheTabWorks() {
    try (LocalKeycloak server =
        KeycloakExtension.startAnother("keycloak-plain", Deployment.alone())) {
      TestRealm realm = working().user("ada", "{'email': 'a@example.com'}").create(server);

      assertThat(realm.token().bearer(realm.browser().login("web", "ada").access()).post().status())
          .isEqualTo(200);
      JsonNode settings = realm.admin().get(realm.path("/helpshift/settings"));
      assertThat(settings.at("/settings/helpshift.domain").asText()).isEqualTo("acme");
      assertThat(
              realm
                  .admin()
                  .get(
                      realm.path("/components?type=org.keycloak.services.ui.extend.UiTabProvider")))
          .isEmpty();
    }
  }
}
