package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds realms where several users can have the same email address. */
public record DuplicateEmails(CheckedRealm realm) implements EmailRule {

  @Override
  public Stream<Finding> findings(EmailLayer email) {
    return realm.model().isDuplicateEmailsAllowed()
        ? Stream.of(email.ofIdentity(Code.EMAIL_NOT_UNIQUE))
        : Stream.empty();
  }
}
