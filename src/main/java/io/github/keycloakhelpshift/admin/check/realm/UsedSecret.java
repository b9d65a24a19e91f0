package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.secret.ConfiguredSecret;
import io.github.keycloakhelpshift.secret.SecretProvider;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;

/**
 * A secret that may sign.
 *
 * @param holder the name of the key provider, or the key of the setting, that has it
 * @param name the same in words
 * @param platformId the platform id that it is for; empty: any
 * @param method the way to log in that it is for; empty if the key provider's text is not one
 */
public record UsedSecret(
    Place place,
    String holder,
    Reason name,
    String platformId,
    Optional<LoginMethod> method,
    ResolvedSecret secret) {

  UsedSecret(CheckedSecret provider) {
    this(
        Place.REALM,
        provider.name(),
        SecretProvider.place(provider.name()),
        provider.platformId(),
        provider.method(),
        provider.secret());
  }

  /** Returns the secret that the settings name; empty if they name none. */
  static Optional<UsedSecret> of(KeycloakSession session, Layer layer) {
    String key = Setting.SECRET.key();
    LoginMethod method = layer.values().login();
    return layer
        .values()
        .secretReference()
        .map(
            reference ->
                new UsedSecret(
                    layer.place(key),
                    key,
                    Reason.of(key),
                    layer.values().platformId().orElse(""),
                    Optional.of(method),
                    new ResolvedSecret(session, ConfiguredSecret.ofSettings(reference), method)));
  }
}
