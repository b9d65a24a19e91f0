package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import java.util.stream.Stream;

/** Looks for one kind of mistake in each client that has opted in. */
public interface ClientRule extends Rule {

  CheckedRealm realm();

  Stream<Finding> findings(CheckedClient client);

  @Override
  default Stream<Finding> findings() {
    return realm().clients().stream().flatMap(this::findings);
  }
}
