package io.github.keycloakhelpshift.admin;

import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.admin.check.CheckEndpoint;
import io.github.keycloakhelpshift.admin.preview.PreviewEndpoint;
import io.github.keycloakhelpshift.admin.profiles.ProfileQuery;
import io.github.keycloakhelpshift.admin.profiles.ProfilesEndpoint;
import io.github.keycloakhelpshift.admin.settings.SettingsEndpoint;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** {@code /admin/realms/{realm}/helpshift}: which path is answered by whom, and who may call. */
public final class HelpshiftAdminResource {

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissions permissions;
  private final AdminEventBuilder event;

  HelpshiftAdminResource(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissions permissions,
      AdminEventBuilder event) {
    this.session = session;
    this.realm = realm;
    this.permissions = permissions;
    this.event = event;
  }

  /** The realm's settings, and what each setting is. */
  @GET
  @Path("settings")
  public Response settings() {
    permissions.requireViewRealm();
    return new SettingsEndpoint(session, realm, event).get();
  }

  /**
   * Replaces the realm's settings.
   *
   * @param body {@code {"settings": {key: value}}}
   */
  @PUT
  @Path("settings")
  public Response saveSettings(InputStream body) {
    permissions.requireManageRealm();
    return new SettingsEndpoint(session, realm, event).put(body);
  }

  /** What is wrong with the set-up. */
  @GET
  @Path("check")
  public Response check() {
    permissions.requireViewRealm();
    return new CheckEndpoint(session, realm).get();
  }

  /**
   * What a user's token would say.
   *
   * @param userId the user's id
   * @param clientId the client whose settings count; without it, the realm's alone
   */
  @GET
  @Path("users/{id}/preview")
  public Response preview(
      @PathParam("id") String userId, @QueryParam("client_id") String clientId) {
    return new PreviewEndpoint(session, realm, permissions).get(userId, clientId);
  }

  /**
   * The users as Helpshift's bulk API takes them: JSON Lines.
   *
   * @param clientId the client whose settings count; without it, the realm's alone
   * @param group path of a group: its direct members alone
   * @param role a realm role: those alone who have it assigned
   * @param createdSince ISO 8601 instant: those alone whose account is no older
   * @param changedSince ISO 8601 instant: those alone of whom an event says that they changed since
   * @param part which 10,000 users, from 1; without it, all
   */
  @GET
  @Path("profiles")
  public Response profiles(
      @QueryParam("client_id") String clientId,
      @QueryParam("group") String group,
      @QueryParam("role") String role,
      @QueryParam("created_since") String createdSince,
      @QueryParam("changed_since") String changedSince,
      @QueryParam("part") Integer part) {
    permissions.requireQueryUsers();
    return new ProfilesEndpoint(session, realm, permissions, event)
        .stream(new ProfileQuery(clientId, group, role, createdSince, changedSince, part));
  }

  /** How many users {@code profiles} would say, and whom it would leave out and why. */
  @GET
  @Path("profiles/summary")
  public Response profilesSummary(
      @QueryParam("client_id") String clientId,
      @QueryParam("group") String group,
      @QueryParam("role") String role,
      @QueryParam("created_since") String createdSince,
      @QueryParam("changed_since") String changedSince,
      @QueryParam("part") Integer part) {
    permissions.requireQueryUsers();
    return new ProfilesEndpoint(session, realm, permissions, event)
        .summarize(new ProfileQuery(clientId, group, role, createdSince, changedSince, part));
  }
}
