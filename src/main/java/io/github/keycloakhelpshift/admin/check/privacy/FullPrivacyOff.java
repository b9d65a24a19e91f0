package io.github.keycloakhelpshift.admin.check.privacy;

import io.github.keycloakhelpshift.admin.check.finding.BooleanWord;
import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Source;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds full privacy that is off for everybody, although it was meant to be on. */
public record FullPrivacyOff(CheckedRealm realm) implements LayerRule {

  @Override
  public Stream<Finding> findings(Layer layer) {
    return layer
        .values()
        .fullPrivacy()
        .source()
        .flatMap(source -> variant(source).map(variant -> finding(layer, source).as(variant)))
        .stream();
  }

  private Finding finding(Layer layer, Source source) {
    return layer.finding(
        Code.FULL_PRIVACY_OFF,
        Setting.FULL_PRIVACY.key(),
        source,
        realm.sources().suggestion(source).orElse(""));
  }

  private Optional<String> variant(Source source) {
    if (source.kind() == Source.Kind.NONE) {
      return Optional.of("none");
    }
    if (realm.sources().has(source) && realm.sources().isDeclared(source.name())) {
      return Optional.empty();
    }
    if (new StandIn(source.toString()).isPlaceholder()) {
      return Optional.of("placeholder");
    }
    Optional<Boolean> word = new BooleanWord(source.toString()).meant();
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
