package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.LayerRule;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingProblem;
import java.util.stream.Stream;

/** Finds settings with invalid values, and unknown keys. */
public record BadSettings(CheckedRealm realm) implements LayerRule {

  @Override
  public Stream<Finding> findings(Layer layer) {
    return layer.read().problems().stream()
        .filter(problem -> !LiteralSecret.isIn(problem.key(), layer.text(problem.key()).orElse("")))
        .filter(problem -> !problem.key().equals(Setting.CHECK_ACCEPT.key()))
        // Another rule finds what does not count in its place.
        .filter(problem -> !layer.said().misplaced().contains(problem))
        .map(problem -> problem.fatal() ? invalid(layer, problem) : unknown(layer, problem));
  }

  private Finding unknown(Layer layer, SettingProblem problem) {
    String key = problem.key();
    return new MeantKey(key)
        .find()
        .map(meant -> layer.finding(Code.SETTING_UNKNOWN, key, key, meant).as("near"))
        .orElseGet(() -> layer.finding(Code.SETTING_UNKNOWN, key, problem));
  }

  private Finding invalid(Layer layer, SettingProblem problem) {
    String key = problem.key();
    String text = layer.text(key).orElse("");
    return new MeantKey(key)
        .find()
        .or(() -> Setting.of(key).flatMap(setting -> new MeantValue(setting, text).find()))
        .map(meant -> layer.finding(Code.SETTING_INVALID, key, problem, meant).as("near"))
        .orElseGet(() -> layer.finding(Code.SETTING_INVALID, key, problem).as(variant(text)));
  }

  private String variant(String text) {
    if (new StandIn(text).isPlaceholder()) {
      return "placeholder";
    }
    return new Spelling(text).unquoted().equals(text) ? "" : "quoted";
  }
}
