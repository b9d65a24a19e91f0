package io.github.keycloakhelpshift.cluster;

import static io.github.keycloakhelpshift.cluster.Cluster.assertToken;
import static io.github.keycloakhelpshift.cluster.Cluster.on;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("An update of the extension, one node after the other")
class RollingUpdateIT {

  @Test
  @DisplayName("sessions, settings and tokens go on while two builds run side by side")
  void updatesOneNodeAfterTheOther() {
    Path build = Path.of(System.getProperty("extension.jar"));
    Path previous = Path.of(System.getProperty("previous.extension.jar"));
    try (Cluster cluster = new Cluster(build.resolveSibling("keycloak-rolling"))) {
      LocalKeycloak old = cluster.addNode("old", previous);
      LocalKeycloak older = cluster.addNode("older", previous);
      TestRealm realm =
          working().with("{'accessTokenLifespan': 3600}").user("ada", "{}").create(old);
      String ada = realm.userId("ada");
      TokenSet session = realm.oidc().login("web", "ada");
      assertToken(ada, on(older, realm), session);

      cluster.removeNode(older);
      LocalKeycloak updated = cluster.addNode("updated", build);
      assertToken(ada, on(old, realm), session);
      assertToken(ada, on(updated, realm), session);
      assertToken(ada, on(old, realm), on(updated, realm).oidc().login("web", "ada"));
      on(updated, realm).setAttribute("helpshift.login_pages", "true");
      assertThat(realm.admin().get(realm.path("/helpshift/settings")).toString())
          .contains("\"helpshift.login_pages\":\"true\"");

      cluster.removeNode(old);
      assertToken(ada, on(updated, realm), session);
    }
  }
}
