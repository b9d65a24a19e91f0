package io.github.keycloakhelpshift.admin.settings;

import java.util.Map;
import java.util.Set;

/**
 * The realm's settings after they were saved.
 *
 * @param changed the keys with a new value
 */
record SavedSettings(Map<String, String> settings, Set<String> changed) {}
