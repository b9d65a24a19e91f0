package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.rest.caller.CallerOrigin;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import jakarta.ws.rs.core.Response;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.cors.Cors;

/**
 * Answers a browser that asks whether it may call. Such a request carries no token and no cookie,
 * so only the client that the query names can decide. The call that follows is always checked.
 */
record Preflight(KeycloakSession session) {

  Response answer(String clientId, String method) {
    CallerOrigin origin = new CallerOrigin(session);
    if (clientId != null) {
      ClientModel client = session.getContext().getRealm().getClientByClientId(clientId);
      try {
        if (client == null) {
          throw new RefusedException(Refusal.INVALID_CLIENT);
        }
        origin.requireAllowedForToken(client);
      } catch (RefusedException e) {
        return new Responses(session, origin).refused(e);
      }
    }
    return Cors.builder().auth().preflight().allowedMethods(method).add(Response.ok());
  }
}
