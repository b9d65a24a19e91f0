package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The keys of settings without names in them, to suggest one of them. */
final class SettingKeys {

  static final Set<String> ALL = all();

  /** The same without our prefix. */
  static final List<String> NAMES =
      ALL.stream().map(key -> key.substring(Setting.PREFIX.length())).toList();

  private SettingKeys() {}

  private static Set<String> all() {
    Set<String> keys = new TreeSet<>();
    Arrays.stream(Setting.values())
        .map(Setting::key)
        .filter(key -> !key.contains("<"))
        .forEach(keys::add);
    UnknownWidgetOption.KNOWN.stream().map(Setting.WIDGET::key).forEach(keys::add);
    Arrays.stream(IdentityType.values()).map(Setting::identityKey).forEach(keys::add);
    for (UserDataScope scope : UserDataScope.values()) {
      scope.fields().keySet().forEach(field -> keys.add(Setting.userDataKey(scope, field)));
    }
    return Collections.unmodifiableSet(keys);
  }
}
