package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Suggestion;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingEntry;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The key that an admin probably meant by a key that is not one of ours. */
final class MeantKey {

  private static final String USER_DATA = "user_data.";
  private static final String IDENTITY = "identity.";
  private static final String WIDGET = "widget.";

  /** Our prefix, in any spelling, also behind another one. */
  private static final Pattern PREFIXED =
      Pattern.compile("(?is)(?:.*[^a-z])?help[._ -]?shift[._ -]+(.+)");

  /** The keys without our prefix. */
  private static final List<String> NAMES =
      SettingKeys.ALL.stream().map(key -> key.substring(Setting.PREFIX.length())).toList();

  private MeantKey() {}

  /** Returns the key that was meant; empty if the key is ours, or no key is similar. */
  static Optional<String> of(String key) {
    if (SettingKeys.ALL.contains(key) || new SettingEntry(key, "").isSource()) {
      return Optional.empty();
    }
    Matcher prefixed = PREFIXED.matcher(key);
    if (prefixed.matches()) {
      return ofName(prefixed.group(1)).map(name -> Setting.PREFIX + name);
    }
    // Without the prefix only what nobody else would call so.
    return NAMES.contains(key) && key.matches(".*[._].*")
        ? Optional.of(Setting.PREFIX + key)
        : Suggestion.of(key, SettingKeys.ALL);
  }

  private static Optional<String> ofName(String name) {
    return Stream.of(
            same(name),
            userData(name),
            identifier(name),
            ending(name.startsWith(WIDGET) ? name.substring(WIDGET.length()) : name),
            Suggestion.of(name, NAMES))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<String> same(String name) {
    return NAMES.stream().filter(known -> Suggestion.isSame(known, name)).findFirst();
  }

  /** A field without its scope, or in the other one. */
  private static Optional<String> userData(String name) {
    if (!name.startsWith(USER_DATA)) {
      return Optional.empty();
    }
    String field = name.substring(USER_DATA.length()).replaceFirst("^(global|app)[.]", "");
    return Stream.of(UserDataScope.values())
        .filter(scope -> scope.typeOf(field).isPresent())
        .map(scope -> USER_DATA + scope.scopeName() + "." + field)
        .findFirst();
  }

  private static Optional<String> identifier(String name) {
    String identifier = name.startsWith(IDENTITY) ? name.substring(IDENTITY.length()) : "";
    return identifier.contains(".")
        ? Optional.empty()
        : MeantIdentifier.of(identifier).map(meant -> IDENTITY + meant);
  }

  /** A name without the words before it, for example {@code uid} for {@code identity.uid}. */
  private static Optional<String> ending(String name) {
    return NAMES.stream()
        .filter(known -> endings(known).anyMatch(end -> Suggestion.isSame(end, name)))
        .findFirst()
        .or(() -> identifier(IDENTITY + name));
  }

  private static Stream<String> endings(String known) {
    return Stream.iterate(
        known,
        end -> !end.isEmpty(),
        end -> end.contains(".") ? end.replaceFirst("^.*?[.]", "") : "");
  }
}
