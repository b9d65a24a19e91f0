package io.github.keycloakhelpshift.admin;

import io.github.keycloakhelpshift.admin.access.AdminEvents;
import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import io.github.keycloakhelpshift.client.ServerOptions;
import io.github.keycloakhelpshift.settings.SettingsReader;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.services.resources.admin.AdminEventBuilder;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;
import org.keycloak.services.resources.admin.fgap.AdminPermissionEvaluator;

/** Registers the admin API. */
public final class HelpshiftAdminResourceProviderFactory
    implements AdminRealmResourceProviderFactory {

  private SettingsReader reader;

  @Override
  public AdminRealmResourceProvider create(KeycloakSession session) {
    return new AdminRealmResourceProvider() {
      @Override
      public Object getResource(
          KeycloakSession session,
          RealmModel realm,
          AdminPermissionEvaluator evaluator,
          AdminEventBuilder event) {
        return new HelpshiftAdminResource(
            session, new AdminPermissions(evaluator), new AdminEvents(event), reader);
      }

      @Override
      public void close() {
        // Nothing to close.
      }
    };
  }

  @Override
  public String getId() {
    return AdminEvents.RESOURCE;
  }

  @Override
  public void init(Config.Scope config) {
    reader = new ServerOptions().reader();
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    // Nothing to prepare.
  }

  @Override
  public void close() {
    // Nothing to close.
  }
}
