package io.github.keycloakhelpshift.admin.check.source;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.settings.EmailPolicy;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.stream.Stream;

/** The source of one identity in some settings. */
record IdentitySource(Layer layer, IdentityType type, Source source) {

  static Stream<IdentitySource> of(CheckedRealm realm) {
    return realm.layers().stream()
        .flatMap(
            layer ->
                layer.values().identities().entrySet().stream()
                    .map(
                        entry ->
                            new IdentitySource(layer, entry.getKey(), entry.getValue().value())));
  }

  /** Whether Keycloak guarantees the value, because only the user's verified address is sent. */
  boolean isVerifiedEmail() {
    return type == IdentityType.EMAIL && layer.values().emailPolicy() == EmailPolicy.VERIFIED;
  }

  boolean isAttribute() {
    return source.kind() == Source.Kind.ATTRIBUTE;
  }

  /** Returns a finding whose texts name the source and the identity first. */
  Finding finding(Code code, Object... more) {
    return layer.finding(
        code,
        Setting.identityKey(type),
        Stream.concat(Stream.of(source, type.identifier()), Stream.of(more)).toArray());
  }
}
