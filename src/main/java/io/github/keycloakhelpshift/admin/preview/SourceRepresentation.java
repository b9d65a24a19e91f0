package io.github.keycloakhelpshift.admin.preview;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A source that counts.
 *
 * @param saidBy who sets it: {@code client} (a mapper), {@code realm} or {@code default}
 */
record SourceRepresentation(String source, @JsonProperty("said_by") String saidBy) {}
