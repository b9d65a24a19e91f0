package io.github.keycloakhelpshift.admin.profiles;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.user.MappedIdentities;
import io.github.keycloakhelpshift.user.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A profile of Helpshift's bulk call {@code create_core_profiles}. Empty members are left out.
 *
 * @param identities each with its value by its identifier; an email address also with whether
 *     Keycloak has verified it
 * @param fields the fields that are not names
 * @param names the fields that are names
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"identities", "full_privacy_enabled", "fields", "names", "tags"})
record ProfileRepresentation(
    List<Map<String, String>> identities,
    @JsonProperty("full_privacy_enabled") @JsonInclude(JsonInclude.Include.NON_DEFAULT)
        boolean fullPrivacy,
    @JsonAnyGetter Map<String, String> fields,
    Map<String, String> names,
    List<String> tags,
    @JsonProperty("custom_fields") Map<String, String> customFields) {

  private static final Set<String> NAMES =
      Set.of("first_name", "last_name", "full_name", "display_name");

  /** The field whose value is in milliseconds in a profile, but in seconds in user data. */
  private static final String LAST_ACTIVE_DATE = "last_active_date";

  static ProfileRepresentation of(Person person, MappedIdentities mapped, UserData userData) {
    Map<String, String> fields = new TreeMap<>(userData.fields());
    fields.keySet().removeAll(NAMES);
    fields.computeIfPresent(LAST_ACTIVE_DATE, (field, seconds) -> inMilliseconds(seconds));
    Map<String, String> names = new TreeMap<>(userData.fields());
    names.keySet().retainAll(NAMES);
    return new ProfileRepresentation(
        mapped.identities().stream().map(identity -> identity(identity, person)).toList(),
        mapped.fullPrivacy(),
        fields,
        names,
        userData.newTags(),
        userData.customFields());
  }

  private static Map<String, String> identity(Identity identity, Person person) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put(identity.type().identifier(), identity.value());
    if (identity.type() == IdentityType.EMAIL) {
      json.put("verified", String.valueOf(person.hasVerifiedEmail(identity.value())));
    }
    return json;
  }

  private static String inMilliseconds(String seconds) {
    return String.valueOf(Math.multiplyExact(Long.parseLong(seconds), 1_000L));
  }
}
