package io.github.keycloakhelpshift.admin.settings;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Watches updates of a whole realm. Keycloak removes each attribute that is missing in the update,
 * so a tool that does not know our settings removes full privacy and identities with them.
 *
 * <p>The admin console sends the attributes that it read when its page was loaded, and edits our
 * settings only by {@code helpshift/settings}. So its updates keep the current ones. Other tools
 * send the settings that they want.
 */
@Provider
public final class RealmUpdateInterceptor implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    Object entity = context.proceed();
    if (entity instanceof RealmRepresentation update) {
      KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
      KeycloakContext request = session.getContext();
      if (request.getHttpRequest().getHttpMethod().equals(HttpMethod.PUT)
          && request.getBearerToken() instanceof AccessToken token) {
        if (update.getAttributes() != null
            && Constants.ADMIN_CONSOLE_CLIENT_ID.equals(token.getIssuedFor())) {
          new RealmSettings(request.getRealm()).keep(update.getAttributes());
        }
        // Only a commit proves that the caller was allowed to update the realm.
        session.getTransactionManager().enlistAfterCompletion(new RemovedSettings(session, token));
      }
    }
    return entity;
  }
}
