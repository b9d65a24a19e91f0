package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.stream.Stream;

/** Finds metadata of an identity that is not sent, and more metadata than Helpshift accepts. */
public record MetadataRule(CheckedRealm realm) implements LayerRule {

  @Override
  public Stream<Finding> findings(Layer layer) {
    return Stream.concat(withoutIdentity(layer), tooMany(layer));
  }

  private Stream<Finding> withoutIdentity(Layer layer) {
    return layer.said().merged().keySet().stream()
        .flatMap(
            key ->
                Setting.IDENTITY_METADATA
                    .namesIn(key)
                    .flatMap(names -> IdentityType.of(names.get(0)))
                    .filter(type -> !layer.values().identities().containsKey(type))
                    .map(type -> withoutIdentity(layer, key, type))
                    .stream());
  }

  private Finding withoutIdentity(Layer layer, String key, IdentityType type) {
    return layer.finding(Code.METADATA_WITHOUT_IDENTITY, key, key, Setting.identityKey(type));
  }

  private Stream<Finding> tooMany(Layer layer) {
    return layer.values().identities().entrySet().stream()
        .filter(entry -> entry.getValue().metadata().size() > Identity.MAX_METADATA_ENTRIES)
        .map(
            entry ->
                layer.finding(
                    Code.METADATA_TOO_MANY,
                    Setting.identityKey(entry.getKey()),
                    entry.getKey().identifier(),
                    entry.getValue().metadata().size(),
                    Identity.MAX_METADATA_ENTRIES));
  }
}
