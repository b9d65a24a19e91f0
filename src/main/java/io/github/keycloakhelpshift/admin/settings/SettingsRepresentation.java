package io.github.keycloakhelpshift.admin.settings;

import java.util.List;
import java.util.Map;

/**
 * The realm's settings, and the definition of each setting.
 *
 * @param settings the settings by key
 * @param definitions every setting of this version
 */
record SettingsRepresentation(Map<String, String> settings, List<SettingDefinition> definitions) {}
