package io.github.keycloakhelpshift.admin.check.secret;

import io.github.keycloakhelpshift.admin.check.finding.Code;
import io.github.keycloakhelpshift.admin.check.finding.Finding;
import io.github.keycloakhelpshift.admin.check.finding.Place;
import io.github.keycloakhelpshift.admin.check.finding.Rule;
import io.github.keycloakhelpshift.admin.check.realm.CheckedRealm;
import io.github.keycloakhelpshift.admin.check.realm.CheckedSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds a new secret that nobody has activated, so that an older one still signs. */
public record NewerPassiveSecret(CheckedRealm realm) implements Rule {

  /** The time in which an admin may prepare a rotation. */
  private static final Duration PREPARATION = Duration.ofDays(1);

  @Override
  public Stream<Finding> findings() {
    Instant prepared = realm.server().now().minus(PREPARATION);
    return realm.secrets().all().stream()
        .filter(secret -> !secret.isUsable() && secret.secret().problem().isEmpty())
        .filter(secret -> Instant.ofEpochSecond(secret.added()).isBefore(prepared))
        .flatMap(secret -> finding(secret).stream());
  }

  private Optional<Finding> finding(CheckedSecret passive) {
    List<CheckedSecret> signing =
        realm
            .secrets()
            .usable()
            .filter(other -> other.platformId().equals(passive.platformId()))
            .filter(other -> other.method().equals(passive.method()))
            .toList();
    return signing.stream()
        .max(Comparator.comparing(CheckedSecret::added))
        .filter(newest -> newest.added() < passive.added())
        .filter(newest -> signing.stream().noneMatch(one -> one.secret().isSame(passive.secret())))
        .map(
            newest ->
                Finding.of(Code.SECRET_NEWER_UNUSED, Place.REALM, passive.name(), newest.name())
                    .as("passive"));
  }
}
