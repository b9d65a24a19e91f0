package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Finds identities with values that users can write themselves. */
public record EditableSource(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return IdentitySource.of(realm)
        .filter(identity -> !identity.isVerifiedEmail())
        .filter(identity -> realm.sources().isUserEditable(identity.source()))
        .map(identity -> identity.finding(Code.SOURCE_USER_EDITABLE));
  }
}
