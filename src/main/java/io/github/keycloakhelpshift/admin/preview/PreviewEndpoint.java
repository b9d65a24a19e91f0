package io.github.keycloakhelpshift.admin.preview;

import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.admin.access.AdminResponses;
import io.github.keycloakhelpshift.client.ClientSettings;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** {@code users/{id}/preview}: what a user's token would say, for admins who may view that user. */
public final class PreviewEndpoint {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissions permissions;

  public PreviewEndpoint(KeycloakSession session, RealmModel realm, AdminPermissions permissions) {
    this.session = session;
    this.realm = realm;
    this.permissions = permissions;
  }

  public Response get(String userId, String clientId) {
    UserModel user = session.users().getUserById(realm, userId);
    if (user == null) {
      // As Keycloak's own: who may not ask must not learn which ids there are.
      throw permissions.canQueryUsers()
          ? new NotFoundException("User not found")
          : new ForbiddenException();
    }
    permissions.requireView(user);
    if (clientId == null || clientId.isBlank()) {
      return AdminResponses.json(Preview.of(session, realm, user, ClientSettings.ofRealm(realm)));
    }
    ClientModel client = realm.getClientByClientId(clientId);
    if (client == null) {
      throw new NotFoundException("Client not found");
    }
    return AdminResponses.json(Preview.of(session, realm, user, ClientSettings.of(realm, client)));
  }
}
