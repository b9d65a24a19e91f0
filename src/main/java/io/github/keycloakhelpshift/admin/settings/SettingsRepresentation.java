package io.github.keycloakhelpshift.admin.settings;

import java.util.List;
import java.util.Map;

/** The realm's settings, and the definition of each setting. */
record SettingsRepresentation(Map<String, String> settings, List<SettingDefinition> definitions) {}
