package io.github.keycloakhelpshift.secret;

import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.Values;
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
 * Finds the shared secret of a Helpshift app: the setting {@code helpshift.secret} if there is one,
 * else the key provider {@code helpshift-secret} of that platform id, else one of no platform id;
 * among several, the one of the highest priority. Each way to log in has secrets of its own.
 */
public final class SharedSecrets {

  /** The id of the key provider that holds secrets. */
  public static final String PROVIDER_ID = "helpshift-secret";

  /** Its config key for the platform id; blank: any. */
  public static final String PLATFORM_ID_KEY = "platformId";

  /** Its config key for the secret: literal, or a vault reference. */
  public static final String SECRET_KEY = "secret";

  /** Its config key for the way to log in that the secret is for; blank: identities. */
  public static final String VERIFICATION_KEY = "verification";

  /** Its config key for when it was added, in seconds since the epoch; no form shows it. */
  public static final String ADDED_KEY = "addedAt";

  private static final Logger LOG = Logger.getLogger(SharedSecrets.class);

  private SharedSecrets() {}

  /** Every key provider {@code helpshift-secret} of a realm, usable or not. */
  public static Stream<ComponentModel> providers(RealmModel realm) {
    return realm
        .getComponentsStream(realm.getId(), KeyProvider.class.getName())
        .filter(model -> PROVIDER_ID.equals(model.getProviderId()));
  }

  /**
   * The secret for the way to log in that the settings say.
   *
   * @throws MissingSecretException if there is none, or it can't be one
   */
  public static SharedSecret find(
      KeycloakSession session, RealmModel realm, HelpshiftSettings settings)
      throws MissingSecretException {
    return find(session, realm, settings, settings.login());
  }

  /**
   * The secret for one way to log in.
   *
   * @throws MissingSecretException if there is none, or it can't be one
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
   * @param method the way to log in that it is for
   * @throws MissingSecretException if the vault has nothing there, or what is there can't be a
   *     secret
   */
  public static SharedSecret resolve(
      KeycloakSession session, String configured, String place, LoginMethod method)
      throws MissingSecretException {
    String text =
        read(session, configured, place)
            .orElseThrow(
                () ->
                    new MissingSecretException(
                        place + ": Keycloak's vault resolves nothing for the reference."));
    try {
      return SharedSecret.of(text, method);
    } catch (InvalidSecretException e) {
      throw new MissingSecretException(place + ": " + e.getMessage());
    }
  }

  /** The vault returns a literal unchanged and rejects null, so pass an empty string. */
  private static Optional<String> read(KeycloakSession session, String configured, String place)
      throws MissingSecretException {
    try (VaultStringSecret text =
        session.vault().getStringSecret(configured == null ? "" : configured)) {
      return text.get();
    } catch (RuntimeException e) {
      // A file that can't be read, a keystore with another password: each vault throws its own,
      // and may say in it what it likes.
      LOG.debugf(e, "Keycloak's vault failed for %s", place);
      throw new MissingSecretException(
          "%s: Keycloak's vault failed (%s); the log says more at level DEBUG."
              .formatted(place, e.getClass().getSimpleName()));
    }
  }

  /** Whether it stands for a secret: a vault reference, or the mask of Keycloak's exports. */
  public static boolean isPlaceholder(String configured) {
    return configured != null
        && (configured.equals(ComponentRepresentation.SECRET_VALUE)
            || Values.isVaultReference(configured));
  }

  /** Whether it is enabled and active. */
  public static boolean isUsable(ComponentModel model) {
    return model.get(Attributes.ENABLED_KEY, true) && model.get(Attributes.ACTIVE_KEY, true);
  }

  /** How a message calls a key provider. */
  public static String place(ComponentModel model) {
    return "key provider '" + model.getName() + "'";
  }

  private static boolean serves(ComponentModel model, String platformId) {
    String served = platformIdOf(model);
    return served.isEmpty() || served.equals(platformId);
  }

  /** The platform id whose secret it is; empty: any. */
  public static String platformIdOf(ComponentModel model) {
    String platformId = model.get(PLATFORM_ID_KEY);
    return platformId == null ? "" : platformId.strip();
  }

  /** The way to log in that the secret is for; empty where the text names none. */
  public static Optional<LoginMethod> methodOf(ComponentModel model) {
    String verification = model.get(VERIFICATION_KEY);
    return verification == null || verification.isBlank()
        ? Optional.of(LoginMethod.IDENTITIES)
        : LoginMethod.of(verification.strip());
  }

  /** Its priority: the highest wins. */
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
