package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.client.ServerOptions;
import io.github.keycloakhelpshift.client.SettingsCache;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Registers the realm's endpoints. */
public final class HelpshiftResourceProviderFactory implements RealmResourceProviderFactory {

  /** The path below {@code /realms/{realm}}. */
  public static final String ID = "helpshift";

  private SettingsCache settings;

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RealmResourceProvider() {
      @Override
      public Object getResource() {
        return BodilessTokenResource.isFor(session.getContext().getHttpRequest())
            ? new BodilessTokenResource(session, settings)
            : new HelpshiftResource(session, settings);
      }

      @Override
      public void close() {
        // Nothing to close.
      }
    };
  }

  @Override
  public String getId() {
    return ID;
  }

  @Override
  public void init(Config.Scope config) {
    settings = new SettingsCache(new ServerOptions(config).reader());
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
