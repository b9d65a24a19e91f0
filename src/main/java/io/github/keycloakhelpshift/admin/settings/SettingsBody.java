package io.github.keycloakhelpshift.admin.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.keycloak.util.JsonSerialization;

/**
 * The body of a request that replaces settings.
 *
 * @param settings the new settings by key; without null, which means not set
 * @param errors what is wrong, by key: a value must be a text, a boolean or a number
 */
record SettingsBody(Map<String, String> settings, Map<String, String> errors) {

  /**
   * Reads a body.
   *
   * @throws IllegalArgumentException if it is not an object with an object {@code settings}
   */
  static SettingsBody read(InputStream body) throws IOException {
    JsonNode settings = JsonSerialization.mapper.readTree(body).path("settings");
    if (!settings.isObject()) {
      throw new IllegalArgumentException();
    }
    SettingsBody read = new SettingsBody(new TreeMap<>(), new TreeMap<>());
    settings.properties().forEach(setting -> read.add(setting.getKey(), setting.getValue()));
    return read;
  }

  private void add(String key, JsonNode value) {
    if (value.isContainerNode()) {
      errors.put(key, "is not text");
    } else if (!value.isNull()) {
      settings.put(key, value.asText());
    }
  }
}
