package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.client.MapperClaim;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ClientScopeModel;
import org.keycloak.models.ProtocolMapperModel;

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
    return Place.of(scope);
  }

  public MapperClaim claim() {
    return new MapperClaim(mapper.getConfig());
  }
}
