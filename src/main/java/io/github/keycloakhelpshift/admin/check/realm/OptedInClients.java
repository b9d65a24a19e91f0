package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.client.ClientMapper;
import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.settings.SettingsLayer;
import io.github.keycloakhelpshift.settings.SettingsLayers;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
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
      ServerFacts server, Map<String, String> attributes, List<ClientModel> all) {
    Mappers mappers = new Mappers();
    Map<List<Object>, Layer> layers = new LinkedHashMap<>();
    List<CheckedClient> clients = new ArrayList<>();
    all.stream()
        .filter(ClientModel::isEnabled)
        .filter(OptedInClients::isOidc)
        .sorted(Comparator.comparing(ClientModel::getClientId))
        .forEach(
            client -> {
              List<MapperPlace> places = mappers.of(client).sorted(ORDER).toList();
              if (!places.isEmpty()) {
                Optional<MapperPlace> ofScope = first(places, place -> !place.isOwn());
                Optional<MapperPlace> own = first(places, MapperPlace::isOwn);
                Layer layer =
                    layers.computeIfAbsent(
                        List.of(ofScope, own),
                        key -> layer(server.reader(), attributes, ofScope, own));
                clients.add(new CheckedClient(client, server.origin(), places, layer));
              }
            });
    return new OptedInClients(
        List.copyOf(clients),
        layers.isEmpty()
            ? List.of(layer(server.reader(), attributes, Optional.empty(), Optional.empty()))
            : List.copyOf(layers.values()));
  }

  private static Optional<MapperPlace> first(
      List<MapperPlace> places, Predicate<MapperPlace> isWanted) {
    return places.stream().filter(isWanted).findFirst();
  }

  private static Layer layer(
      SettingsReader reader,
      Map<String, String> attributes,
      Optional<MapperPlace> ofScope,
      Optional<MapperPlace> own) {
    Map<SettingsLayer, Place> holders = new EnumMap<>(SettingsLayer.class);
    ofScope.ifPresent(place -> holders.put(SettingsLayer.CLIENT_SCOPE, place.place()));
    own.ifPresent(place -> holders.put(SettingsLayer.CLIENT, place.place()));
    SettingsLayers said =
        new ClientMappers(ofScope.map(MapperPlace::mapper), own.map(MapperPlace::mapper))
            .layers(attributes);
    return new Layer(said, reader.read(said), holders);
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
