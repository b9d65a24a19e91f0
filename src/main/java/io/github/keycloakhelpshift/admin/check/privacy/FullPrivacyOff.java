package io.github.keycloakhelpshift.admin.check.privacy;

import io.github.keycloakhelpshift.admin.check.finding.BooleanWords;
import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds full privacy that is off for everybody, although it was meant to be on. */
public record FullPrivacyOff(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream().flatMap(this::ofLayer);
  }

  private Stream<Finding> ofLayer(Layer layer) {
    return layer.values().fullPrivacy().source().stream()
        .flatMap(
            source ->
                variant(source).stream()
                    .map(
                        variant ->
                            Finding.of(
                                    Code.FULL_PRIVACY_OFF,
                                    layer.place(Setting.FULL_PRIVACY.key()),
                                    source,
                                    realm.sources().suggestion(source).orElse(""))
                                .as(variant)));
  }

  private Optional<String> variant(Source source) {
    if (source.kind() == Source.Kind.NONE) {
      return Optional.of("none");
    }
    if (realm.sources().has(source) && realm.sources().isDeclared(source.name())) {
      return Optional.empty();
    }
    if (StandIn.isPlaceholder(source.toString())) {
      return Optional.of("placeholder");
    }
    Optional<Boolean> word = BooleanWords.of(source.toString());
    if (word.isPresent()) {
      return Optional.of(word.get() ? "on" : "off");
    }
    if (realm.sources().has(source)) {
      return Optional.empty();
    }
    if (realm.sources().suggestion(source).isPresent()) {
      return Optional.of("near");
    }
    return Optional.of(source.kind() == Source.Kind.ATTRIBUTE ? "unknown" : "no_attribute");
  }
}
