package io.github.keycloakhelpshift.admin.removed;

import org.keycloak.provider.ProviderFactory;
import org.keycloak.services.ui.extend.UiTabSpi;

/**
 * Registers only {@link RemovedTab}, if the feature {@code declarative-ui} is off. If it is on,
 * Keycloak's own SPI registers it.
 */
public final class RemovedTabSpi extends UiTabSpi {

  @Override
  public String getName() {
    return "helpshift-removed-tab";
  }

  @Override
  @SuppressWarnings("rawtypes")
  public Class<? extends ProviderFactory> getProviderFactoryClass() {
    return RemovedTab.class;
  }

  @Override
  public boolean isEnabled() {
    return !super.isEnabled();
  }
}
