package io.github.keycloakhelpshift.secret;

import io.github.keycloakhelpshift.settings.Choice;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.TextForm;
import io.github.keycloakhelpshift.token.InvalidSecretException;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.token.SharedSecret;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.keycloak.component.ComponentModel;
import org.keycloak.keys.Attributes;
import org.keycloak.keys.KeyProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.vault.VaultStringSecret;

/**
 * Finds the shared secret of a Helpshift app: first the setting {@code helpshift.secret}, then a
 * key provider {@code helpshift-secret} for that platform id, then one without a platform id. Of
 * several key providers, the highest priority wins. Each way to log in has its own secrets.
 */
public final class SharedSecrets {

  /** The id of the key provider that holds secrets. */
  public static final String PROVIDER_ID = "helpshift-secret";

  /** The config key of the platform id; blank: any. */
  public static final String PLATFORM_ID_KEY = "platformId";

  /** The config key of the secret: literal, or a vault reference. */
  public static final String SECRET_KEY = "secret";

  /** The config key of the way to log in that the secret is for; blank: identities. */
  public static final String VERIFICATION_KEY = "verification";

  /** The config key of the time when it was added, in seconds since the epoch; no form shows it. */
  public static final String ADDED_KEY = "addedAt";

  private static final Logger LOG = Logger.getLogger(SharedSecrets.class);

  private SharedSecrets() {}

  /** Returns every key provider {@code helpshift-secret} of a realm, usable or not. */
  public static Stream<ComponentModel> providers(RealmModel realm) {
    return realm
        .getComponentsStream(realm.getId(), KeyProvider.class.getName())
        .filter(model -> PROVIDER_ID.equals(model.getProviderId()));
  }

  /**
   * Returns the secret for the way to log in of the settings.
   *
   * @throws MissingSecretException if the secret is missing or invalid
   */
  public static SharedSecret find(
      KeycloakSession session, RealmModel realm, HelpshiftSettings settings)
      throws MissingSecretException {
    return find(session, realm, settings, settings.login());
  }

  /**
   * Returns the secret for one way to log in.
   *
   * @throws MissingSecretException if the secret is missing or invalid
   */
  public static SharedSecret find(
      KeycloakSession session, RealmModel realm, HelpshiftSettings settings, LoginMethod method)
      throws MissingSecretException {
    Optional<String> reference = settings.secretReference();
    if (reference.isPresent() && method == settings.login()) {
      return resolve(session, reference.get(), Setting.SECRET.key(), method);
    }
    String platformId = settings.platformId().orElse("");
    ComponentModel provider =
        providers(realm)
            .filter(SharedSecrets::isUsable)
            .filter(model -> methodOf(model).equals(Optional.of(method)))
            .filter(model -> serves(model, platformId))
            .max(
                Comparator.comparing(
                        (ComponentModel model) -> platformIdOf(model).equals(platformId))
                    .thenComparing(SharedSecrets::priority)
                    .thenComparing(ComponentModel::getId))
            .orElseThrow(() -> new MissingSecretException(noneFor(platformId, method)));
    return resolve(session, provider.get(SECRET_KEY), place(provider), method);
  }

  /**
   * Reads a secret as it is configured, literal or vault reference.
   *
   * @param place where it is configured, for the message
   * @param method the way to log in that the secret is for
   * @throws MissingSecretException if the vault has no such entry, or the secret is invalid
   */
  public static SharedSecret resolve(
      KeycloakSession session, String configured, String place, LoginMethod method)
      throws MissingSecretException {
    String text =
        read(session, configured, place)
            .orElseThrow(
                () ->
                    new MissingSecretException(
                        place + ": Keycloak's vault has no entry for the reference."));
    try {
      return SharedSecret.of(text, method);
    } catch (InvalidSecretException e) {
      throw new MissingSecretException(place + ": " + e.getMessage());
    }
  }

  /**
   * Reads from the vault. It returns a literal unchanged and rejects null, so we pass an empty
   * string.
   */
  private static Optional<String> read(KeycloakSession session, String configured, String place)
      throws MissingSecretException {
    try (VaultStringSecret text =
        session.vault().getStringSecret(configured == null ? "" : configured)) {
      return text.get();
    } catch (RuntimeException e) {
      // Each vault throws its own exceptions, for example for an unreadable file, and the message
      // may contain anything. So only the DEBUG log shows it.
      LOG.debugf(e, "Keycloak's vault failed for %s", place);
      throw new MissingSecretException(
          "%s: Keycloak's vault failed (%s); the log says more at level DEBUG."
              .formatted(place, e.getClass().getSimpleName()));
    }
  }

  /**
   * Whether the text only stands for a secret: a vault reference, or the mask in Keycloak's
   * exports.
   */
  public static boolean isPlaceholder(String configured) {
    return configured != null
        && (configured.equals(ComponentRepresentation.SECRET_VALUE)
            || TextForm.VAULT_REFERENCE.fits(configured));
  }

  /** Whether the key provider is enabled and active. */
  public static boolean isUsable(ComponentModel model) {
    return model.get(Attributes.ENABLED_KEY, true) && model.get(Attributes.ACTIVE_KEY, true);
  }

  /** Returns the name of a key provider for messages. */
  public static String place(ComponentModel model) {
    return "key provider '" + model.getName() + "'";
  }

  private static boolean serves(ComponentModel model, String platformId) {
    String served = platformIdOf(model);
    return served.isEmpty() || served.equals(platformId);
  }

  /** Returns the platform id that the secret is for; empty: any. */
  public static String platformIdOf(ComponentModel model) {
    String platformId = model.get(PLATFORM_ID_KEY);
    return platformId == null ? "" : platformId.strip();
  }

  /** Returns the way to log in that the secret is for; empty if the text is not one. */
  public static Optional<LoginMethod> methodOf(ComponentModel model) {
    String verification = model.get(VERIFICATION_KEY);
    return verification == null || verification.isBlank()
        ? Optional.of(LoginMethod.IDENTITIES)
        : Choice.LOGIN.find(verification.strip());
  }

  /** Returns the priority: the highest wins. */
  public static long priority(ComponentModel model) {
    return model.get(Attributes.PRIORITY_KEY, 0L);
  }

  private static String noneFor(String platformId, LoginMethod method) {
    return platformId.isEmpty()
        ? "%s is not set, and no active key provider %s of the verification %s has a blank platform id."
            .formatted(Setting.PLATFORM_ID.key(), PROVIDER_ID, method.text())
        : "No active key provider %s of the verification %s serves the platform id '%s': add one in Realm settings > Keys."
            .formatted(PROVIDER_ID, method.text(), platformId);
  }
}
