package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.secret.ComponentSave;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.utils.KeycloakSessionUtil;

/** Sees that an admin saves a component by itself: a factory is not told when it validates one. */
@Provider
public final class ComponentSaveInterceptor implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    Object entity = context.proceed();
    if (entity instanceof ComponentRepresentation) {
      ComponentSave.begin(KeycloakSessionUtil.getKeycloakSession());
    }
    return entity;
  }
}
