package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.secret.ConfiguredSecret;
import io.github.keycloakhelpshift.secret.SecretProvider;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * A secret that may sign.
 *
 * @param place the place of its finding
 * @param name the key provider or the setting that has it
 * @param secret the secret
 */
public record UsedSecret(Place place, Reason name, ResolvedSecret secret) {

  static UsedSecret of(CheckedSecret provider) {
    return new UsedSecret(Place.REALM, SecretProvider.place(provider.name()), provider.secret());
  }

  /** Returns the secret that the settings name; empty if they name none. */
  static Optional<UsedSecret> of(KeycloakSession session, Layer layer) {
    String key = Setting.SECRET.key();
    return layer
        .values()
        .secretReference()
        .map(
            reference ->
                new UsedSecret(
                    layer.place(key),
                    Reason.of(key),
                    new ResolvedSecret(
                        session, ConfiguredSecret.ofSettings(reference), layer.values().login())));
  }
}
