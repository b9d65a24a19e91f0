package io.github.keycloakhelpshift.admin.profiles;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserProvider;
import org.keycloak.storage.user.UserQueryMethodsProvider;

/**
 * Which users an export is about. Groups and roles by their ids, as each page is read in a session
 * of its own.
 *
 * @param groupId id of a group whose direct members they are; empty: any
 * @param roleId id of a realm role that they have directly; empty: any
 */
record UserFilter(Optional<String> groupId, Optional<String> roleId) {

  private static final Map<String, String> PEOPLE =
      Map.of(UserModel.INCLUDE_SERVICE_ACCOUNT, "false");

  /** One page of the database's users: group, else role, picks the list. */
  Stream<UserModel> pageOf(UserProvider database, KeycloakSession session, int first, int max) {
    RealmModel realm = session.getContext().getRealm();
    if (groupId.isPresent()) {
      GroupModel group = session.groups().getGroupById(realm, groupId.get());
      return database.getGroupMembersStream(realm, group, first, max);
    }
    if (roleId.isPresent()) {
      RoleModel role = session.roles().getRoleById(realm, roleId.get());
      return database.getRoleMembersStream(realm, role, first, max);
    }
    return pageOfAll(database, realm, first, max);
  }

  /** One page of all people of a store. */
  static Stream<UserModel> pageOfAll(
      UserQueryMethodsProvider store, RealmModel realm, int first, int max) {
    return store.searchForUserStream(realm, PEOPLE, first, max);
  }

  /** Whether a user of the database's list is wanted: what that list does not ask for. */
  boolean acceptsListed(UserModel user) {
    return groupId.isEmpty() || hasRole(user);
  }

  /** Whether a user of a list of all is wanted. */
  boolean accepts(UserModel user) {
    return isMember(user) && hasRole(user);
  }

  private boolean isMember(UserModel user) {
    return groupId
        .map(id -> user.getGroupsStream().anyMatch(group -> group.getId().equals(id)))
        .orElse(true);
  }

  private boolean hasRole(UserModel user) {
    return roleId
        .map(id -> user.getRoleMappingsStream().anyMatch(role -> role.getId().equals(id)))
        .orElse(true);
  }
}
