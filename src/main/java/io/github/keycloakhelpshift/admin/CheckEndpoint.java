package io.github.keycloakhelpshift.admin;

import jakarta.ws.rs.core.Response;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

final class CheckEndpoint {
  CheckEndpoint(KeycloakSession session, RealmModel realm) {}

  Response get() {
    return null;
  }
}
