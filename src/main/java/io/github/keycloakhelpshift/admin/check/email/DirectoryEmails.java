package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds email addresses that count as verified because they come from a directory. */
public record DirectoryEmails(CheckedRealm realm) implements EmailRule {

  @Override
  public Stream<Finding> findings(EmailLayer email) {
    return realm.directories().all().stream()
        .filter(directory -> email.isVerified())
        .map(
            directory ->
                email.ofPolicy(
                    directory.get("trustEmail", false)
                        ? Code.EMAIL_TRUSTED_FROM_DIRECTORY
                        : Code.EMAIL_CHANGED_BY_DIRECTORY,
                    String.valueOf(directory.getName())));
  }
}
