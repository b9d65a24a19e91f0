package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.admin.access.AdminMessages;
import io.github.keycloakhelpshift.secret.AdminSave;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Notices that an admin saves a component or a mapper. The code that validates it is not told this,
 * nor the language of the admin.
 */
@Provider
public final class AdminSaveInterceptor implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    Object entity = context.proceed();
    if (entity instanceof ComponentRepresentation
        || entity instanceof ProtocolMapperRepresentation) {
      KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
      new AdminSave(session).begin(new AdminMessages(session).languageOrEnglish());
    }
    return entity;
  }
}
