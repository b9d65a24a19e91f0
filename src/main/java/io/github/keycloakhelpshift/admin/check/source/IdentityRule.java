package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import java.util.stream.Stream;

/** Looks for one kind of mistake in the source of each identity. */
interface IdentityRule extends Rule {

  CheckedRealm realm();

  Stream<Finding> findings(IdentitySource identity);

  @Override
  default Stream<Finding> findings() {
    return IdentitySource.of(realm()).flatMap(this::findings);
  }
}
