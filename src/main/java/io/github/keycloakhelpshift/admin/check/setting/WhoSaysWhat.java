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
    said.put(Place.REALM, realm.layers().get(0).said().saidBy(SettingsLayer.REALM).keySet());
    realm.layers().forEach(layer -> said.putAll(ofMappers(layer)));
    return said.entrySet().stream()
        .map(
            entry ->
                Finding.of(
                        Code.SETTINGS_SAID_HERE,
                        entry.getKey(),
                        String.join(", ", entry.getValue()))
                    .as(entry.getValue().isEmpty() ? "none" : ""));
  }

  /** By the place of the mapper; without mappers that say nothing. */
  private static Map<Place, Set<String>> ofMappers(Layer layer) {
    Map<Place, Set<String>> said = new LinkedHashMap<>();
    layer
        .holders()
        .forEach((which, holder) -> said.put(holder, layer.said().saidBy(which).keySet()));
    said.values().removeIf(Set::isEmpty);
    return said;
  }
}
