package io.github.keycloakhelpshift.secret;

import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.settings.TextForm;
import io.github.keycloakhelpshift.token.InvalidSecretException;
import io.github.keycloakhelpshift.token.LoginMethod;
import io.github.keycloakhelpshift.token.SharedSecret;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.models.KeycloakSession;
import org.keycloak.representations.idm.ComponentRepresentation;
import org.keycloak.vault.VaultStringSecret;

/**
 * A shared secret as an admin has configured it, literal or by a vault reference.
 *
 * @param place where it is configured, for messages
 */
public record ConfiguredSecret(Reason place, Optional<String> text) {

  private static final Logger LOG = Logger.getLogger(ConfiguredSecret.class);

  /** Makes the secret that settings name in the vault. */
  public static ConfiguredSecret ofSettings(String reference) {
    return new ConfiguredSecret(Reason.of(Setting.SECRET.key()), Optional.of(reference));
  }

  /**
   * Returns the secret itself.
   *
   * @throws MissingSecretException if the vault has no such entry, or the secret is invalid
   */
  public SharedSecret resolve(KeycloakSession session, LoginMethod method)
      throws MissingSecretException {
    return parse(read(session), method);
  }

  /**
   * Returns the secret of that text.
   *
   * @param read the text that {@link #read} returned
   * @throws MissingSecretException if there is no text, or it is invalid
   */
  public SharedSecret parse(Optional<String> read, LoginMethod method)
      throws MissingSecretException {
    String secret =
        read.orElseThrow(
            () ->
                new MissingSecretException(
                    Reason.of("%s: Keycloak's vault has no entry for the reference.", place)));
    try {
      return SharedSecret.of(secret, method);
    } catch (InvalidSecretException e) {
      throw new MissingSecretException(Reason.of("%s: %s", place, e.reason()));
    }
  }

  /**
   * Reads the text from the vault. It returns a literal unchanged and rejects null, so we pass an
   * empty string.
   *
   * @throws MissingSecretException if the vault fails
   */
  public Optional<String> read(KeycloakSession session) throws MissingSecretException {
    try (VaultStringSecret entry = session.vault().getStringSecret(text.orElse(""))) {
      return entry.get();
    } catch (RuntimeException e) {
      // Each vault throws its own exceptions, for example for an unreadable file, and the message
      // may contain anything. So only the DEBUG log shows it.
      LOG.debugf(e, "Keycloak's vault failed for %s", place);
      throw new MissingSecretException(
          Reason.of(
              "%s: Keycloak's vault failed (%s); the log says more at level DEBUG.",
              place, e.getClass().getSimpleName()));
    }
  }

  /**
   * Whether the text only stands for a secret: a vault reference, or the mask in Keycloak's
   * exports.
   */
  boolean isPlaceholder() {
    return text.filter(
            any ->
                any.equals(ComponentRepresentation.SECRET_VALUE)
                    || TextForm.VAULT_REFERENCE.fits(any))
        .isPresent();
  }

  /** Returns only the place, because logs must not contain a secret. */
  @Override
  public String toString() {
    return "ConfiguredSecret[" + place + "]";
  }
}
