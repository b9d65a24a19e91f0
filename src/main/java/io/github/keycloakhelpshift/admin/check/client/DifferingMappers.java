package io.github.keycloakhelpshift.admin.check.client;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedClient;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.MapperPlace;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.models.ProtocolMapperModel;

/**
 * Finds clients with several mappers that have different settings. Only the first of a kind counts.
 */
public record DifferingMappers(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm.clients().stream()
        .flatMap(
            client ->
                client.mappers().stream()
                    .collect(Collectors.partitioningBy(MapperPlace::isOwn))
                    .values()
                    .stream()
                    .filter(DifferingMappers::differ)
                    .map(places -> finding(client, places)));
  }

  private static boolean differ(List<MapperPlace> places) {
    return places.stream().map(place -> settings(place.mapper())).distinct().count() > 1;
  }

  private static Map<String, String> settings(ProtocolMapperModel mapper) {
    return mapper.getConfig().entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(Setting.PREFIX))
        .filter(entry -> entry.getValue() != null && !entry.getValue().isBlank())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static Finding finding(CheckedClient client, List<MapperPlace> places) {
    return Finding.of(
        Code.MAPPERS_DIFFER,
        client.place(),
        client.id(),
        name(places.get(0)),
        places.stream().skip(1).map(DifferingMappers::name).collect(Collectors.joining(", ")));
  }

  private static String name(MapperPlace place) {
    return "'" + place.mapper().getName() + "' (" + place.holder() + ")";
  }
}
