package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import java.util.Optional;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;

/**
 * A mapper, and the place where a client has it.
 *
 * @param mapper the mapper
 * @param scope the client scope, or the client itself
 * @param optional whether only logins that ask for the scope get the mapper
 */
public record MapperPlace(ProtocolMapperModel mapper, ClientScopeModel scope, boolean optional) {

  public boolean isOwn() {
    return scope instanceof ClientModel;
  }

  /** Returns the client id, or the scope's name. The name of a client is only for its pages. */
  public String holder() {
    return scope instanceof ClientModel client ? client.getClientId() : scope.getName();
  }

  /** Returns the client or client scope, for a finding. */
  public Place place() {
    return isOwn() ? Place.ofClient(holder()) : Place.ofScope(holder());
  }

  /** Whether that switch of the claim is on. */
  public boolean isOn(String key) {
    return Boolean.parseBoolean(mapper.getConfig().get(key));
  }

  /** Whether the mapper makes a claim in a place where a signed one can be. */
  public boolean sendsSignedClaim() {
    return claim().isPresent()
        && (isOn(OIDCAttributeMapperHelper.INCLUDE_IN_ID_TOKEN)
            || isOn(OIDCAttributeMapperHelper.INCLUDE_IN_USERINFO));
  }

  /** Returns the name of the claim; empty if the mapper makes no claim. */
  public Optional<String> claim() {
    return Optional.ofNullable(mapper.getConfig().get(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME))
        .filter(name -> !name.isBlank());
  }
}
