package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.client.ClientMapper;
import io.github.keycloakhelpshift.client.ClientSettings;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;

/**
 * The clients that have opted in, and their settings.
 *
 * @param clients the clients, sorted by client id
 * @param layers the settings that count for them, each once
 */
record OptedInClients(List<CheckedClient> clients, List<Layer> layers) {

  private static final Comparator<MapperPlace> ORDER =
      Comparator.comparing(MapperPlace::optional)
          .thenComparing(place -> !place.isOwn())
          .thenComparing(place -> place.scope().getName())
          .thenComparing(place -> place.mapper().getName());

  static OptedInClients of(
      RealmModel realm, String keycloak, Map<String, String> attributes, List<ClientModel> all) {
    Mappers mappers = new Mappers();
    Map<List<Object>, Layer> layers = new LinkedHashMap<>();
    Map<Map<String, String>, SettingsReader.Result> read = new HashMap<>();
    List<CheckedClient> clients = new ArrayList<>();
    all.stream()
        .filter(ClientModel::isEnabled)
        .filter(OptedInClients::isOidc)
        .sorted(Comparator.comparing(ClientModel::getClientId))
        .forEach(
            client -> {
              List<MapperPlace> places = mappers.of(client).sorted(ORDER).toList();
              if (!places.isEmpty()) {
                MapperPlace first = places.get(0);
                Map<String, String> config = first.mapper().getConfig();
                Layer layer =
                    layers.computeIfAbsent(
                        List.of(config, first.place()),
                        key ->
                            new Layer(
                                new ClientSettings(client, true, attributes, config),
                                read.computeIfAbsent(
                                    config, text -> SettingsReader.read(attributes, text)),
                                first.place()));
                clients.add(new CheckedClient(client, keycloak, places, layer));
              }
            });
    return new OptedInClients(
        List.copyOf(clients),
        layers.isEmpty() ? List.of(ofRealm(realm, attributes)) : List.copyOf(layers.values()));
  }

  private static Layer ofRealm(RealmModel realm, Map<String, String> attributes) {
    return new Layer(
        ClientSettings.ofRealm(realm), SettingsReader.read(attributes, Map.of()), Place.REALM);
  }

  private static boolean isOidc(ClientModel client) {
    return client.getProtocol() == null
        || client.getProtocol().equals(OIDCLoginProtocol.LOGIN_PROTOCOL);
  }

  /** Finds the mappers of clients, and reads each client scope only once. */
  private static final class Mappers {

    private final Map<String, List<ProtocolMapperModel>> byScope = new HashMap<>();

    Stream<MapperPlace> of(ClientModel client) {
      return Stream.of(
              places(client, mappers(client), false), scopes(client, true), scopes(client, false))
          .flatMap(places -> places);
    }

    private Stream<MapperPlace> scopes(ClientModel client, boolean byDefault) {
      return client.getClientScopes(byDefault).values().stream()
          .flatMap(
              scope ->
                  places(
                      scope,
                      byScope.computeIfAbsent(scope.getId(), id -> mappers(scope)),
                      !byDefault));
    }

    private static Stream<MapperPlace> places(
        ClientScopeModel scope, List<ProtocolMapperModel> mappers, boolean optional) {
      return mappers.stream().map(mapper -> new MapperPlace(mapper, scope, optional));
    }

    private static List<ProtocolMapperModel> mappers(ClientScopeModel scope) {
      return scope
          .getProtocolMappersStream()
          .filter(mapper -> ClientMapper.MAPPER_ID.equals(mapper.getProtocolMapper()))
          .toList();
    }
  }
}
