package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import java.util.stream.Stream;

/** Looks for one kind of mistake in each source of the settings. */
interface SourceRule extends LayerRule {

  Stream<Finding> findings(MappedSource source);

  @Override
  default Stream<Finding> findings(Layer layer) {
    return layer.values().sources().entrySet().stream()
        .map(entry -> new MappedSource(layer, entry.getKey(), entry.getValue()))
        .flatMap(this::findings);
  }
}
