package io.github.keycloakhelpshift.admin.check.finding;

import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;

/** The place of a finding. Without a client and a client scope it is the realm. */
public record Place(
    Optional<String> setting, Optional<String> client, Optional<String> clientScope) {

  public static final Place REALM = new Place(Optional.empty(), Optional.empty(), Optional.empty());

  public static Place ofClient(String clientId) {
    return new Place(Optional.empty(), Optional.of(clientId), Optional.empty());
  }

  public static Place ofScope(String name) {
    return new Place(Optional.empty(), Optional.empty(), Optional.of(name));
  }

  /** Returns the place of a client or a client scope. */
  public static Place of(ClientScopeModel holder) {
    return holder instanceof ClientModel client
        ? ofClient(client.getClientId())
        : ofScope(holder.getName());
  }

  public Place setting(String key) {
    return new Place(Optional.of(key), client, clientScope);
  }

  /** Returns what the place is: {@code client}, {@code scope} or {@code realm}. */
  public String kind() {
    if (client.isPresent()) {
      return "client";
    }
    return clientScope.isPresent() ? "scope" : "realm";
  }

  /** Whether that text is the setting, the client or the client scope. */
  boolean isNamed(String text) {
    return Stream.of(setting, client, clientScope).anyMatch(Optional.of(text)::equals);
  }
}
