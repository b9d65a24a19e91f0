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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds several secrets for one platform id and one way to log in that have no clear order, or have
 * been there for too long.
 */
public record RivalSecrets(CheckedRealm realm) implements Rule {

  private static final Duration ROTATION = Duration.ofDays(30);

  @Override
  public Stream<Finding> findings() {
    return realm
        .secrets()
        .usable()
        .collect(
            Collectors.groupingBy(
                secret -> List.of(secret.platformId(), secret.method()),
                LinkedHashMap::new,
                Collectors.toList()))
        .values()
        .stream()
        .filter(rivals -> rivals.size() > 1)
        .flatMap(rivals -> Stream.of(unordered(rivals), reversed(rivals), unfinished(rivals)))
        .flatMap(Optional::stream);
  }

  private static Optional<Finding> unordered(List<CheckedSecret> rivals) {
    long priorities = rivals.stream().mapToLong(CheckedSecret::priority).distinct().count();
    return priorities == rivals.size()
        ? Optional.empty()
        : Optional.of(Finding.of(Code.SECRETS_OF_EQUAL_PRIORITY, Place.REALM, names(rivals)));
  }

  private static Optional<Finding> reversed(List<CheckedSecret> rivals) {
    CheckedSecret newest = max(rivals, CheckedSecret::added);
    CheckedSecret first = max(rivals, CheckedSecret::priority);
    return newest.added() > first.added() && newest.priority() < first.priority()
        ? Optional.of(
            Finding.of(Code.SECRET_NEWER_UNUSED, Place.REALM, newest.name(), first.name()))
        : Optional.empty();
  }

  private Optional<Finding> unfinished(List<CheckedSecret> rivals) {
    Instant newest = Instant.ofEpochSecond(max(rivals, CheckedSecret::added).added());
    return newest.isAfter(Instant.EPOCH) && newest.plus(ROTATION).isBefore(realm.server().now())
        ? Optional.of(
            Finding.of(Code.ROTATION_UNFINISHED, Place.REALM, names(rivals), ROTATION.toDays()))
        : Optional.empty();
  }

  private static CheckedSecret max(
      List<CheckedSecret> rivals, Function<CheckedSecret, Long> figure) {
    return rivals.stream().max(Comparator.comparing(figure)).orElseThrow();
  }

  private static String names(List<CheckedSecret> rivals) {
    return rivals.stream()
        .map(CheckedSecret::name)
        .map(name -> "'" + name + "'")
        .collect(Collectors.joining(", "));
  }
}
