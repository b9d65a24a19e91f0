package io.github.keycloakhelpshift.client;

import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import org.keycloak.Config;
import org.keycloak.common.util.Environment;

/**
 * The options of the server, which its operator sets. Keycloak gives each provider only its own, so
 * all that need them read those of the realm's endpoints.
 *
 * @param scope Keycloak's options of the realm's endpoints
 */
public record ServerOptions(Config.Scope scope) {

  public ServerOptions() {
    this(Config.scope("realm-restapi-extension", "helpshift"));
  }

  public SettingsReader reader() {
    return new SettingsReader(
        new WebChatHosts(scope.get("webChatHosts", ""), Environment.isDevMode()));
  }
}
