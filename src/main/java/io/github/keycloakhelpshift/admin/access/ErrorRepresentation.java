package io.github.keycloakhelpshift.admin.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Map;

/**
 * The answer to a refused request.
 *
 * @param error a stable name
 * @param description what to do, in a sentence
 * @param errors what is wrong, by the key of the setting or the name of the parameter
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ErrorRepresentation(
    String error,
    @JsonProperty("error_description") String description,
    Map<String, String> errors) {

  public ErrorRepresentation(String error, String description) {
    this(error, description, Map.of());
  }
}
