package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.identity.IdentityType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a setting is.
 *
 * @param defaults the defaults by the name in the key; by the empty text if the key contains no
 *     name
 * @param less the values that the client's own mapper may set in any case, because they disclose
 *     less
 */
record SettingSpec(
    KeyPattern key,
    SettingType type,
    SettingsLayer mostSpecific,
    Map<String, String> defaults,
    Set<String> less,
    List<String> options) {

  /**
   * A setting without a default.
   *
   * @param key the key after the prefix
   */
  static SettingSpec setting(SettingsLayer mostSpecific, String key, SettingType type) {
    return new SettingSpec(
        new KeyPattern(KeyPattern.PREFIX + key), type, mostSpecific, Map.of(), Set.of(), List.of());
  }

  /** A setting that chooses from some options. */
  static SettingSpec choice(SettingsLayer mostSpecific, String key, Choice<?> choice) {
    SettingSpec spec = setting(mostSpecific, key, SettingType.CHOICE);
    return new SettingSpec(
        spec.key, spec.type, mostSpecific, spec.defaults, spec.less, choice.texts());
  }

  SettingSpec defaultsTo(String text) {
    return defaults(Map.of("", text));
  }

  SettingSpec defaults(Map<String, String> texts) {
    return new SettingSpec(key, type, mostSpecific, texts, less, options);
  }

  SettingSpec less(String text) {
    return new SettingSpec(key, type, mostSpecific, defaults, Set.of(text), options);
  }

  /** Returns the default in words; empty if there is no default. */
  Optional<String> defaultInWords() {
    if (defaults.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        key.hasNames()
            ? Arrays.stream(IdentityType.values())
                    .map(IdentityType::identifier)
                    .filter(defaults::containsKey)
                    .map(name -> name + ": " + defaults.get(name))
                    .collect(Collectors.joining("; "))
                + "; others: not sent"
            : defaults.get(""));
  }
}
