package io.github.keycloakhelpshift.admin.profiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * The users of an export, read page by page, each page in a session of its own: so it knows groups
 * and roles by their ids.
 *
 * <p>One filter picks the list that Keycloak pages through, and the others are asked of each user
 * on it.
 */
final class UserList {

  /** One page of a list, in a lasting order. */
  @FunctionalInterface
  private interface Pages {
    Stream<UserModel> read(KeycloakSession session, RealmModel realm, int first, int max);
  }

  private final Pages pages;
  private final Predicate<UserModel> filter;

  private UserList(Pages pages, Predicate<UserModel> filter) {
    this.pages = pages;
    this.filter = filter;
  }

  /**
   * The users that pass every filter.
   *
   * @param changed ids of the users who changed; null: any
   * @param groupId id of a group; null: any
   * @param roleId id of a role; null: any
   * @param createdSince milliseconds since the epoch; null: ever
   */
  static UserList of(List<String> changed, String groupId, String roleId, Long createdSince) {
    List<Predicate<UserModel>> filters = new ArrayList<>();
    if (createdSince != null) {
      filters.add(
          user -> user.getCreatedTimestamp() != null && user.getCreatedTimestamp() >= createdSince);
    }
    if (groupId != null && changed != null) {
      filters.add(user -> user.getGroupsStream().anyMatch(group -> group.getId().equals(groupId)));
    }
    if (roleId != null && (changed != null || groupId != null)) {
      filters.add(
          user -> user.getRoleMappingsStream().anyMatch(role -> role.getId().equals(roleId)));
    }
    return new UserList(
        pages(changed, groupId, roleId), filters.stream().reduce(user -> true, Predicate::and));
  }

  private static Pages pages(List<String> changed, String groupId, String roleId) {
    if (changed != null) {
      return (session, realm, first, max) ->
          changed.stream().skip(first).limit(max).map(id -> session.users().getUserById(realm, id));
    }
    if (groupId != null) {
      return (session, realm, first, max) ->
          session
              .users()
              .getGroupMembersStream(
                  realm, session.groups().getGroupById(realm, groupId), first, max);
    }
    if (roleId != null) {
      return (session, realm, first, max) ->
          session
              .users()
              .getRoleMembersStream(realm, session.roles().getRoleById(realm, roleId), first, max);
    }
    Map<String, String> people = Map.of(UserModel.INCLUDE_SERVICE_ACCOUNT, "false");
    return (session, realm, first, max) ->
        session.users().searchForUserStream(realm, people, first, max);
  }

  /** The users of one page of the list, null for one who is gone; empty at its end. */
  List<UserModel> page(KeycloakSession session, RealmModel realm, int first, int max) {
    try (Stream<UserModel> page = pages.read(session, realm, first, max)) {
      return page.toList();
    }
  }

  /** Whether a user of the list is wanted. */
  boolean wants(UserModel user) {
    return filter.test(user);
  }
}
