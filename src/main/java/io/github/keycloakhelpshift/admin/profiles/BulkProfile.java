package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.UserData;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.Ineligible;
import io.github.keycloakhelpshift.user.MappedIdentities;
import io.github.keycloakhelpshift.user.MappedUserData;
import io.github.keycloakhelpshift.user.Person;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A user in the form of Helpshift's bulk call {@code create_core_profiles}: with the same
 * identities, user data and limits as in the token. Metadata of identities is not exported.
 *
 * @param json the record; null if the user is left out
 * @param leftOut why the user is left out; null if they are not
 * @param userDataLeftOut fields and tags that Helpshift would refuse, with the reason, without
 *     values
 */
record BulkProfile(Map<String, Object> json, String leftOut, List<String> userDataLeftOut) {

  private static final Set<String> NAMES =
      Set.of("first_name", "last_name", "full_name", "display_name");

  /** The field whose value is in milliseconds in a profile, but in seconds in user data. */
  private static final String LAST_ACTIVE_DATE = "last_active_date";

  static BulkProfile of(Person person, ProfileSettings settings) {
    HelpshiftUser user = new HelpshiftUser(person, settings.settings());
    Optional<Ineligible> ineligible = user.ineligible();
    if (ineligible.isPresent()) {
      return new BulkProfile(null, ineligible.get().name(), List.of());
    }
    MappedIdentities mapped = user.identities();
    if (mapped.value(IdentityType.UID).isEmpty()) {
      return new BulkProfile(
          null, IdentityType.UID.identifier() + ":" + mapped.reason(IdentityType.UID), List.of());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put(
        "identities",
        mapped.identities().stream().map(identity -> identity(identity, person)).toList());
    if (mapped.fullPrivacy()) {
      json.put("full_privacy_enabled", true);
    }
    MappedUserData userData = user.userData(UserDataRecipient.BULK_IMPORT);
    addUserData(
        json, settings.scope() == UserDataScope.GLOBAL ? userData.global() : userData.app());
    return new BulkProfile(json, null, userData.leftOut());
  }

  private static Map<String, String> identity(Identity identity, Person person) {
    Map<String, String> json = new LinkedHashMap<>();
    json.put(identity.type().identifier(), identity.value());
    if (identity.type() == IdentityType.EMAIL) {
      json.put("verified", String.valueOf(person.hasVerifiedEmail(identity.value())));
    }
    return json;
  }

  private static void addUserData(Map<String, Object> json, UserData userData) {
    Map<String, String> names = new LinkedHashMap<>();
    userData
        .fields()
        .forEach(
            (field, value) -> {
              if (NAMES.contains(field)) {
                names.put(field, value);
              } else {
                json.put(field, field.equals(LAST_ACTIVE_DATE) ? inMilliseconds(value) : value);
              }
            });
    if (!names.isEmpty()) {
      json.put("names", names);
    }
    if (!userData.newTags().isEmpty()) {
      json.put("tags", userData.newTags());
    }
    if (!userData.customFields().isEmpty()) {
      json.put("custom_fields", userData.customFields());
    }
  }

  private static String inMilliseconds(String seconds) {
    return String.valueOf(Math.multiplyExact(Long.parseLong(seconds), 1_000L));
  }
}
