package io.github.keycloakhelpshift.user;

import io.github.keycloakhelpshift.client.SettingsCache;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.secret.MissingSecretException;
import io.github.keycloakhelpshift.secret.SharedSecrets;
import io.github.keycloakhelpshift.settings.BrokenSettingsException;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.token.IdentityTokenSigner;
import io.github.keycloakhelpshift.token.SharedSecret;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;

/**
 * Makes and signs the identity tokens of one client: what the endpoint and the protocol mapper have
 * in common.
 */
public final class IdentityTokenIssuer {

  private final HelpshiftSettings settings;
  private final SharedSecret secret;

  private IdentityTokenIssuer(HelpshiftSettings settings, SharedSecret secret) {
    this.settings = settings;
    this.secret = secret;
  }

  /**
   * The issuer for a client that has opted in.
   *
   * @param mapper the mapper that opts it in, with its own settings
   * @throws BrokenSettingsException if a setting has a value that it can't have
   * @throws MissingSecretException if there is no usable secret
   */
  public static IdentityTokenIssuer of(
      KeycloakSession session, RealmModel realm, ProtocolMapperModel mapper)
      throws BrokenSettingsException, MissingSecretException {
    HelpshiftSettings settings = SettingsCache.read(realm, mapper).requireSound();
    return new IdentityTokenIssuer(settings, SharedSecrets.find(session, realm, settings));
  }

  /** The client's settings. */
  public HelpshiftSettings settings() {
    return settings;
  }

  /** Signs a token with the client's secret. */
  public String sign(IdentityToken token) {
    return IdentityTokenSigner.sign(token, secret);
  }
}
