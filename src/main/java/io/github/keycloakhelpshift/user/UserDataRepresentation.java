package io.github.keycloakhelpshift.user;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.keycloakhelpshift.identity.UserData;
import java.util.List;
import java.util.Map;

/**
 * User data as the page sends it to Helpshift.
 *
 * @param app the argument of {@code updateAppUserData}
 * @param global the argument of {@code updateGlobalUserData}
 */
public record UserDataRepresentation(Scope global, Scope app) {

  /** The data of one scope, without empty members. */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Scope(
      @JsonAnyGetter Map<String, String> fields,
      @JsonProperty("new_tags") List<String> newTags,
      @JsonProperty("tags_to_remove") List<String> tagsToRemove,
      @JsonProperty("custom_user_fields") Map<String, String> customUserFields) {

    private Scope(UserData data) {
      this(data.fields(), data.newTags(), data.tagsToRemove(), data.customFields());
    }
  }

  public UserDataRepresentation(MappedUserData mapped) {
    this(new Scope(mapped.global()), new Scope(mapped.app()));
  }
}
