package io.github.keycloakhelpshift.admin.check.finding;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Optional;

/**
 * A finding in the JSON of the admin API.
 *
 * @param severity {@code error}, {@code warning} or {@code info}
 * @param code the code, which is stable
 * @param setting the key of the setting that it is about
 * @param client the client that it is about
 * @param clientScope the client scope that it is about
 * @param what what was found
 * @param why why it matters
 * @param fix what to do
 * @param doc the page that explains the code
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
