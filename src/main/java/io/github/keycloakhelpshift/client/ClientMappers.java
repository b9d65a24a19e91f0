package io.github.keycloakhelpshift.client;

import io.github.keycloakhelpshift.settings.SettingsLayers;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.ProtocolMapperModel;

/**
 * The mappers that opt a client in: each contains a layer of the settings. A client has opted in if
 * one of its effective scopes, or the client itself, has the mapper.
 *
 * @param ofScope the mapper of a client scope, the first of several
 */
public record ClientMappers(
    Optional<ProtocolMapperModel> ofScope, Optional<ProtocolMapperModel> own) {

  static final ClientMappers NONE = new ClientMappers(Optional.empty(), Optional.empty());

  /**
   * Returns the mappers in all scopes that the client can be granted, default ones before optional
   * ones, and in the client itself.
   */
  public static Optional<ClientMappers> possible(ClientModel client) {
    return of(
        ScopeMappers.first(client.getClientScopes(true).values().stream())
            .or(() -> ScopeMappers.first(client.getClientScopes(false).values().stream())),
        ScopeMappers.first(Stream.of(client)));
  }

  /** Returns the mappers in the scopes that a token is made for, and in the client itself. */
  public static Optional<ClientMappers> in(ClientSessionContext context) {
    ClientModel client = context.getClientSession().getClient();
    return of(
        ScopeMappers.first(context.getClientScopesStream().filter(scope -> !scope.equals(client))),
        ScopeMappers.first(Stream.of(client)));
  }

  static Optional<ClientMappers> of(
      Optional<ProtocolMapperModel> ofScope, Optional<ProtocolMapperModel> own) {
    return ofScope.isEmpty() && own.isEmpty()
        ? Optional.empty()
        : Optional.of(new ClientMappers(ofScope, own));
  }

  /** Returns the layers of the settings, with those attributes of the realm as the lowest. */
  public SettingsLayers layers(Map<String, String> realmAttributes) {
    return new SettingsLayers(realmAttributes, config(ofScope), config(own));
  }

  static Map<String, String> config(Optional<ProtocolMapperModel> mapper) {
    return mapper.map(ProtocolMapperModel::getConfig).orElse(Map.of());
  }
}
