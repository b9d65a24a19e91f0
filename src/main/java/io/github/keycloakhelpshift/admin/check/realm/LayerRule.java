package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import java.util.stream.Stream;

/** Looks for one kind of mistake in the settings that count for clients. */
public interface LayerRule extends Rule {

  CheckedRealm realm();

  Stream<Finding> findings(Layer layer);

  @Override
  default Stream<Finding> findings() {
    return realm().layers().stream().flatMap(this::findings);
  }
}
