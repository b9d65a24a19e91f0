package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.identity.UserDataScope;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The name after our prefix that an admin probably meant.
 *
 * @param typed the name that they wrote
 */
record MeantName(String typed) {

  private static final String USER_DATA = "user_data.";
  private static final String IDENTITY = "identity.";

  Optional<String> find() {
    return Stream.of(
            nameWith(this::isTyped),
            userData(),
            identity(typed.startsWith(IDENTITY) ? typed.substring(IDENTITY.length()) : ""),
            new MeantName(typed.replaceFirst("^widget[.]", "")).ending(),
            new Spelling(typed).nearest(SettingKeys.NAMES))
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** A field without its scope, or in the other one. */
  private Optional<String> userData() {
    if (!typed.startsWith(USER_DATA)) {
      return Optional.empty();
    }
    String field = typed.substring(USER_DATA.length()).replaceFirst("^(global|app)[.]", "");
    return Stream.of(UserDataScope.values())
        .filter(scope -> scope.typeOf(field).isPresent())
        .map(scope -> USER_DATA + scope.scopeName() + "." + field)
        .findFirst();
  }

  private Optional<String> identity(String identifier) {
    return identifier.contains(".")
        ? Optional.empty()
        : new MeantIdentifier(identifier).find().map(meant -> IDENTITY + meant);
  }

  /** A name without the words before it, for example {@code uid} for {@code identity.uid}. */
  private Optional<String> ending() {
    return nameWith(known -> endings(known).anyMatch(this::isTyped)).or(() -> identity(typed));
  }

  private Optional<String> nameWith(Predicate<String> test) {
    return SettingKeys.NAMES.stream().filter(test).findFirst();
  }

  private boolean isTyped(String name) {
    return new Spelling(name).isSame(typed);
  }

  private static Stream<String> endings(String known) {
    return Stream.iterate(
        known,
        end -> !end.isEmpty(),
        end -> end.contains(".") ? end.replaceFirst("^.*?[.]", "") : "");
  }
}
