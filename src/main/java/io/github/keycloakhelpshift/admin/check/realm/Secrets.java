package io.github.keycloakhelpshift.admin.check.realm;

import io.github.keycloakhelpshift.secret.SecretProvider;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/**
 * The realm's shared secrets.
 *
 * @param all every key provider, usable or not
 */
public record Secrets(List<CheckedSecret> all) {

  static Secrets of(KeycloakSession session, RealmModel realm) {
    return new Secrets(
        SecretProvider.of(realm)
            .map(provider -> new CheckedSecret(session, provider))
            .sorted(Comparator.comparing(CheckedSecret::name))
            .toList());
  }

  public Stream<CheckedSecret> usable() {
    return all.stream().filter(CheckedSecret::isUsable);
  }
}
