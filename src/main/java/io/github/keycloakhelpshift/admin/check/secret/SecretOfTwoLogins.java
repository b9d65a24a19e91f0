package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.admin.check.realm.ResolvedSecret;
import io.github.keycloakhelpshift.secret.ConfiguredSecret;
import io.github.keycloakhelpshift.settings.Setting;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds one secret for both ways to log in. Helpshift gives each its own. */
public record SecretOfTwoLogins(CheckedRealm realm) implements Rule {

  private record Named(String name, ResolvedSecret secret) {}

  @Override
  public Stream<Finding> findings() {
    List<Named> digests = secrets(LoginMethod.USER_AUTH_TOKEN).toList();
    return secrets(LoginMethod.IDENTITIES)
        .flatMap(
            one ->
                digests.stream()
                    .filter(other -> other.secret().isSame(one.secret()))
                    .map(
                        other ->
                            Finding.of(
                                Code.SECRET_OF_BOTH_LOGINS,
                                Place.REALM,
                                one.name(),
                                other.name())));
  }

  private Stream<Named> secrets(LoginMethod login) {
    return Stream.concat(
        realm
            .secrets()
            .usable()
            .filter(secret -> secret.method().equals(Optional.of(login)))
            .map(secret -> new Named(secret.name(), secret.secret())),
        realm.layers().stream()
            .filter(layer -> layer.values().login() == login)
            .flatMap(this::reference));
  }

  private Stream<Named> reference(Layer layer) {
    String key = Setting.SECRET.key();
    return layer.values().secretReference().stream()
        .map(
            reference ->
                new Named(
                    key,
                    new ResolvedSecret(
                        realm.session(),
                        ConfiguredSecret.ofSettings(reference),
                        layer.values().login())));
  }
}
