package io.github.keycloakhelpshift.support;

import java.net.URI;

/**
 * A running Keycloak with the extension, wherever it runs. Tests know no more of it than this, so
 * that the same tests can run against another version or a container.
 */
public interface KeycloakServer {

  /** A host that this server's own option, and no setting, lets pages load Web Chat from. */
  String WEB_CHAT_HOST = "cdn.example.com";

  /** Where it serves, without a slash at the end. */
  URI url();

  /** Where it serves metrics and health, without a slash at the end. */
  URI managementUrl();

  /** All that it has logged. */
  ServerLog log();

  /** Puts a secret where {@code ${vault.<name>}} finds it in that realm. */
  void putVaultSecret(String realm, String name, String secret);

  /** Stops it and starts it again with the same data, at the same address. */
  void restart();

  /** The admin API, as an admin of everything. */
  AdminApi admin();
}
