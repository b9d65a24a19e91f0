package io.github.keycloakhelpshift.client;

import io.github.keycloakhelpshift.settings.SettingsLayer;
import io.github.keycloakhelpshift.settings.SettingsLayers;
import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientModel;

/** The settings that count for one client, and the layer that sets each of them. */
public final class ClientSettings {

  private final Optional<String> clientId;
  private final boolean optedIn;
  private final SettingsLayers layers;

  /** The settings that a realm with these attributes would have. */
  public ClientSettings(Map<String, String> realmAttributes) {
    this.clientId = Optional.empty();
    this.optedIn = true;
    this.layers = ClientMappers.NONE.layers(realmAttributes);
  }

  /** The settings that the client would have in a realm with these attributes. */
  public ClientSettings(Map<String, String> realmAttributes, ClientModel client) {
    Optional<ClientMappers> mappers = ClientMappers.possible(client);
    this.clientId = Optional.of(client.getClientId());
    this.optedIn = mappers.isPresent();
    this.layers = mappers.orElse(ClientMappers.NONE).layers(realmAttributes);
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
