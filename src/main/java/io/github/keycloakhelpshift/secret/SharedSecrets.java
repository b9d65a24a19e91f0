package io.github.keycloakhelpshift.secret;

import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.token.SharedSecret;
import java.util.Comparator;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * Finds the shared secret of a Helpshift app: first the setting {@code helpshift.secret}, then a
 * key provider {@code helpshift-secret} for that platform id, then one without a platform id. Of
 * several key providers, the highest priority wins. Each way to log in has its own secrets.
 */
public record SharedSecrets(KeycloakSession session, RealmModel realm) {

  /**
   * Returns the secret for the way to log in of the settings.
   *
   * @throws MissingSecretException if the secret is missing or invalid
   */
  public SharedSecret find(HelpshiftSettings settings) throws MissingSecretException {
    return find(settings, settings.login());
  }

  /**
   * Returns the secret for one way to log in.
   *
   * @throws MissingSecretException if the secret is missing or invalid
   */
  public SharedSecret find(HelpshiftSettings settings, LoginMethod method)
      throws MissingSecretException {
    ConfiguredSecret secret =
        settings.secretReference().isPresent() && method == settings.login()
            ? ConfiguredSecret.ofSettings(settings.secretReference().get())
            : ofProvider(settings.platformId().orElse(""), method);
    return secret.resolve(session, method);
  }

  /** Whether an active key provider is there for the app of the settings and a way to log in. */
  public boolean hasProvider(HelpshiftSettings settings, LoginMethod method) {
    return provider(settings.platformId().orElse(""), method).isPresent();
  }

  private ConfiguredSecret ofProvider(String platformId, LoginMethod method)
      throws MissingSecretException {
    return provider(platformId, method)
        .orElseThrow(() -> new MissingSecretException(noneFor(platformId, method)))
        .secret();
  }

  private Optional<SecretProvider> provider(String platformId, LoginMethod method) {
    return SecretProvider.of(realm)
        .filter(SecretProvider::isUsable)
        .filter(provider -> provider.method().equals(Optional.of(method)))
        .filter(provider -> provider.serves(platformId))
        .max(
            Comparator.comparing(
                    (SecretProvider provider) -> provider.platformId().equals(platformId))
                .thenComparing(SecretProvider::priority)
                .thenComparing(provider -> provider.model().getId()));
  }

  private static Reason noneFor(String platformId, LoginMethod method) {
    return platformId.isEmpty()
        ? Reason.of(
            "%s is not set, and no active key provider %s of the verification %s has a blank platform"
                + " id.",
            Setting.PLATFORM_ID.key(), SecretProvider.ID, method.text())
        : Reason.of(
            "No active key provider %s of the verification %s serves the platform id '%s': add one in"
                + " Realm settings > Keys.",
            SecretProvider.ID, method.text(), platformId);
  }
}
