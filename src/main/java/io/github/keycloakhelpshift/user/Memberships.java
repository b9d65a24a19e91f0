package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.settings.Tag;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;

/** The realm roles and groups of a person. */
final class Memberships {

  private final Person person;

  /** The paths of their groups and the parents of these: a member of a subgroup is in both. */
  private final Set<String> groupPaths;

  Memberships(Person person) {
    this.person = person;
    this.groupPaths =
        person
            .user()
            .getGroupsStream()
            .flatMap(Memberships::lineOf)
            .flatMap(group -> path(group).stream())
            .collect(Collectors.toSet());
  }

  boolean has(Tag tag) {
    return switch (tag.kind()) {
      case GROUP -> groupPaths.contains(tag.path());
      case ROLE -> hasRole(tag.path());
    };
  }

  private boolean hasRole(String name) {
    RoleModel role = person.realm().getRole(name);
    return role != null && person.user().hasRole(role);
  }

  /** Returns a group, its parent, the parent's parent, and so on. */
  private static Stream<GroupModel> lineOf(GroupModel group) {
    return Stream.iterate(group, Objects::nonNull, GroupModel::getParent);
  }

  /**
   * Returns the path; empty if a name in it contains a slash, because another group could have that
   * path.
   */
  private static Optional<String> path(GroupModel group) {
    StringBuilder path = new StringBuilder();
    for (GroupModel at = group; at != null; at = at.getParent()) {
      if (at.getName().indexOf('/') >= 0) {
        return Optional.empty();
      }
      path.insert(0, "/" + at.getName());
    }
    return Optional.of(path.toString());
  }
}
