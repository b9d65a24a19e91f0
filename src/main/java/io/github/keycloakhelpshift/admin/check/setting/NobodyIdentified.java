package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.IdentityMapping;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds settings with which nobody can ever be signed in. */
public record NobodyIdentified(CheckedRealm realm) implements LayerRule {

  @Override
  public Stream<Finding> findings(Layer layer) {
    if (isSent(layer, IdentityType.UID)) {
      return Stream.empty();
    }
    Finding nobody = layer.finding(Code.NOBODY_IDENTIFIED, Setting.identityKey(IdentityType.UID));
    if (!isSent(layer, IdentityType.EMAIL)) {
      return Stream.of(nobody);
    }
    return layer.values().fullPrivacy().isOnForEverybody()
        ? Stream.of(nobody.as("privacy"))
        : Stream.empty();
  }

  /** Whether somebody can have a value of that identity. An extension may write any note. */
  private boolean isSent(Layer layer, IdentityType type) {
    return Optional.ofNullable(layer.values().identities().get(type))
        .map(IdentityMapping::value)
        .filter(source -> source.kind() == Source.Kind.NOTE || realm.sources().has(source))
        .isPresent();
  }
}
