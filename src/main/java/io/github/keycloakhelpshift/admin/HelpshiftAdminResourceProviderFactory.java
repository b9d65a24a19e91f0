package io.github.keycloakhelpshift.admin;

import io.github.keycloakhelpshift.admin.access.AdminPermissions;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProvider;
import org.keycloak.services.resources.admin.ext.AdminRealmResourceProviderFactory;

/** Registers the admin API. */
public final class HelpshiftAdminResourceProviderFactory
    implements AdminRealmResourceProviderFactory {

  /** The path below {@code /admin/realms/{realm}}. */
  public static final String ID = "helpshift";

  @Override
  public AdminRealmResourceProvider create(KeycloakSession session) {
    return AdminPermissions.resourceProvider(HelpshiftAdminResource::new);
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public void init(Config.Scope config) {
    // Settings live in realms and clients.
  }

  @Override
  public void postInit(KeycloakSessionFactory factory) {
    // Nothing to prepare.
  }

  @Override
  public void close() {
    // Nothing is held.
  }
}
