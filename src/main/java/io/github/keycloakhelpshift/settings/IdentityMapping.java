package io.github.keycloakhelpshift.settings;

import java.util.Map;

/**
 * The sources of one identity.
 *
 * @param metadata the source of each metadata entry, by its key
 */
public record IdentityMapping(Source value, Map<String, Source> metadata) {}
