package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.admin.HelpshiftAdminResourceProviderFactory;
import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.admin.access.AdminResponses;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsReader;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.services.resources.admin.AdminEventBuilder;

/** {@code profiles}: the users that the admin may view, for Helpshift's bulk API. */
public final class ProfilesEndpoint {

  private static final Logger LOG = Logger.getLogger(ProfilesEndpoint.class);

  private static final String JSON_LINES = "application/x-ndjson";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissions permissions;
  private final AdminEventBuilder event;
  private final Map<String, String> errors = new TreeMap<>();

  public ProfilesEndpoint(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissions permissions,
      AdminEventBuilder event) {
    this.session = session;
    this.realm = realm;
    this.permissions = permissions;
    this.event = event;
  }

  public Response stream(ProfileQuery query) {
    Optional<ProfileExport> export = export(query);
    if (export.isEmpty()) {
      return invalid();
    }
    fireEvent();
    StreamingOutput output =
        stream -> {
          export.get().writeTo(stream);
          LOG.infof(
              "Helpshift profiles of realm '%s': %s", realm.getName(), export.get().summary());
        };
    return Response.ok(output, JSON_LINES)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"profiles.jsonl\"")
        .build();
  }

  public Response summarize(ProfileQuery query) {
    Optional<ProfileExport> export = export(query);
    if (export.isEmpty()) {
      return invalid();
    }
    try {
      return AdminResponses.json(export.get().writeTo(OutputStream.nullOutputStream()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Before it begins, because the data of many people is about to leave Keycloak. In a transaction
   * of its own, because the request's ends after the last byte, or by its timeout, which rolls it
   * back.
   */
  private void fireEvent() {
    KeycloakModelUtils.runJobInTransaction(
        session.getKeycloakSessionFactory(),
        session.getContext(),
        own ->
            event
                .clone(own)
                .operation(OperationType.ACTION)
                .resource(ResourceType.USER)
                .resourcePath(HelpshiftAdminResourceProviderFactory.ID, "profiles")
                .success());
  }

  private Response invalid() {
    return AdminResponses.invalid(
        "invalid_request", "No profiles: what was asked for can't be answered.", errors);
  }

  /** What was asked for; empty where something is wrong with it. */
  private Optional<ProfileExport> export(ProfileQuery query) {
    HelpshiftSettings settings = settings(query.clientId());
    GroupModel group = group(query.group());
    RoleModel role = role(query.role());
    Instant createdSince = instant("created_since", query.createdSince());
    Instant changedSince = instant("changed_since", query.changedSince());
    if (changedSince != null) {
      ChangedUsers.whyUnknown(realm, changedSince, Instant.ofEpochMilli(Time.currentTimeMillis()))
          .ifPresent(why -> errors.put("changed_since", why));
    }
    int lastPart = Integer.MAX_VALUE / ProfileExport.PART;
    if (query.part() != null && (query.part() < 1 || query.part() > lastPart)) {
      errors.put("part", "is not a number from 1 to " + lastPart);
    }
    if (!errors.isEmpty()) {
      return Optional.empty();
    }
    List<String> changed =
        changedSince == null ? null : ChangedUsers.since(session, realm, changedSince);
    UserList users =
        UserList.of(
            changed,
            group == null ? null : group.getId(),
            role == null ? null : role.getId(),
            createdSince == null ? null : createdSince.toEpochMilli());
    return Optional.of(
        new ProfileExport(session, realm, settings, permissions, users, query.part()));
  }

  private HelpshiftSettings settings(String clientId) {
    ClientSettings layer = ClientSettings.ofRealm(realm);
    if (isSet(clientId)) {
      ClientModel client = realm.getClientByClientId(clientId);
      if (client == null) {
        errors.put("client_id", "is no client of this realm");
        return null;
      }
      layer = ClientSettings.of(realm, client);
      if (!layer.optedIn()) {
        errors.put("client_id", "has no mapper 'Helpshift identity token'");
      }
    }
    SettingsReader.Result result = layer.read();
    result.problems().stream()
        .filter(SettingProblem::fatal)
        .forEach(problem -> errors.put(problem.key(), problem.message()));
    return result.settings();
  }

  private GroupModel group(String path) {
    if (!isSet(path)) {
      return null;
    }
    GroupModel group = KeycloakModelUtils.findGroupByPath(session, realm, path);
    if (group == null) {
      errors.put("group", "is no group's path");
    }
    return group;
  }

  private RoleModel role(String name) {
    if (!isSet(name)) {
      return null;
    }
    RoleModel role = realm.getRole(name);
    if (role == null) {
      errors.put("role", "is no realm role");
    }
    return role;
  }

  private Instant instant(String parameter, String text) {
    if (!isSet(text)) {
      return null;
    }
    try {
      // To the millisecond, as Keycloak keeps times: what lies beyond is refused here.
      return Instant.ofEpochMilli(Instant.parse(text).toEpochMilli());
    } catch (DateTimeException | ArithmeticException e) {
      errors.put(parameter, "is not an ISO 8601 instant, for example 2026-11-22T00:00:00Z");
      return null;
    }
  }

  private static boolean isSet(String parameter) {
    return parameter != null && !parameter.isBlank();
  }
}
