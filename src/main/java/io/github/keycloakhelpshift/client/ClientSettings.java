package io.github.keycloakhelpshift.client;

import io.github.keycloakhelpshift.settings.SettingProblem;
import io.github.keycloakhelpshift.settings.SettingsLayer;
import io.github.keycloakhelpshift.settings.SettingsLayers;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** The settings that count for one client, and which layer says what. */
public final class ClientSettings {

  /** What {@link #saidBy} answers for what a mapper says. */
  public static final String CLIENT = "client";

  /** What {@link #saidBy} answers for what nobody says. */
  public static final String DEFAULT = "default";

  private final ClientModel client;
  private final boolean optedIn;
  private final Map<String, String> realmAttributes;
  private final Map<String, String> mapperConfig;
  private final SettingsLayers layers;

  private ClientSettings(
      ClientModel client,
      boolean optedIn,
      Map<String, String> realmAttributes,
      Map<String, String> scopeConfig,
      Map<String, String> ownConfig) {
    this.client = client;
    this.optedIn = optedIn;
    this.realmAttributes = realmAttributes;
    this.mapperConfig = new HashMap<>(scopeConfig);
    this.mapperConfig.putAll(ownConfig);
    this.layers = new SettingsLayers(realmAttributes, scopeConfig, ownConfig);
  }

  /** As a client's whose only mapper is in a client scope. */
  public ClientSettings(
      ClientModel client,
      boolean optedIn,
      Map<String, String> realmAttributes,
      Map<String, String> scopeConfig) {
    this(client, optedIn, realmAttributes, scopeConfig, Map.of());
  }

  public static ClientSettings ofRealm(RealmModel realm) {
    return new ClientSettings(null, true, realm.getAttributes(), Map.of());
  }

  public static ClientSettings of(RealmModel realm, ClientModel client) {
    return ClientMapper.possible(client)
        .map(
            mappers ->
                new ClientSettings(
                    client,
                    true,
                    realm.getAttributes(),
                    ClientMappers.config(mappers.ofScope()),
                    ClientMappers.config(mappers.own())))
        .orElseGet(() -> new ClientSettings(client, false, realm.getAttributes(), Map.of()));
  }

  /** Every enabled client that has opted in, by name. */
  public static Stream<ClientSettings> optedIn(RealmModel realm) {
    return realm
        .getClientsStream()
        .filter(ClientModel::isEnabled)
        .filter(client -> ClientMapper.possible(client).isPresent())
        .sorted(Comparator.comparing(ClientModel::getClientId))
        .map(client -> of(realm, client));
  }

  /** The client; null for the realm's settings alone. */
  public ClientModel client() {
    return client;
  }

  /** Whether the client has the mapper; true for the realm alone. */
  public boolean optedIn() {
    return optedIn;
  }

  /** The lowest layer, as it is. */
  public Map<String, String> realmAttributes() {
    return realmAttributes;
  }

  /** The configs of the mappers, the client's own over that of a scope, as they are. */
  public Map<String, String> mapperConfig() {
    return mapperConfig;
  }

  public Optional<String> clientId() {
    return Optional.ofNullable(client).map(ClientModel::getClientId);
  }

  public SettingsReader.Result read() {
    return SettingsReader.read(layers);
  }

  /** What is said where it does not count, and is ignored. */
  public List<SettingProblem> misplaced() {
    return layers.misplaced();
  }

  /** Who says what that key is: {@code client} (by a mapper), {@code realm} or {@code default}. */
  public String saidBy(String key) {
    return layers
        .ownerOf(key)
        .map(layer -> layer == SettingsLayer.REALM ? "realm" : CLIENT)
        .orElse(DEFAULT);
  }

  /** The client, if a mapper says what that key is; else null, which stands for the realm. */
  public String ownerOf(String key) {
    return saidBy(key).equals(CLIENT) ? client.getClientId() : null;
  }

  /** What counts as the text of that key; null where nobody sets it. */
  public String value(String key) {
    return layers.text(key).orElse(null);
  }
}
