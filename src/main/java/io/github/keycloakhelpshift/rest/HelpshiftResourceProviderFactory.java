package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.settings.WebChatHosts;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Registers the realm's endpoints. */
public final class HelpshiftResourceProviderFactory implements RealmResourceProviderFactory {

  /** The path below {@code /realms/{realm}}. */
  public static final String ID = "helpshift";

  @Override
  public RealmResourceProvider create(KeycloakSession session) {
    return new RealmResourceProvider() {
      @Override
      public Object getResource() {
        return BodilessTokenResource.isFor(session.getContext().getHttpRequest())
            ? new BodilessTokenResource(session)
            : new HelpshiftResource(session);
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
    // All other settings are in realms and clients.
    WebChatHosts.allow(config.get(WebChatHosts.OPTION), Environment.isDevMode());
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
