package io.github.keycloakhelpshift.admin.check.email;

import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.identity.IdentityType;
import java.util.stream.Stream;

/** Looks for one kind of mistake in the settings with which email addresses are sent. */
interface EmailRule extends LayerRule {

  Stream<Finding> findings(EmailLayer email);

  @Override
  default Stream<Finding> findings(Layer layer) {
    return layer.values().identities().containsKey(IdentityType.EMAIL)
        ? findings(new EmailLayer(layer))
        : Stream.empty();
  }
}
