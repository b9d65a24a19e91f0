package io.github.keycloakhelpshift.admin.preview;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;

/**
 * An identity that is mapped but not sent, or a metadata entry of an identity that is sent.
 *
 * @param metadata the key of the entry
 * @param reason the stable name of the reason
 * @param description the reason in the admin's language; never contains a value
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record LeftOutRepresentation(
    String identifier,
    Optional<String> metadata,
    String source,
    String reason,
    String description) {}
