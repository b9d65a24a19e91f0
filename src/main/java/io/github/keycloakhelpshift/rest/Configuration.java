package io.github.keycloakhelpshift.rest;

import io.github.keycloakhelpshift.client.ClientMappers;
import io.github.keycloakhelpshift.client.SettingsCache;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.BrokenSettingsException;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.token.SharedSecret;
import org.keycloak.models.KeycloakSession;

/**
 * The set-up of a client. If something is missing or invalid, the call is refused; only the log
 * says what.
 */
record Configuration(KeycloakSession session, SettingsCache cache) {

  /**
   * Returns the settings of the client with those mappers.
   *
   * @throws RefusedException if one of them has an invalid value
   */
  HelpshiftSettings settings(ClientMappers mappers) throws RefusedException {
    try {
      return cache.read(session.getContext().getRealm(), mappers).orThrow();
    } catch (BrokenSettingsException e) {
      throw new RefusedException(Refusal.NOT_CONFIGURED, e.getMessage());
    }
  }

  /**
   * Returns the secret that signs with those settings.
   *
   * @throws RefusedException if the secret is missing, or it can't be used
   */
  SharedSecret secret(HelpshiftSettings settings) throws RefusedException {
    try {
      return new SharedSecrets(session, session.getContext().getRealm()).find(settings);
    } catch (MissingSecretException e) {
      throw new RefusedException(Refusal.NOT_CONFIGURED, e.getMessage());
    }
  }
}
