package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.identity.FieldType;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.identity.UserDataField;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Source;
import io.github.keycloakhelpshift.settings.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Maps a person's user data with the settings. */
final class UserDataMapper {

  private static final String PREFERRED_LANGUAGE = "preferred_language";

  private final Person person;
  private final HelpshiftSettings settings;
  private final UserDataRecipient recipient;
  private final List<Reason> leftOut = new ArrayList<>();

  UserDataMapper(Person person, HelpshiftSettings settings, UserDataRecipient recipient) {
    this.person = person;
    this.settings = settings;
    this.recipient = recipient;
  }

  MappedUserData mapped() {
    UserData global = fields(UserDataScope.GLOBAL);
    addTags(global);
    UserData app = fields(UserDataScope.APP);
    return new MappedUserData(global, app, List.copyOf(leftOut));
  }

  private UserData fields(UserDataScope scope) {
    UserData userData = new UserData(scope);
    sources(scope)
        .forEach(
            (name, source) -> {
              UserDataField field = new UserDataField(scope, name);
              if (recipient != UserDataRecipient.USER || !settings.serverOnly().contains(field)) {
                put(userData, field, source)
                    .ifPresent(reason -> leftOut.add(Reason.of("%s %s", field, reason)));
              }
            });
    return userData;
  }

  /** Agents see the user's language, too, unless that field has a source of its own. */
  private Map<String, Source> sources(UserDataScope scope) {
    Map<String, Source> sources = settings.userData().get(scope);
    if (scope != UserDataScope.GLOBAL || settings.language().isEmpty()) {
      return sources;
    }
    Map<String, Source> withLanguage = new TreeMap<>(sources);
    withLanguage.putIfAbsent(PREFERRED_LANGUAGE, settings.language().get());
    return withLanguage;
  }

  /** Sets a field. Returns why it was left out; empty if it was set, or has no value. */
  private Optional<Reason> put(UserData userData, UserDataField field, Source source) {
    if (person.isHidden(source)) {
      return Optional.of(Reason.of("is hidden from the viewer"));
    }
    Optional<FieldType> multiline =
        Optional.of(recipient.multiline()).filter(type -> settings.multiline().contains(field));
    return person
        .value(source)
        .flatMap(
            value ->
                multiline
                    .map(type -> userData.put(field.name(), type, value))
                    .orElseGet(() -> userData.put(field.name(), value)));
  }

  private void addTags(UserData userData) {
    if (settings.tags().isEmpty()) {
      return;
    }
    Memberships memberships = new Memberships(person);
    Map<Boolean, List<Tag>> had =
        settings.tags().stream().collect(Collectors.partitioningBy(memberships::has));
    change(had.get(true), userData::addTag);
    if (settings.tagsRemoved()) {
      change(had.get(false), userData::removeTag);
    }
  }

  private void change(List<Tag> tags, Function<String, Optional<Reason>> change) {
    for (Tag tag : tags) {
      change
          .apply(tag.tagName())
          .ifPresent(reason -> leftOut.add(Reason.of("tag %s %s", tag.tagName(), reason)));
    }
  }
}
