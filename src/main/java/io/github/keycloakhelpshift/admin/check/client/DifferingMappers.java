package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.ClientRule;
import io.github.keycloakhelpshift.admin.check.realm.MapperPlace;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds clients with several mappers that have different settings. Only the first of a kind counts.
 */
public record DifferingMappers(CheckedRealm realm) implements ClientRule {

  @Override
  public Stream<Finding> findings(CheckedClient client) {
    return client.mappers().stream()
        .collect(Collectors.partitioningBy(MapperPlace::isOwn))
        .values()
        .stream()
        .filter(places -> places.stream().map(this::settings).distinct().count() > 1)
        .map(places -> places.stream().map(this::name).toList())
        .map(
            names ->
                client.finding(
                    Code.MAPPERS_DIFFER,
                    names.get(0),
                    String.join(", ", names.subList(1, names.size()))));
  }

  private Map<String, String> settings(MapperPlace place) {
    return place.mapper().getConfig().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Setting.PREFIX))
        .filter(entry -> entry.getValue() != null && !entry.getValue().isBlank())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private String name(MapperPlace place) {
    return "'" + place.mapper().getName() + "' (" + place.holder() + ")";
  }
}
