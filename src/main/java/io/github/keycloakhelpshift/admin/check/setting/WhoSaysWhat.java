package io.github.keycloakhelpshift.admin.check.setting;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.SettingsLayer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reports which layer sets each setting, so that an admin can notice a lost setting. */
public record WhoSaysWhat(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    Map<Place, Set<String>> said = new LinkedHashMap<>();
    for (Layer layer : realm.layers()) {
      layer
          .holders()
          .forEach((which, holder) -> said.put(holder, layer.said().saidBy(which).keySet()));
    }
    // Mappers that say nothing are normal.
    said.values().removeIf(Set::isEmpty);
    return Stream.concat(
        Stream.of(
            finding(
                Place.REALM, realm.layers().get(0).said().saidBy(SettingsLayer.REALM).keySet())),
        said.entrySet().stream().map(entry -> finding(entry.getKey(), entry.getValue())));
  }

  private Finding finding(Place place, Set<String> keys) {
    return Finding.of(Code.SETTINGS_SAID_HERE, place, String.join(", ", keys))
        .as(keys.isEmpty() ? "none" : "");
  }
}
