package io.github.keycloakhelpshift.admin.check.finding;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * The place of a finding. Without a client and a client scope it is the realm.
 *
 * @param setting the key of a setting
 * @param client the client id
 * @param clientScope the name of a client scope
 */
public record Place(
    Optional<String> setting, Optional<String> client, Optional<String> clientScope) {

  public static final Place REALM = new Place(Optional.empty(), Optional.empty(), Optional.empty());

  public static Place ofClient(String clientId) {
    return new Place(Optional.empty(), Optional.of(clientId), Optional.empty());
  }

  public static Place ofScope(String name) {
    return new Place(Optional.empty(), Optional.empty(), Optional.of(name));
  }

  public Place setting(String key) {
    return new Place(Optional.of(key), client, clientScope);
  }

  /** Whether that text is the setting, the client or the client scope. */
  boolean isNamed(String text) {
    return Stream.of(setting, client, clientScope).anyMatch(Optional.of(text)::equals);
  }
}
