package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingEntry;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keycloak.models.RealmModel;

/**
 * The settings of a realm as text: its attributes {@code helpshift.*}, which forms and the admin
 * API show and write.
 *
 * <p>A literal secret in an attribute is never among them: we do not show it, and the next write
 * removes it.
 */
public record RealmSettings(RealmModel realm) {

  public SortedMap<String, String> read() {
    SortedMap<String, String> settings = stored();
    settings
        .entrySet()
        .removeIf(entry -> new SettingEntry(entry.getKey(), entry.getValue()).isLiteralSecret());
    return settings;
  }

  /**
   * Writes those settings, which must be validated, to the realm. Removes missing and blank keys,
   * and does not touch unchanged ones.
   *
   * @return the keys that changed
   */
  SortedSet<String> write(Map<String, String> wanted) {
    SortedMap<String, String> target = present(wanted);
    SortedSet<String> keys = new TreeSet<>(stored().keySet());
    keys.addAll(target.keySet());
    keys.removeIf(key -> !isChange(key, target.get(key)));
    for (String key : keys) {
      String value = target.get(key);
      if (value == null) {
        realm.removeAttribute(key);
      } else {
        realm.setAttribute(key, value);
      }
    }
    return Collections.unmodifiableSortedSet(keys);
  }

  /** Replaces the settings among some attributes by the realm's current ones. */
  void keep(Map<String, String> attributes) {
    attributes.keySet().removeIf(key -> key.startsWith(Setting.PREFIX));
    attributes.putAll(stored());
  }

  /** Whether a value differs from the realm's; null: not set. */
  boolean isChange(String key, String value) {
    String current = realm.getAttribute(key);
    return value == null ? current != null : !value.equals(current);
  }

  SortedMap<String, String> stored() {
    SortedMap<String, String> stored = new TreeMap<>();
    realm
        .getAttributes()
        .forEach(
            (key, value) -> {
              if (key.startsWith(Setting.PREFIX) && value != null) {
                stored.put(key, value);
              }
            });
    return stored;
  }

  /** Returns those settings without blank ones, which count as not set. */
  static SortedMap<String, String> present(Map<String, String> settings) {
    SortedMap<String, String> present = new TreeMap<>();
    settings.forEach(
        (key, value) -> {
          if (value != null && !value.isBlank()) {
            present.put(key, value.strip());
          }
        });
    return present;
  }
}
