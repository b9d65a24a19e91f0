package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Map;
import java.util.stream.Stream;

/** Finds keys without our prefix that look like misspelt keys of ours. */
public record MisspeltKeys(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return Stream.concat(
        of(Place.REALM, realm.attributes()),
        realm.clients().stream()
            .flatMap(client -> client.mappers().stream())
            .flatMap(place -> of(place.place(), place.mapper().getConfig())));
  }

  private Stream<Finding> of(Place place, Map<String, String> texts) {
    return texts.entrySet().stream()
        .filter(entry -> !entry.getKey().startsWith(Setting.PREFIX))
        .flatMap(
            entry ->
                new MeantKey(entry.getKey())
                        .find()
                        // A secret itself must not be there, either.
                        .filter(meant -> !LiteralSecret.isIn(meant, entry.getValue()))
                        .map(meant -> finding(place, entry.getKey(), meant))
                        .stream());
  }

  private Finding finding(Place place, String key, String meant) {
    return Finding.of(Code.SETTING_UNKNOWN, place.setting(key), key, meant).as("near");
  }
}
