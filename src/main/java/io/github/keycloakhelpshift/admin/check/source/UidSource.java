package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.identity.IdentityType;
import java.util.stream.Stream;
import org.keycloak.models.LDAPConstants;
import org.keycloak.models.UserModel;

/** Finds sources of the uid whose values do not belong to one person for ever. */
public record UidSource(CheckedRealm realm) implements IdentityRule {

  @Override
  public Stream<Finding> findings(IdentitySource uid) {
    if (uid.type() != IdentityType.UID) {
      return Stream.empty();
    }
    return switch (uid.source().kind()) {
      case NOTE -> Stream.of(uid.finding(Code.UID_NOT_UNIQUE).as("note"));
      case ATTRIBUTE ->
          // The directory's own id of the user, which stays the same when they are imported again.
          uid.source().name().equals(LDAPConstants.LDAP_ID)
              ? Stream.empty()
              : Stream.of(ofAttribute(uid));
      case IDENTITY_PROVIDER -> Stream.of(uid.finding(Code.UID_LINK_SHARED));
      case ID ->
          realm.directories().all().isEmpty()
              ? Stream.empty()
              : Stream.of(
                  uid.finding(
                      Code.UID_OF_DIRECTORY, String.join(", ", realm.directories().names())));
      case NONE -> Stream.empty();
    };
  }

  private Finding ofAttribute(IdentitySource uid) {
    String name = uid.source().name();
    boolean username = name.equals(UserModel.USERNAME);
    if (name.equals(UserModel.EMAIL)
        || (username && realm.model().isRegistrationEmailAsUsername())) {
      return uid.finding(Code.UID_IS_EMAIL);
    }
    return uid.finding(username ? Code.UID_MAY_BE_EMAIL : Code.UID_NOT_UNIQUE);
  }
}
