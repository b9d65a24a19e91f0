package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.admin.access.AdminEvents;
import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.admin.access.AdminResponses;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsReader;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jboss.logging.Logger;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;
import org.keycloak.util.JsonSerialization;

/** {@code profiles}: returns the users that the admin may view, for Helpshift's bulk API. */
public final class ProfilesEndpoint {

  private static final Logger LOG = Logger.getLogger(ProfilesEndpoint.class);

  private static final String CLIENT_ID = "client_id";
  private static final String JSON_LINES = "application/x-ndjson";

  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissions permissions;
  private final AdminEvents events;
  private final SettingsReader reader;
  private final Map<String, String> errors = new TreeMap<>();

  public ProfilesEndpoint(
      KeycloakSession session,
      RealmModel realm,
      AdminPermissions permissions,
      AdminEvents events,
      SettingsReader reader) {
    this.session = session;
    this.realm = realm;
    this.permissions = permissions;
    this.events = events;
    this.reader = reader;
  }

  public Response stream(ProfileQuery query, boolean summary) {
    Optional<ProfileExport> export = export(query);
    if (export.isEmpty()) {
      return invalid();
    }
    // We record the event first, because the data of many people is about to leave Keycloak.
    events.profilesExported(session);
    StreamingOutput output =
        stream ->
            LOG.infof(
                "Helpshift profiles of realm '%s': %s",
                realm.getName(),
                summary ? export.get().writeWithSummaryTo(stream) : export.get().writeTo(stream));
    return Response.ok(output, JSON_LINES)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"profiles.jsonl\"")
        .build();
  }

  /** Counts profiles, or what a change of settings would do. */
  public Response summarize(ProfileQuery query) {
    if (!query.changes().isEmpty()) {
      return summarizeChange(query);
    }
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

  private Response summarizeChange(ProfileQuery query) {
    WantedSettings wanted = WantedSettings.of(session, realm, reader, query.changes());
    errors.putAll(wanted.errors());
    HelpshiftSettings before = settings(query.clientId(), realm.getAttributes());
    ChangeCounter counter =
        new ChangeCounter(before, settings(query.clientId(), wanted.attributes()));
    UserBatches users = users(query);
    if (!errors.isEmpty()) {
      return invalid();
    }
    StreamingOutput output =
        stream -> {
          users.forEach(
              counter::add,
              () -> {
                // White space before JSON means nothing. Writing it fails if the caller has gone.
                stream.write(' ');
                stream.flush();
              });
          stream.write(JsonSerialization.mapper.writeValueAsBytes(counter.summary()));
        };
    return Response.ok(output, MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response invalid() {
    return AdminResponses.invalid(
        "invalid_request", "No profiles: some parameters are invalid.", errors);
  }

  /** Returns the export; empty if a parameter is invalid. */
  private Optional<ProfileExport> export(ProfileQuery query) {
    ProfileSettings settings =
        new ProfileSettings(
            settings(query.clientId(), realm.getAttributes()), scope(query.scope()));
    UserBatches users = users(query);
    return errors.isEmpty() ? Optional.of(new ProfileExport(users, settings)) : Optional.empty();
  }

  private UserBatches users(ProfileQuery query) {
    Optional<String> group = query.group().flatMap(this::groupId);
    Optional<String> role = query.role().flatMap(this::roleId);
    int lastPart = Integer.MAX_VALUE / UserBatches.PART;
    if (query.part().filter(part -> part < 1 || part > lastPart).isPresent()) {
      errors.put("part", "is not a number from 1 to " + lastPart);
    }
    return new UserBatches(session, realm, permissions, new UserFilter(group, role), query.part());
  }

  private UserDataScope scope(Optional<String> name) {
    String wanted = name.orElse(UserDataScope.GLOBAL.scopeName());
    return orError(
            "scope",
            "is not global or app",
            Arrays.stream(UserDataScope.values())
                .filter(scope -> scope.scopeName().equals(wanted))
                .findFirst())
        .orElse(UserDataScope.GLOBAL);
  }

  private HelpshiftSettings settings(
      Optional<String> clientId, Map<String, String> realmAttributes) {
    ClientSettings layer =
        clientId
            .flatMap(this::client)
            .map(client -> new ClientSettings(realmAttributes, client))
            .orElseGet(() -> new ClientSettings(realmAttributes));
    if (!layer.optedIn()) {
      errors.put(CLIENT_ID, "has no mapper 'Helpshift identity token'");
    }
    SettingsReader.Result result = layer.read(reader);
    result.problems().stream()
        .filter(SettingProblem::fatal)
        .forEach(
            problem ->
                errors.put(
                    problem.key(),
                    problem.message(new AdminMessages(session).languageOrEnglish())));
    return result.settings();
  }

  private Optional<ClientModel> client(String clientId) {
    return orError(
        CLIENT_ID,
        "is not a client of this realm that you may view",
        Optional.ofNullable(realm.getClientByClientId(clientId)).filter(permissions::canView));
  }

  private Optional<String> groupId(String path) {
    return orError(
            "group",
            "is not the path of a group",
            Optional.ofNullable(KeycloakModelUtils.findGroupByPath(session, realm, path)))
        .map(GroupModel::getId);
  }

  private Optional<String> roleId(String name) {
    return orError("role", "is not a realm role", Optional.ofNullable(realm.getRole(name)))
        .map(RoleModel::getId);
  }

  private <T> Optional<T> orError(String parameter, String error, Optional<T> found) {
    if (found.isEmpty()) {
      errors.put(parameter, error);
    }
    return found;
  }
}
