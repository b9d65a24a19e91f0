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
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.vault.VaultProvider;

/** Finds secrets that can't sign: the vault has no entry, or the text can't be a secret. */
public record UnusableSecret(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return Stream.concat(
        realm
            .secrets()
            .usable()
            .filter(secret -> !MangledSecret.isReference(secret))
            .flatMap(secret -> ofSecret(Place.REALM, secret.secret())),
        realm.layers().stream().flatMap(this::ofLayer));
  }

  private Stream<Finding> ofLayer(Layer layer) {
    String key = Setting.SECRET.key();
    return layer.values().secretReference().stream()
        .flatMap(
            reference ->
                ofSecret(
                    layer.place(key),
                    new ResolvedSecret(
                        realm.session(),
                        new ConfiguredSecret(key, Optional.of(reference)),
                        layer.values().login())));
  }

  private Stream<Finding> ofSecret(Place place, ResolvedSecret secret) {
    return secret.problem().stream()
        .map(
            problem ->
                secret.isAbsent() && secret.vaultEntry().isPresent()
                    ? unresolved(place, problem, secret.vaultEntry().get())
                    : Finding.of(Code.SECRET_INVALID, place, problem));
  }

  private Finding unresolved(Place place, String problem, String entry) {
    if (realm.session().getProvider(VaultProvider.class) == null) {
      return Finding.of(Code.SECRET_UNRESOLVED, place, problem).as("no_vault");
    }
    String file = fileOf(entry);
    return VaultEntrySuggestion.of(realm.session(), realm.model().getName(), entry)
        .map(near -> Finding.of(Code.SECRET_UNRESOLVED, place, problem, file, near).as("near"))
        .orElseGet(() -> Finding.of(Code.SECRET_UNRESOLVED, place, problem, file));
  }

  /** Returns the name of the file in Keycloak's file vault. */
  private String fileOf(String entry) {
    return realm.model().getName().replace("_", "__") + "_" + entry.replace("_", "__");
  }
}
