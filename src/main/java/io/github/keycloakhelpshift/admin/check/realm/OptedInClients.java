package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.ScopeMappers;
import io.github.keycloakhelpshift.settings.SettingsLayer;
import io.github.keycloakhelpshift.settings.SettingsLayers;
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

/** The clients that have opted in, and their settings. Each client scope is read only once. */
final class OptedInClients {

  private static final Comparator<MapperPlace> ORDER =
      Comparator.comparing(MapperPlace::optional)
          .thenComparing(place -> !place.isOwn())
          .thenComparing(MapperPlace::holder)
          .thenComparing(place -> place.mapper().getName());

  private final ServerFacts server;
  private final Map<String, String> attributes;
  private final Map<String, List<ProtocolMapperModel>> byScope = new HashMap<>();
  private final Map<List<Object>, Layer> layers = new LinkedHashMap<>();
  private final List<CheckedClient> clients;

  OptedInClients(ServerFacts server, Map<String, String> attributes, List<ClientModel> all) {
    this.server = server;
    this.attributes = attributes;
    this.clients =
        all.stream()
            .filter(ClientModel::isEnabled)
            .filter(OptedInClients::isOidc)
            .sorted(Comparator.comparing(ClientModel::getClientId))
            .flatMap(client -> checked(client).stream())
            .toList();
  }

  /** Returns the clients, sorted by client id. */
  List<CheckedClient> clients() {
    return clients;
  }

  /** Returns the settings that count for them, each once; without a client, the realm's. */
  List<Layer> layers() {
    return layers.isEmpty()
        ? List.of(layer(Optional.empty(), Optional.empty()))
        : List.copyOf(layers.values());
  }

  private static boolean isOidc(ClientModel client) {
    return client.getProtocol() == null
        || client.getProtocol().equals(OIDCLoginProtocol.LOGIN_PROTOCOL);
  }

  /** Returns the client; empty if it has not opted in. */
  private Optional<CheckedClient> checked(ClientModel client) {
    List<MapperPlace> places = places(client).sorted(ORDER).toList();
    if (places.isEmpty()) {
      return Optional.empty();
    }
    Optional<MapperPlace> ofScope = first(places, place -> !place.isOwn());
    Optional<MapperPlace> own = first(places, MapperPlace::isOwn);
    Layer layer = layers.computeIfAbsent(List.of(ofScope, own), key -> layer(ofScope, own));
    return Optional.of(new CheckedClient(client, server.origin(), places, layer));
  }

  private static Optional<MapperPlace> first(
      List<MapperPlace> places, Predicate<MapperPlace> isWanted) {
    return places.stream().filter(isWanted).findFirst();
  }

  private Layer layer(Optional<MapperPlace> ofScope, Optional<MapperPlace> own) {
    Map<SettingsLayer, Place> holders = new EnumMap<>(SettingsLayer.class);
    ofScope.ifPresent(place -> holders.put(SettingsLayer.CLIENT_SCOPE, place.place()));
    own.ifPresent(place -> holders.put(SettingsLayer.CLIENT, place.place()));
    SettingsLayers said =
        new ClientMappers(ofScope.map(MapperPlace::mapper), own.map(MapperPlace::mapper))
            .layers(attributes);
    return new Layer(said, server.reader().read(said), holders);
  }

  private Stream<MapperPlace> places(ClientModel client) {
    return Stream.of(
            new ScopeMappers(client).all().map(mapper -> new MapperPlace(mapper, client, false)),
            inScopes(client, true),
            inScopes(client, false))
        .flatMap(places -> places);
  }

  private Stream<MapperPlace> inScopes(ClientModel client, boolean byDefault) {
    return client.getClientScopes(byDefault).values().stream()
        .flatMap(
            scope ->
                mappers(scope).stream().map(mapper -> new MapperPlace(mapper, scope, !byDefault)));
  }

  private List<ProtocolMapperModel> mappers(ClientScopeModel scope) {
    return byScope.computeIfAbsent(scope.getId(), id -> new ScopeMappers(scope).all().toList());
  }
}
