package io.github.keycloakhelpshift.client;

import io.github.keycloakhelpshift.settings.SettingsLayer;
import io.github.keycloakhelpshift.settings.SettingsLayers;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/** The settings that count for one client, and the layer that sets each of them. */
public final class ClientSettings {

  private final Optional<String> clientId;
  private final boolean optedIn;
  private final SettingsLayers layers;

  private ClientSettings(Optional<String> clientId, boolean optedIn, SettingsLayers layers) {
    this.clientId = clientId;
    this.optedIn = optedIn;
    this.layers = layers;
  }

  public static ClientSettings ofRealm(RealmModel realm) {
    return ofRealm(realm.getAttributes());
  }

  /** Returns the settings that a realm with these attributes would have. */
  public static ClientSettings ofRealm(Map<String, String> realmAttributes) {
    return new ClientSettings(Optional.empty(), true, withoutMapper(realmAttributes));
  }

  public static ClientSettings of(RealmModel realm, ClientModel client) {
    return of(realm.getAttributes(), client);
  }

  /** Returns the settings that the client would have in a realm with these attributes. */
  public static ClientSettings of(Map<String, String> realmAttributes, ClientModel client) {
    Optional<ClientMappers> mappers = ClientMappers.possible(client);
    return new ClientSettings(
        Optional.of(client.getClientId()),
        mappers.isPresent(),
        mappers
            .map(both -> both.layers(realmAttributes))
            .orElseGet(() -> withoutMapper(realmAttributes)));
  }

  private static SettingsLayers withoutMapper(Map<String, String> realmAttributes) {
    return new SettingsLayers(realmAttributes, Map.of(), Map.of());
  }

  /** Returns the client's id; empty for only the realm's settings. */
  public Optional<String> clientId() {
    return clientId;
  }

  /** Whether the client has the mapper; true for only the realm's settings. */
  public boolean optedIn() {
    return optedIn;
  }

  public SettingsReader.Result read(SettingsReader reader) {
    return reader.read(layers);
  }

  /** Whether anybody sets that key. */
  public boolean isSet(String key) {
    return layers.text(key).isPresent();
  }

  /** Returns who sets that key: {@code client} (a mapper), {@code realm} or {@code default}. */
  public String saidBy(String key) {
    return layers
        .ownerOf(key)
        .map(layer -> layer == SettingsLayer.REALM ? "realm" : "client")
        .orElse("default");
  }
}
