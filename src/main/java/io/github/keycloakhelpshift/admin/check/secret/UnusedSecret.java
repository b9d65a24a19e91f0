package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.finding.Spelling;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.CheckedSecret;
import io.github.keycloakhelpshift.admin.check.realm.Layer;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds secrets for a platform id that no settings contain. */
public record UnusedSecret(CheckedRealm realm) implements Rule {

  @Override
  public Stream<Finding> findings() {
    Set<String> used =
        realm.layers().stream()
            .flatMap(layer -> layer.values().platformId().stream())
            .collect(Collectors.toCollection(TreeSet::new));
    return Stream.concat(
        realm
            .secrets()
            .usable()
            .filter(secret -> !secret.platformId().isEmpty() && !used.contains(secret.platformId()))
            .flatMap(secret -> finding(secret, used)),
        realm
            .secrets()
            .usable()
            .filter(this::isCovered)
            .map(secret -> Finding.of(Code.SECRET_UNUSED, Place.REALM, secret.name()))
            .map(finding -> finding.as("reference")));
  }

  /** Whether each of the settings that it could sign for names a secret in the vault instead. */
  private boolean isCovered(CheckedSecret secret) {
    List<HelpshiftSettings> served =
        realm.layers().stream()
            .map(Layer::values)
            .filter(values -> secret.isFor(values.login()))
            .filter(values -> secret.serves(values.platformId().orElse("")))
            .toList();
    return !served.isEmpty()
        && served.stream().allMatch(values -> values.secretReference().isPresent());
  }

  private Stream<Finding> finding(CheckedSecret secret, Set<String> used) {
    Optional<String> meant = new Spelling(secret.platformId()).nearest(used);
    if (meant.isEmpty()) {
      return Stream.of(
          Finding.of(Code.SECRET_OF_NO_CLIENT, Place.REALM, secret.name(), secret.platformId()));
    }
    // If nothing else signs for that platform id, SECRET_MISSING reports it.
    return realm
        .secrets()
        .usable()
        .filter(other -> other.serves(meant.get()))
        .map(
            other ->
                Finding.of(
                    Code.SECRET_UNUSED,
                    Place.REALM,
                    secret.name(),
                    secret.platformId(),
                    meant.get(),
                    other.name()))
        .limit(1);
  }
}
