package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Source;
import io.github.keycloakhelpshift.settings.Tag;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;
import org.keycloak.models.utils.ModelToRepresentation;

/**
 * A person's user data by the settings: what the page sends to Helpshift after the login.
 *
 * @param data the data of each scope, in the form that Helpshift's calls take
 * @param leftOut fields and tags that Helpshift would refuse, with the reason; never holds a value
 */
public record MappedUserData(Map<UserDataScope, Map<String, Object>> data, List<String> leftOut) {

  /** Nothing: what goes with full privacy. */
  public static final MappedUserData NONE =
      new MappedUserData(
          Map.of(UserDataScope.GLOBAL, Map.of(), UserDataScope.APP, Map.of()), List.of());

  /** Maps a person. */
  public static MappedUserData of(Person person, HelpshiftSettings settings) {
    List<String> leftOut = new ArrayList<>();
    Map<UserDataScope, Map<String, Object>> data = new EnumMap<>(UserDataScope.class);
    settings
        .userData()
        .forEach(
            (scope, fields) -> {
              UserData userData = new UserData(scope);
              fields.forEach(
                  (field, source) ->
                      put(userData, field, source, person)
                          .ifPresent(
                              reason ->
                                  leftOut.add(scope.scopeName() + "." + field + " " + reason)));
              if (scope == UserDataScope.GLOBAL) {
                addTags(person, settings.tags(), userData, leftOut);
              }
              data.put(scope, userData.toMap());
            });
    return new MappedUserData(data, List.copyOf(leftOut));
  }

  /** Why a field was left out; empty where it was not, or there is nothing to leave out. */
  private static Optional<String> put(
      UserData userData, String field, Source source, Person person) {
    return person.isHidden(source)
        ? Optional.of("is hidden from admins by the user profile")
        : person.value(source).flatMap(value -> userData.put(field, value));
  }

  private static void addTags(
      Person person, List<Tag> tags, UserData userData, List<String> leftOut) {
    if (tags.isEmpty()) {
      return;
    }
    Set<String> groupPaths = groupPaths(person);
    for (Tag tag : tags) {
      boolean has =
          switch (tag.kind()) {
            case GROUP -> groupPaths.contains(tag.path());
            case ROLE -> hasRole(person, tag.path());
          };
      if (has) {
        userData
            .addTag(tag.tagName())
            .ifPresent(reason -> leftOut.add("tag " + tag.tagName() + " " + reason));
      }
    }
  }

  private static boolean hasRole(Person person, String name) {
    RoleModel role = person.realm().getRole(name);
    return role != null && person.user().hasRole(role);
  }

  /** The groups the person is in, and those above them: a member of a subgroup is in both. */
  private static Set<String> groupPaths(Person person) {
    Set<String> paths = new HashSet<>();
    person
        .user()
        .getGroupsStream()
        .forEach(
            group -> {
              for (GroupModel at = group; at != null; at = at.getParent()) {
                paths.add(ModelToRepresentation.buildGroupPath(at));
              }
            });
    return paths;
  }
}
