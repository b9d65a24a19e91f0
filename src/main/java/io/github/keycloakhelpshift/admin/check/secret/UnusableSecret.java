package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.ResolvedSecret;
import io.github.keycloakhelpshift.identity.Reason;
import java.util.stream.Stream;
import org.keycloak.vault.VaultProvider;

/** Finds secrets that can't sign: the vault has no entry, or the text can't be a secret. */
public record UnusableSecret(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    return realm
        .usedSecrets()
        .filter(used -> !used.secret().isReference())
        .flatMap(used -> ofSecret(used.place(), used.secret()));
  }

  private Stream<Finding> ofSecret(Place place, ResolvedSecret secret) {
    return secret.problem().stream()
        .map(
            problem ->
                secret.isAbsent() && secret.vaultEntry().isPresent()
                    ? unresolved(place, problem, secret.vaultEntry().get())
                    : Finding.of(Code.SECRET_INVALID, place, problem));
  }

  private Finding unresolved(Place place, Reason problem, String entry) {
    if (realm.session().getProvider(VaultProvider.class) == null) {
      return Finding.of(Code.SECRET_UNRESOLVED, place, problem).as("no_vault");
    }
    String file = fileOf(entry);
    return new MeantVaultEntry(realm.session(), realm.model().getName(), entry)
        .find()
        .map(near -> Finding.of(Code.SECRET_UNRESOLVED, place, problem, file, near).as("near"))
        .orElseGet(() -> Finding.of(Code.SECRET_UNRESOLVED, place, problem, file));
  }

  /** Returns the name of the file in Keycloak's file vault. */
  private String fileOf(String entry) {
    return realm.model().getName().replace("_", "__") + "_" + entry.replace("_", "__");
  }
}
