package io.github.keycloakhelpshift.support;

import java.net.URI;

/**
 * A running Keycloak with the extension. Tests use only this interface, so that they can run
 * against another version or a container.
 */
public interface KeycloakServer {

  /** A host that only this server's option allows for Web Chat. */
  String WEB_CHAT_HOST = "cdn.example.com";

  /** Returns its address, without a slash at the end. */
  URI url();

  /** Returns the address of metrics and health, without a slash at the end. */
  URI managementUrl();

  /** Returns its log. */
  ServerLog log();

  /** Puts a secret where {@code ${vault.<name>}} finds it in that realm. */
  void putVaultSecret(String realm, String name, String secret);

  /** Stops it and starts it again with the same data, at the same address. */
  void restart();

  /** The admin API, as an admin of everything. */
  AdminApi admin();
}
