package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingEntry;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsLayer;
import java.util.stream.Stream;

/** Finds settings in a mapper where they do not count, so that they are ignored. */
public record MisplacedMapperSettings(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.layers().stream()
        .flatMap(
            layer ->
                layer.holders().entrySet().stream()
                    .flatMap(holder -> of(layer, holder.getKey(), holder.getValue())));
  }

  private static Stream<Finding> of(Layer layer, SettingsLayer where, Place holder) {
    return layer.said().misplaced(where).stream()
        .map(SettingProblem::key)
        .filter(
            key -> !new SettingEntry(key, layer.said().saidBy(where).get(key)).isLiteralSecret())
        .map(key -> finding(holder, key, Setting.of(key).orElseThrow()));
  }

  private static Finding finding(Place holder, String key, Setting setting) {
    Finding finding =
        Finding.of(
            Code.SETTING_MISPLACED,
            holder.setting(key),
            key,
            String.join(", ", setting.lessInClient()));
    if (setting.mostSpecific() == SettingsLayer.REALM) {
      return finding.as("mapper");
    }
    return finding.as(setting.lessInClient().isEmpty() ? "own" : "less");
  }
}
