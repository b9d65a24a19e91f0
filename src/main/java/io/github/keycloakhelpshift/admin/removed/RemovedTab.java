package io.github.keycloakhelpshift.admin.removed;

import java.util.List;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.services.ui.extend.UiTabProvider;
import org.keycloak.services.ui.extend.UiTabProviderFactory;

/**
 * The former tab <em>Realm settings &gt; Helpshift</em>. Realms in which it was saved have its
 * component, and Keycloak refuses to import or export a component without a provider. This provider
 * shows no tab.
 */
public final class RemovedTab implements UiTabProviderFactory<UiTabProvider> {

  /** No page of the console has this path, so none shows the tab. */
  private static final String PATH = "/removed";

  @Override
  public String getId() {
    return "Helpshift";
  }

  @Override
  public String getHelpText() {
    return "Removed: use the page Helpshift of the admin theme helpshift.";
  }

  @Override
  public List<ProviderConfigProperty> getConfigProperties() {
    return List.of();
  }

  @Override
  public String getPath() {
    return PATH;
  }

  @Override
  public Map<String, String> getParams() {
    return Map.of();
  }

  @Override
  public void init(Config.Scope config) {
    // Nothing to configure.
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
