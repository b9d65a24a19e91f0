package io.github.keycloakhelpshift.client;

import io.github.keycloakhelpshift.settings.SettingsReader;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.RealmModel;

/**
 * The settings that count for one client, and which layer says what.
 *
 * @param client the client; null for the realm's settings alone
 * @param optedIn whether the client has the mapper; true for the realm alone
 * @param realmAttributes the lower layer
 * @param mapperConfig the upper layer; empty where there is none
 */
public record ClientSettings(
    ClientModel client,
    boolean optedIn,
    Map<String, String> realmAttributes,
    Map<String, String> mapperConfig) {

  /** What {@link #saidBy} answers for what the mapper says. */
  public static final String CLIENT = "client";

  /** What {@link #saidBy} answers for what nobody says. */
  public static final String DEFAULT = "default";

  public static ClientSettings ofRealm(RealmModel realm) {
    return new ClientSettings(null, true, realm.getAttributes(), Map.of());
  }

  public static ClientSettings of(RealmModel realm, ClientModel client) {
    return ClientMapper.possible(client)
        .map(mapper -> new ClientSettings(client, true, realm.getAttributes(), mapper.getConfig()))
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

  public Optional<String> clientId() {
    return Optional.ofNullable(client).map(ClientModel::getClientId);
  }

  public SettingsReader.Result read() {
    return SettingsReader.read(realmAttributes, mapperConfig);
  }

  /** Who says what that key is: {@code client}, {@code realm} or {@code default}. */
  public String saidBy(String key) {
    if (isSet(mapperConfig.get(key))) {
      return CLIENT;
    }
    return isSet(realmAttributes.get(key)) ? "realm" : DEFAULT;
  }

  /** The client, if it says what that key is; else null, which stands for the realm. */
  public String ownerOf(String key) {
    return isSet(mapperConfig.get(key)) ? client.getClientId() : null;
  }

  /** What counts as the text of that key; null where nobody sets it. */
  public String value(String key) {
    return isSet(mapperConfig.get(key)) ? mapperConfig.get(key) : realmAttributes.get(key);
  }

  private static boolean isSet(String value) {
    return value != null && !value.isBlank();
  }
}
