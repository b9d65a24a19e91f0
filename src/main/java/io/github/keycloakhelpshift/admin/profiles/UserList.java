package io.github.keycloakhelpshift.admin.profiles;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The users of an export, read page by page, each page in a session of its own: so it knows groups
 * and roles by their ids.
 *
 * <p>One filter picks the list that Keycloak pages through, and the other is asked of each user on
 * it.
 *
 * @param groupId id of a group; empty: any
 * @param roleId id of a role; empty: any
 */
record UserList(Optional<String> groupId, Optional<String> roleId) {

  private static final Map<String, String> PEOPLE =
      Map.of(UserModel.INCLUDE_SERVICE_ACCOUNT, "false");

  /** The users of one page of the list; empty at its end. */
  List<UserModel> page(KeycloakSession session, RealmModel realm, int first, int max) {
    try (Stream<UserModel> page = read(session, realm, first, max)) {
      return page.toList();
    }
  }

  private Stream<UserModel> read(KeycloakSession session, RealmModel realm, int first, int max) {
    if (groupId.isPresent()) {
      return session
          .users()
          .getGroupMembersStream(
              realm, session.groups().getGroupById(realm, groupId.get()), first, max);
    }
    if (roleId.isPresent()) {
      return session
          .users()
          .getRoleMembersStream(
              realm, session.roles().getRoleById(realm, roleId.get()), first, max);
    }
    return session.users().searchForUserStream(realm, PEOPLE, first, max);
  }

  /** Which users of the list are wanted. */
  Predicate<UserModel> filter() {
    return groupId.isPresent() && roleId.isPresent()
        ? user -> user.getRoleMappingsStream().anyMatch(role -> role.getId().equals(roleId.get()))
        : user -> true;
  }
}
