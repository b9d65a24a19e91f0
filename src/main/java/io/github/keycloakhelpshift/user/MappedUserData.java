package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.FieldType;
import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.identity.UserDataField;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Source;
import io.github.keycloakhelpshift.settings.Tag;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.keycloak.models.GroupModel;
import org.keycloak.models.RoleModel;

/**
 * A person's user data, mapped with the settings: the page sends it to Helpshift after the login.
 *
 * @param global the data of the person, across all apps
 * @param app the data of the person in this app
 * @param leftOut fields and tags that Helpshift would refuse, with the reason, without values
 */
public record MappedUserData(UserData global, UserData app, List<String> leftOut) {

  /** No user data, for full privacy. */
  static final MappedUserData NONE =
      new MappedUserData(
          new UserData(UserDataScope.GLOBAL), new UserData(UserDataScope.APP), List.of());

  private static final String PREFERRED_LANGUAGE = "preferred_language";

  /** Maps a person. */
  static MappedUserData of(Person person, HelpshiftSettings settings, UserDataRecipient recipient) {
    List<String> leftOut = new ArrayList<>();
    UserData global = map(person, settings, UserDataScope.GLOBAL, recipient, leftOut);
    addTags(person, settings, global, leftOut);
    UserData app = map(person, settings, UserDataScope.APP, recipient, leftOut);
    return new MappedUserData(global, app, List.copyOf(leftOut));
  }

  private static UserData map(
      Person person,
      HelpshiftSettings settings,
      UserDataScope scope,
      UserDataRecipient recipient,
      List<String> leftOut) {
    UserData userData = new UserData(scope);
    sources(settings, scope)
        .forEach(
            (name, source) -> {
              UserDataField field = new UserDataField(scope, name);
              if (recipient == UserDataRecipient.USER && settings.serverOnly().contains(field)) {
                return;
              }
              Optional<FieldType> multiline =
                  Optional.of(recipient.multiline())
                      .filter(type -> settings.multiline().contains(field));
              put(userData, name, multiline, source, person)
                  .ifPresent(reason -> leftOut.add(field + " " + reason));
            });
    return userData;
  }

  /** Agents see the user's language, too, unless that field has a source of its own. */
  private static Map<String, Source> sources(HelpshiftSettings settings, UserDataScope scope) {
    Map<String, Source> sources = settings.userData().get(scope);
    if (scope != UserDataScope.GLOBAL || settings.language().isEmpty()) {
      return sources;
    }
    Map<String, Source> withLanguage = new TreeMap<>(sources);
    withLanguage.putIfAbsent(PREFERRED_LANGUAGE, settings.language().get());
    return withLanguage;
  }

  /** Sets a field. Returns why it was left out; empty if it was set, or has no value. */
  private static Optional<String> put(
      UserData userData, String field, Optional<FieldType> type, Source source, Person person) {
    return person.isHidden(source)
        ? Optional.of("is " + LeftOut.HIDING)
        : person
            .value(source)
            .flatMap(
                value ->
                    type.map(of -> userData.put(field, of, value))
                        .orElseGet(() -> userData.put(field, value)));
  }

  private static void addTags(
      Person person, HelpshiftSettings settings, UserData userData, List<String> leftOut) {
    if (settings.tags().isEmpty()) {
      return;
    }
    Set<String> groupPaths = groupPaths(person);
    Map<Boolean, List<Tag>> had =
        settings.tags().stream()
            .collect(Collectors.partitioningBy(tag -> has(person, tag, groupPaths)));
    leftOut.addAll(each(had.get(true), userData::addTag));
    if (settings.tagsRemoved()) {
      leftOut.addAll(each(had.get(false), userData::removeTag));
    }
  }

  private static List<String> each(List<Tag> tags, Function<String, Optional<String>> change) {
    return tags.stream()
        .map(Tag::tagName)
        .flatMap(name -> change.apply(name).map(reason -> "tag " + name + " " + reason).stream())
        .toList();
  }

  private static boolean has(Person person, Tag tag, Set<String> groupPaths) {
    return switch (tag.kind()) {
      case GROUP -> groupPaths.contains(tag.path());
      case ROLE -> hasRole(person, tag.path());
    };
  }

  private static boolean hasRole(Person person, String name) {
    RoleModel role = person.realm().getRole(name);
    return role != null && person.user().hasRole(role);
  }

  /**
   * Returns the paths of the person's groups and their parents: a member of a subgroup is in both.
   */
  private static Set<String> groupPaths(Person person) {
    Set<String> paths = new HashSet<>();
    person
        .user()
        .getGroupsStream()
        .forEach(
            group -> {
              for (GroupModel at = group; at != null; at = at.getParent()) {
                path(at).ifPresent(paths::add);
              }
            });
    return paths;
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
