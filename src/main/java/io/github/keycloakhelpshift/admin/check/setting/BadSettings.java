package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Argument;
import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.StandIn;
import io.github.keycloakhelpshift.admin.check.finding.Suggestion;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingProblem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds settings with invalid values, and unknown keys. */
public record BadSettings(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return Stream.concat(realm.layers().stream().flatMap(BadSettings::problems), misspelt());
  }

  private static Stream<Finding> problems(Layer layer) {
    return layer.read().problems().stream()
        .filter(problem -> !LiteralSecret.isIn(problem.key(), layer.text(problem.key()).orElse("")))
        .filter(problem -> !problem.key().equals(Setting.CHECK_ACCEPT.key()))
        // Another rule finds what does not count in its place.
        .filter(problem -> !layer.said().misplaced().contains(problem))
        .map(
            problem ->
                problem.fatal()
                    ? invalid(layer, problem)
                    : unknown(
                        layer.place(problem.key()), problem.key(), new Argument.Problem(problem)));
  }

  /** Finds keys without our prefix that look like misspelt keys of ours. */
  private Stream<Finding> misspelt() {
    return Stream.concat(
        misspelt(realm.attributes(), Place.REALM),
        realm.clients().stream()
            .flatMap(client -> client.mappers().stream())
            .distinct()
            .flatMap(place -> misspelt(place.mapper().getConfig(), place.place())));
  }

  private static Stream<Finding> misspelt(Map<String, String> texts, Place place) {
    return texts.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith(Setting.PREFIX))
        .filter(entry -> MeantKey.of(entry.getKey()).filter(key -> fits(key, entry)).isPresent())
        .map(Map.Entry::getKey)
        .map(key -> unknown(place.setting(key), key, new Argument.Name(key)));
  }

  /** Whether the text may be moved to that key: a secret itself must not be there, either. */
  private static boolean fits(String key, Map.Entry<String, String> entry) {
    return !LiteralSecret.isIn(key, entry.getValue());
  }

  private static Finding unknown(Place place, String key, Argument problem) {
    Optional<String> meant = MeantKey.of(key);
    return finding(
        Code.SETTING_UNKNOWN, place, meant.isPresent() ? new Argument.Name(key) : problem, meant);
  }

  private static Finding invalid(Layer layer, SettingProblem problem) {
    String key = problem.key();
    String text = layer.text(key).orElse("");
    Finding finding =
        finding(
            Code.SETTING_INVALID,
            layer.place(key),
            new Argument.Problem(problem),
            MeantKey.of(key)
                .or(() -> Setting.of(key).flatMap(setting -> MeantValue.of(setting, text))));
    if (!finding.variant().isEmpty()) {
      return finding;
    }
    if (StandIn.isPlaceholder(text)) {
      return finding.as("placeholder");
    }
    return Suggestion.unquoted(text).equals(text) ? finding : finding.as("quoted");
  }

  private static Finding finding(Code code, Place place, Argument problem, Optional<String> meant) {
    return meant
        .map(text -> new Finding(code, place, "near", List.of(problem, new Argument.Name(text))))
        .orElseGet(() -> new Finding(code, place, "", List.of(problem)));
  }
}
