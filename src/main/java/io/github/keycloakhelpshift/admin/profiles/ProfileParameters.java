package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.keycloak.models.ClientModel;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Finds what the parameters of a call name, and remembers which of them are invalid. */
final class ProfileParameters {

  private static final String CLIENT_ID = "client_id";

  private final ProfileQuery query;
  private final KeycloakSession session;
  private final RealmModel realm;
  private final AdminPermissions permissions;
  private final SettingsReader reader;
  private final Map<String, String> errors = new TreeMap<>();

  ProfileParameters(
      ProfileQuery query,
      KeycloakSession session,
      AdminPermissions permissions,
      SettingsReader reader) {
    this.query = query;
    this.session = session;
    this.realm = session.getContext().getRealm();
    this.permissions = permissions;
    this.reader = reader;
  }

  /** Returns what is wrong with the parameters that were looked at, by their names. */
  Map<String, String> errors() {
    return errors;
  }

  UserBatches users() {
    Optional<String> group = query.group().flatMap(this::groupId);
    Optional<String> role = query.role().flatMap(this::roleId);
    int lastPart = Integer.MAX_VALUE / UserBatches.PART;
    if (query.part().filter(part -> part < 1 || part > lastPart).isPresent()) {
      errors.put("part", "is not a number from 1 to " + lastPart);
    }
    return new UserBatches(session, permissions, new UserFilter(group, role), query.part());
  }

  UserDataScope scope() {
    String wanted = query.scope().orElse(UserDataScope.GLOBAL.scopeName());
    return orError(
            "scope",
            "is not global or app",
            Arrays.stream(UserDataScope.values())
                .filter(scope -> scope.scopeName().equals(wanted))
                .findFirst())
        .orElse(UserDataScope.GLOBAL);
  }

  /** Returns the settings that would count in a realm with these attributes. */
  HelpshiftSettings settings(Map<String, String> realmAttributes) {
    ClientSettings layer =
        query
            .clientId()
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
                    problem.reason().text(new AdminMessages(session).languageOrEnglish())));
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
