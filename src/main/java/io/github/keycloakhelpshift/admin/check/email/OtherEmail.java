package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** Finds an email identity that is not the address that Keycloak verifies. */
public record OtherEmail(CheckedRealm realm) implements EmailRule {

  @Override
  public Stream<Finding> findings(EmailLayer email) {
    return email.isVerified() && !email.source().toString().equals(UserModel.EMAIL)
        ? Stream.of(email.ofIdentity(Code.EMAIL_NEVER_VERIFIED, email.source()))
        : Stream.empty();
  }
}
