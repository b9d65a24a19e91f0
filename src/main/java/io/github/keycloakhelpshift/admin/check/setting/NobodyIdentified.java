package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.IdentityMapping;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds settings with which nobody can ever be signed in. */
public record NobodyIdentified(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream().flatMap(layer -> finding(layer).stream());
  }

  private Optional<Finding> finding(Layer layer) {
    HelpshiftSettings values = layer.values();
    if (isSent(values, IdentityType.UID)) {
      return Optional.empty();
    }
    Place place = layer.place(Setting.identityKey(IdentityType.UID));
    if (!isSent(values, IdentityType.EMAIL)) {
      return Optional.of(Finding.of(Code.NOBODY_IDENTIFIED, place));
    }
    boolean private1 =
        values.fullPrivacy().source().isEmpty()
            && values.fullPrivacy().isOn(source -> Optional.empty());
    return private1
        ? Optional.of(Finding.of(Code.NOBODY_IDENTIFIED, place).as("privacy"))
        : Optional.empty();
  }

  /** Whether somebody can have a value of that identity. An extension may write any note. */
  private boolean isSent(HelpshiftSettings values, IdentityType type) {
    return Optional.ofNullable(values.identities().get(type))
        .map(IdentityMapping::value)
        .filter(source -> source.kind() == Source.Kind.NOTE || realm.sources().has(source))
        .isPresent();
  }
}
