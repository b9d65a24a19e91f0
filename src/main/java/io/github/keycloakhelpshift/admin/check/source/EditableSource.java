package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds identities with values that users can write themselves. */
public record EditableSource(CheckedRealm realm) implements IdentityRule {

  @Override
  public Stream<Finding> findings(IdentitySource identity) {
    return !identity.isVerifiedEmail() && realm.sources().isUserEditable(identity.source())
        ? Stream.of(identity.finding(Code.SOURCE_USER_EDITABLE))
        : Stream.empty();
  }
}
