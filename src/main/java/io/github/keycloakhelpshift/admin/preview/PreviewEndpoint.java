package io.github.keycloakhelpshift.admin.preview;

import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.admin.access.AdminResponses;
import io.github.keycloakhelpshift.admin.access.ErrorRepresentation;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.settings.SettingsReader;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;

/**
 * {@code users/{id}/preview} and {@code users/preview}: returns what a user's token would contain,
 * for admins who may view that user and that client.
 */
public record PreviewEndpoint(
    KeycloakSession session, AdminPermissions permissions, SettingsReader reader) {

  /**
   * Answers the preview.
   *
   * @param clientId the client whose settings count; empty: only the realm's
   */
  public Response get(PreviewQuery query, Optional<String> clientId) {
    if (!query.isClear()) {
      return AdminResponses.badRequest("Name the user by one of username, email and id.");
    }
    List<UserModel> users = query.users(session).filter(permissions::canView).toList();
    if (users.isEmpty()) {
      return AdminResponses.unknownOrForbidden(
          permissions.canViewUsers(), "There is no such user whom you may view.");
    }
    if (users.size() > 1) {
      return AdminResponses.refusal(
          Response.Status.CONFLICT,
          new ErrorRepresentation(
              "several_users", "Several users have this email address. Name the user by id."));
    }
    Map<String, String> attributes = session.getContext().getRealm().getAttributes();
    if (clientId.isEmpty()) {
      return preview(users.get(0), new ClientSettings(attributes));
    }
    return client(clientId.get())
        .map(client -> preview(users.get(0), new ClientSettings(attributes, client)))
        .orElseGet(
            () ->
                AdminResponses.unknownOrForbidden(
                    permissions.canViewClients(), "There is no such client that you may view."));
  }

  private Optional<ClientModel> client(String clientId) {
    return Optional.ofNullable(session.getContext().getRealm().getClientByClientId(clientId))
        .filter(permissions::canView);
  }

  private Response preview(UserModel user, ClientSettings settings) {
    return AdminResponses.json(
        new Preview(session, user, settings, settings.read(reader)).representation());
  }
}
