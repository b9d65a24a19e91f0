package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.user.HelpshiftUser;
import io.github.keycloakhelpshift.user.Ineligible;
import io.github.keycloakhelpshift.user.MappedIdentities;
import io.github.keycloakhelpshift.user.MappedUserData;
import io.github.keycloakhelpshift.user.Person;
import java.util.List;
import java.util.Optional;

/**
 * A user in the bulk export: with the same identities, user data and limits as in the token.
 * Metadata of identities is not exported.
 *
 * @param json the profile; empty if the user is left out
 * @param leftOut why the user is left out; empty if they are not
 * @param userDataLeftOut fields and tags that Helpshift would refuse, with the reason, without
 *     values
 */
record BulkProfile(
    Optional<ProfileRepresentation> json, Optional<String> leftOut, List<Reason> userDataLeftOut) {

  static BulkProfile of(Person person, HelpshiftSettings settings, UserDataScope scope) {
    HelpshiftUser user = new HelpshiftUser(person, settings);
    Optional<Ineligible> ineligible = user.ineligible();
    if (ineligible.isPresent()) {
      return leftOut(ineligible.get().name());
    }
    MappedIdentities mapped = user.identities();
    if (mapped.value(IdentityType.UID).isEmpty()) {
      return leftOut(IdentityType.UID.identifier() + ":" + mapped.reason(IdentityType.UID));
    }
    MappedUserData userData = user.userData(UserDataRecipient.BULK_IMPORT);
    return new BulkProfile(
        Optional.of(
            ProfileRepresentation.of(
                person,
                mapped,
                scope == UserDataScope.GLOBAL ? userData.global() : userData.app())),
        Optional.empty(),
        userData.leftOut());
  }

  private static BulkProfile leftOut(String reason) {
    return new BulkProfile(Optional.empty(), Optional.of(reason), List.of());
  }
}
