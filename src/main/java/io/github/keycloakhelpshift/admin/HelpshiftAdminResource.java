package io.github.keycloakhelpshift.admin;

import io.github.keycloakhelpshift.admin.access.AdminEvents;
import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.admin.check.CheckEndpoint;
import io.github.keycloakhelpshift.admin.preview.PreviewEndpoint;
import io.github.keycloakhelpshift.admin.preview.PreviewQuery;
import io.github.keycloakhelpshift.admin.profiles.ProfileQuery;
import io.github.keycloakhelpshift.admin.profiles.ProfilesEndpoint;
import io.github.keycloakhelpshift.admin.settings.SettingsEndpoint;
import io.github.keycloakhelpshift.settings.SettingsReader;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * {@code /admin/realms/{realm}/helpshift}: sends each path to its endpoint, and checks who may
 * call.
 */
public final class HelpshiftAdminResource {

  private final KeycloakSession session;
  private final AdminPermissions permissions;
  private final AdminEvents events;
  private final SettingsReader reader;

  HelpshiftAdminResource(
      KeycloakSession session,
      AdminPermissions permissions,
      AdminEvents events,
      SettingsReader reader) {
    this.session = session;
    this.permissions = permissions;
    this.events = events;
    this.reader = reader;
  }

  /** Returns the realm's settings, and the definition of each setting. */
  @GET
  @Path("settings")
  public Response settings() {
    permissions.requireViewRealm();
    return new SettingsEndpoint(session, events, reader).get();
  }

  /**
   * Replaces the realm's settings.
   *
   * @param body {@code {"settings": {key: value}}}
   * @param ifMatch the {@code ETag} of the settings that the caller has read
   */
  @PUT
  @Path("settings")
  public Response saveSettings(
      InputStream body, @HeaderParam(HttpHeaders.IF_MATCH) @DefaultValue("") String ifMatch) {
    permissions.requireManageRealm();
    return new SettingsEndpoint(session, events, reader).put(body, ifMatch);
  }

  /** Returns what is wrong with the set-up. */
  @GET
  @Path("check")
  public Response check() {
    permissions.requireViewRealm();
    return new CheckEndpoint(session, reader).get();
  }

  /**
   * Returns what a user's token would contain.
   *
   * @param clientId the client whose settings count; without it, only the realm's
   */
  @GET
  @Path("users/{id}/preview")
  public Response preview(
      @PathParam("id") String userId, @QueryParam("client_id") String clientId) {
    return new PreviewEndpoint(session, permissions, reader)
        .get(PreviewQuery.ofId(userId), text(clientId));
  }

  /**
   * Returns the same for the user with this username, email or id.
   *
   * @param clientId the client whose settings count; without it, only the realm's
   */
  @GET
  @Path("users/preview")
  public Response preview(
      @QueryParam("username") String username,
      @QueryParam("email") String email,
      @QueryParam("id") String userId,
      @QueryParam("client_id") String clientId) {
    return new PreviewEndpoint(session, permissions, reader)
        .get(new PreviewQuery(text(username), text(email), text(userId)), text(clientId));
  }

  /**
   * Returns the users for Helpshift's bulk API, as JSON Lines.
   *
   * @param clientId the client whose settings count; without it, only the realm's
   * @param group the path of a group, to get only its direct members
   * @param role a realm role, to get only the users who have it directly
   * @param part which 10,000 users, from 1; without it, all
   * @param summary whether the last line is the answer of {@code profiles/summary}
   */
  @GET
  @Path("profiles")
  public Response profiles(
      @QueryParam("client_id") String clientId,
      @QueryParam("scope") String scope,
      @QueryParam("group") String group,
      @QueryParam("role") String role,
      @QueryParam("part") Integer part,
      @QueryParam("summary") boolean summary) {
    permissions.requireQueryUsers();
    return new ProfilesEndpoint(session, permissions, events, reader)
        .stream(query(clientId, scope, group, role, part, List.of()), summary);
  }

  /**
   * Returns how many users {@code profiles} would write, and how many it would leave out and why.
   *
   * @param changes {@code <key>=<value>}: what would change for users if the realm had these
   *     settings
   */
  @GET
  @Path("profiles/summary")
  public Response profilesSummary(
      @QueryParam("client_id") String clientId,
      @QueryParam("scope") String scope,
      @QueryParam("group") String group,
      @QueryParam("role") String role,
      @QueryParam("part") Integer part,
      @QueryParam("with") List<String> changes) {
    permissions.requireQueryUsers();
    return new ProfilesEndpoint(session, permissions, events, reader)
        .summarize(query(clientId, scope, group, role, part, changes));
  }

  private static ProfileQuery query(
      String clientId,
      String scope,
      String group,
      String role,
      Integer part,
      List<String> changes) {
    return new ProfileQuery(
        text(clientId), text(scope), text(group), text(role), Optional.ofNullable(part), changes);
  }

  private static Optional<String> text(String parameter) {
    return Optional.ofNullable(parameter).filter(text -> !text.isBlank());
  }
}
