package io.github.keycloakhelpshift.it;

import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(KeycloakExtension.class)
class RemovedTabIT {

  @Test
  @DisplayName("a realm with the former tab's component works without the feature declarative-ui")
  void isHarmless(KeycloakServer server) {
    RemovedTabs.assertHarmless(server);
  }
}
