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
 * The users of an export, read page by page, each page in its own session. So it stores only the
 * ids of groups and roles.
 *
 * <p>One filter chooses the list that Keycloak pages through. The other is applied to each user of
 * that list.
 *
 * @param groupId id of a group; empty: any
 * @param roleId id of a role; empty: any
 */
record UserList(Optional<String> groupId, Optional<String> roleId) {

  private static final Map<String, String> PEOPLE =
      Map.of(UserModel.INCLUDE_SERVICE_ACCOUNT, "false");

  /** Returns the users of one page of the list; empty at its end. */
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

  /** Returns the filter for the users of the list. */
  Predicate<UserModel> filter() {
    return groupId.isPresent() && roleId.isPresent()
        ? user -> user.getRoleMappingsStream().anyMatch(role -> role.getId().equals(roleId.get()))
        : user -> true;
  }
}
