package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reports which layer sets each setting, so that an admin can notice a lost setting. */
public final class WhoSaysWhat implements Rule {

  private final CheckedRealm realm;

  public WhoSaysWhat(CheckedRealm realm) {
    this.realm = realm;
  }

  @Override
  public Stream<Finding> findings() {
    Map<Place, Set<String>> said = new LinkedHashMap<>();
    said.put(Place.REALM, keys(realm.attributes()));
    realm.layers().stream()
        .filter(layer -> layer.holder().clientScope().isPresent())
        .forEach(layer -> said.put(layer.holder(), keys(layer.settings().mapperConfig())));
    return said.entrySet().stream()
        .map(
            entry ->
                Finding.of(
                        Code.SETTINGS_SAID_HERE,
                        entry.getKey(),
                        String.join(", ", entry.getValue()))
                    .as(entry.getValue().isEmpty() ? "none" : ""));
  }

  private static Set<String> keys(Map<String, String> entries) {
    return entries.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Setting.PREFIX))
        .filter(entry -> entry.getValue() != null && !entry.getValue().isBlank())
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
