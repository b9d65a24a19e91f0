package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;
import org.keycloak.component.ComponentModel;

/** Finds email addresses that count as verified because they come from a directory. */
public record DirectoryEmails(CheckedRealm realm) implements EmailRule {

  @Override
  public Stream<Finding> findings(EmailLayer email) {
    return email.isVerified()
        ? realm.directories().all().stream().map(directory -> of(email, directory))
        : Stream.empty();
  }

  private Finding of(EmailLayer email, ComponentModel directory) {
    return email.ofPolicy(
        directory.get("trustEmail", false)
            ? Code.EMAIL_TRUSTED_FROM_DIRECTORY
            : Code.EMAIL_CHANGED_BY_DIRECTORY,
        String.valueOf(directory.getName()));
  }
}
