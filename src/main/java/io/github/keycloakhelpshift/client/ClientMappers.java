package io.github.keycloakhelpshift.client;

import io.github.keycloakhelpshift.settings.SettingsLayers;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ProtocolMapperModel;

/**
 * The mappers that opt a client in: each contains a layer of the settings.
 *
 * @param ofScope the mapper of a client scope, the first of several
 * @param own the mapper in the client itself
 */
public record ClientMappers(
    Optional<ProtocolMapperModel> ofScope, Optional<ProtocolMapperModel> own) {

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
