package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/**
 * The mapper, where a client has it.
 *
 * @param mapper the mapper
 * @param scope the client scope, or the client itself
 * @param optional whether only tokens have it that ask for the scope
 */
public record MapperPlace(ProtocolMapperModel mapper, ClientScopeModel scope, boolean optional) {

  public boolean isOwn() {
    return scope instanceof ClientModel;
  }

  /** The client or client scope, for a finding. */
  public Place place() {
    return scope instanceof ClientModel client
        ? Place.ofClient(client.getClientId())
        : Place.ofScope(scope.getName());
  }

  /** Whether the claim has that switch on. */
  public boolean isOn(String key) {
    return Boolean.parseBoolean(mapper.getConfig().get(key));
  }

  /** The name of the claim; empty where it makes none. */
  public Optional<String> claim() {
    return Optional.ofNullable(mapper.getConfig().get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME))
        .filter(name -> !name.isBlank());
  }
}
