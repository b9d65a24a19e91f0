package io.github.keycloakhelpshift.admin.settings;

import java.util.List;
import java.util.Map;

/**
 * The realm's settings, and what each setting is.
 *
 * @param settings by key
 * @param definitions every setting of this version
 */
record SettingsRepresentation(Map<String, String> settings, List<SettingDefinition> definitions) {}
