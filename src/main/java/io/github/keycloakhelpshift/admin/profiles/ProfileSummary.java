package io.github.keycloakhelpshift.admin.profiles;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.SortedMap;

/**
 * The numbers of an export.
 *
 * @param users how many the caller may view
 * @param profiles how many of them have a profile
 * @param leftOut how many have no profile, by the reason
 * @param userDataLeftOut how many profiles lack a field or a tag, by field and reason
 * @param parts how many parts the whole list has
 */
record ProfileSummary(
    long users,
    long profiles,
    @JsonProperty("left_out") SortedMap<String, Long> leftOut,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty("user_data_left_out")
        SortedMap<String, Long> userDataLeftOut,
    long parts) {

  @Override
  public String toString() {
    return "%d profiles of %d users, left out: %s".formatted(profiles, users, leftOut);
  }
}
