package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Argument;
import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.Suggestion;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.SettingEntry;
import io.github.keycloakhelpshift.settings.SettingProblem;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds settings with invalid values, and unknown keys. */
public record BadSettings(CheckedRealm realm) implements Rule {

  private static final String USER_DATA = Setting.PREFIX + "user_data.";

  @Override
  public Stream<Finding> findings() {
    return Stream.concat(realm.layers().stream().flatMap(BadSettings::problems), misspelt());
  }

  private static Stream<Finding> problems(Layer layer) {
    return layer.read().problems().stream()
        .filter(
            problem ->
                !new SettingEntry(problem.key(), layer.text(problem.key()).orElse(""))
                    .isLiteralSecret())
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
        misspelt(realm.attributes().keySet(), Place.REALM),
        realm.clients().stream()
            .flatMap(client -> client.mappers().stream())
            .distinct()
            .flatMap(place -> misspelt(place.mapper().getConfig().keySet(), place.place())));
  }

  private static Stream<Finding> misspelt(Set<String> keys, Place place) {
    return keys.stream()
        .filter(key -> !key.startsWith(Setting.PREFIX))
        .filter(key -> suggestion(key).isPresent())
        .map(key -> unknown(place.setting(key), key, new Argument.Name(key)));
  }

  private static Finding unknown(Place place, String key, Argument problem) {
    Optional<String> meant = suggestion(key);
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
            suggestion(key)
                .or(() -> Setting.of(key).flatMap(setting -> MeantValue.of(setting, text))));
    return finding.variant().isEmpty() && !Suggestion.unquoted(text).equals(text)
        ? finding.as("quoted")
        : finding;
  }

  private static Finding finding(Code code, Place place, Argument problem, Optional<String> meant) {
    return meant
        .map(text -> new Finding(code, place, "near", List.of(problem, new Argument.Name(text))))
        .orElseGet(() -> new Finding(code, place, "", List.of(problem)));
  }

  private static Optional<String> suggestion(String key) {
    if (key.startsWith(USER_DATA) && !new SettingEntry(key, "").isSource()) {
      // Without its scope, or in the other one.
      String field = key.substring(USER_DATA.length()).replaceFirst("^(global|app)[.]", "");
      for (UserDataScope scope : UserDataScope.values()) {
        if (scope.typeOf(field).isPresent()) {
          return Optional.of(Setting.userDataKey(scope, field));
        }
      }
    }
    return Suggestion.of(key, SettingKeys.ALL);
  }
}
