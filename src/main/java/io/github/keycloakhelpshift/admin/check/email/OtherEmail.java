package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;

/** Finds an email identity that is not the address that Keycloak verifies. */
public record OtherEmail(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return EmailLayer.of(realm)
        .filter(EmailLayer::isVerified)
        .filter(email -> !email.source().toString().equals(UserModel.EMAIL))
        .map(email -> email.ofIdentity(Code.EMAIL_NEVER_VERIFIED, email.source()));
  }
}
