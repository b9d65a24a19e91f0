package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.admin.settings.RealmSettings;
import io.github.keycloakhelpshift.admin.settings.SettingsValidation;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.keycloak.models.KeycloakSession;

/**
 * The realm's settings as they would be after a change.
 *
 * @param errors what is wrong with the change, by key
 */
record WantedSettings(SortedMap<String, String> attributes, Map<String, String> errors) {

  private static final String PARAMETER = "with";

  /**
   * Applies a change.
   *
   * @param changes each a key, an equals sign and the new text; without a text the key is removed
   */
  static WantedSettings of(KeycloakSession session, SettingsReader reader, List<String> changes) {
    RealmSettings stored = new RealmSettings(session.getContext().getRealm());
    SortedMap<String, String> attributes = stored.read();
    Map<String, String> errors = new TreeMap<>();
    for (String change : changes) {
      int end = change.indexOf('=');
      if (end < 1) {
        errors.put(PARAMETER, "is not <key>=<value>");
      } else {
        attributes.put(change.substring(0, end).strip(), change.substring(end + 1));
      }
    }
    if (errors.isEmpty()) {
      errors.putAll(new SettingsValidation(session, stored, reader).errors(attributes));
    }
    return new WantedSettings(attributes, errors);
  }
}
