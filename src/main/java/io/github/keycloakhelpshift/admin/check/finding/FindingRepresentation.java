package io.github.keycloakhelpshift.admin.check.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A finding in the JSON of the admin API.
 *
 * @param severity {@code error}, {@code warning} or {@code info}
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record FindingRepresentation(
    String severity,
    String code,
    Optional<String> setting,
    Optional<String> client,
    @JsonProperty("client_scope") Optional<String> clientScope,
    String what,
    String why,
    String fix,
    String doc) {}
