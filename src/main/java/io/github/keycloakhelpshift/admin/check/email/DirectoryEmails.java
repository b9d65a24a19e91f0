package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds email addresses that count as verified because they come from a directory. */
public record DirectoryEmails(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return EmailLayer.of(realm)
        .filter(EmailLayer::isVerified)
        .flatMap(
            email ->
                realm.directories().all().stream()
                    .map(
                        directory ->
                            email.ofPolicy(
                                directory.get("trustEmail", false)
                                    ? Code.EMAIL_TRUSTED_FROM_DIRECTORY
                                    : Code.EMAIL_CHANGED_BY_DIRECTORY,
                                String.valueOf(directory.getName()))));
  }
}
