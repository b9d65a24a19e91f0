package io.github.keycloakhelpshift.secret;

import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.settings.Choice;
import io.github.keycloakhelpshift.token.LoginMethod;
import org.keycloak.common.util.Time;
import org.keycloak.component.ComponentValidationException;
import org.keycloak.models.KeycloakSession;

/** A key provider that an admin saves, or that comes with an imported realm. */
record SavedProvider(KeycloakSession session, SecretProvider provider) {

  void validate() throws ComponentValidationException {
    LoginMethod method = method();
    // A provider that is off signs nothing. Admins must be able to switch it off when the vault has
    // lost its secret.
    if (provider.isUsable() && !mayComeLater()) {
      validateSecret(method);
    }
    if (provider.model().get(SecretProvider.ADDED_KEY) == null) {
      // Keycloak stores no time for a component, but the check needs it to find unfinished
      // rotations.
      provider.model().put(SecretProvider.ADDED_KEY, Time.currentTimeMillis() / 1_000);
    }
  }

  /**
   * Whether the provider comes with an imported realm, and its secret may still be missing. If we
   * refused it, Keycloak would refuse the whole realm, and a server that imports the realm at its
   * start would not start. The check reports the missing secret.
   */
  private boolean mayComeLater() {
    return !new AdminSave(session).isUnderWay() && provider.secret().isPlaceholder();
  }

  private LoginMethod method() {
    return provider
        .method()
        .orElseThrow(
            () ->
                refused(
                    Reason.of(
                        "Verification is not one of %s", String.join(", ", Choice.LOGIN.texts()))));
  }

  private void validateSecret(LoginMethod method) {
    try {
      new ConfiguredSecret(Reason.of("Shared secret"), provider.secret().text())
          .resolve(session, method);
    } catch (MissingSecretException e) {
      throw refused(e.reason());
    }
  }

  /** The text is a parameter, because Keycloak reads the message itself as a pattern. */
  private ComponentValidationException refused(Reason reason) {
    return new ComponentValidationException("{0}", reason.text(new AdminSave(session).language()));
  }
}
