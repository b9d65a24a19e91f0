package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.BooleanWord;
import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingEntry;
import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsLayer;
import java.util.Set;
import java.util.stream.Stream;

/** Finds settings in a mapper where they do not count, so that they are ignored. */
public record MisplacedMapperSettings(CheckedRealm realm) implements LayerRule {

  @Override
  public Stream<Finding> findings(Layer layer) {
    return layer.holders().entrySet().stream()
        .flatMap(holder -> of(layer, holder.getKey(), holder.getValue()));
  }

  private Stream<Finding> of(Layer layer, SettingsLayer where, Place holder) {
    return layer.said().misplaced(where).stream()
        .map(SettingProblem::key)
        .map(key -> new SettingEntry(key, layer.said().saidBy(where).get(key)))
        .filter(entry -> !LiteralSecret.isIn(entry.key(), entry.text()))
        .map(entry -> finding(holder, entry, Setting.of(entry.key()).orElseThrow()));
  }

  private Finding finding(Place holder, SettingEntry entry, Setting setting) {
    Finding finding =
        Finding.of(
            Code.SETTING_MISPLACED,
            holder.setting(entry.key()),
            entry.key(),
            String.join(", ", setting.lessInClient()));
    if (setting.mostSpecific() == SettingsLayer.REALM) {
      return finding.as("mapper");
    }
    if (setting.lessInClient().isEmpty()) {
      return finding.as("own");
    }
    return finding.as(isNearly(setting.lessInClient(), entry.text()) ? "less_near" : "less");
  }

  /** Whether a text that counts in a client's own mapper was meant. */
  private boolean isNearly(Set<String> less, String text) {
    return less.stream().anyMatch(one -> new Spelling(one).isSame(text))
        || new BooleanWord(text).meant().map(String::valueOf).filter(less::contains).isPresent();
  }
}
