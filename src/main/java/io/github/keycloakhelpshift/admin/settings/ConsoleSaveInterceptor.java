package io.github.keycloakhelpshift.admin.settings;

import io.github.keycloakhelpshift.admin.access.AdminToken;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.AccessToken;
import org.keycloak.representations.idm.RealmRepresentation;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Keeps the settings when the admin console saves another part of the realm. The console sends the
 * whole realm, with the attributes that it read when its page was loaded, and Keycloak removes
 * missing ones. Settings that were saved meanwhile would be lost.
 *
 * <p>The console edits these attributes by {@code helpshift/settings} only. Other tools that update
 * a realm send the settings that they want.
 */
@Provider
public final class ConsoleSaveInterceptor implements ReaderInterceptor {

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context)
      throws IOException, WebApplicationException {
    Object entity = context.proceed();
    if (entity instanceof RealmRepresentation realm && realm.getAttributes() != null) {
      KeycloakSession session = KeycloakSessionUtil.getKeycloakSession();
      if (isUpdateByConsole(session)) {
        new RealmSettings(session.getContext().getRealm()).keep(realm.getAttributes());
      }
    }
    return entity;
  }

  /** Whether the console updates a realm, and does not create one from a file. */
  private static boolean isUpdateByConsole(KeycloakSession session) {
    return session.getContext().getHttpRequest().getHttpMethod().equals(HttpMethod.PUT)
        && AdminToken.of(session)
            .map(AccessToken::getIssuedFor)
            .filter(Constants.ADMIN_CONSOLE_CLIENT_ID::equals)
            .isPresent();
  }
}
