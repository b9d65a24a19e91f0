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

/** The settings that count for one client, and the layer that sets each of them. */
public final class ClientSettings {

  /** The answer of {@link #saidBy} for a setting of a mapper. */
  public static final String CLIENT = "client";

  /** The answer of {@link #saidBy} for a setting that nobody sets. */
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

  /** Reads the settings as for a client whose only mapper is in a client scope. */
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

  /** Returns the settings of every enabled client that has opted in, sorted by client id. */
  public static Stream<ClientSettings> optedIn(RealmModel realm) {
    return realm
        .getClientsStream()
        .filter(ClientModel::isEnabled)
        .filter(client -> ClientMapper.possible(client).isPresent())
        .sorted(Comparator.comparing(ClientModel::getClientId))
        .map(client -> of(realm, client));
  }

  /** Returns the client; null for only the realm's settings. */
  public ClientModel client() {
    return client;
  }

  /** Whether the client has the mapper; true for only the realm's settings. */
  public boolean optedIn() {
    return optedIn;
  }

  /** Returns the realm's attributes, unchanged. */
  public Map<String, String> realmAttributes() {
    return realmAttributes;
  }

  /** Returns the configs of the mappers, unchanged: the client's own overrides the scope's. */
  public Map<String, String> mapperConfig() {
    return mapperConfig;
  }

  public Optional<String> clientId() {
    return Optional.ofNullable(client).map(ClientModel::getClientId);
  }

  public SettingsReader.Result read() {
    return SettingsReader.read(layers);
  }

  /** Returns the settings that are ignored because they don't count in their layer. */
  public List<SettingProblem> misplaced() {
    return layers.misplaced();
  }

  /** Returns who sets that key: {@code client} (a mapper), {@code realm} or {@code default}. */
  public String saidBy(String key) {
    return layers
        .ownerOf(key)
        .map(layer -> layer == SettingsLayer.REALM ? "realm" : CLIENT)
        .orElse(DEFAULT);
  }

  /** Returns the client if a mapper sets that key, else null for the realm. */
  public String ownerOf(String key) {
    return saidBy(key).equals(CLIENT) ? client.getClientId() : null;
  }

  /** Returns the text of that key that counts; null if nobody sets it. */
  public String value(String key) {
    return layers.text(key).orElse(null);
  }
}
