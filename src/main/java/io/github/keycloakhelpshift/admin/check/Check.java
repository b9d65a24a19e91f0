package io.github.keycloakhelpshift.admin.check;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Looks for one kind of mistake. */
@FunctionalInterface
interface Check {

  /** All of them. */
  List<Check> ALL =
      List.of(
          new SecretCheck(),
          new SettingsCheck(),
          new SourceCheck(),
          new EmailCheck(),
          new WebOriginCheck(),
          new ThemeCheck(),
          new SessionCheck());

  /** What it finds; the same thing may be found more than once. */
  Stream<Finding> run(CheckedRealm realm);

  /** What all of them find, the worst first. */
  static List<Finding> runAll(CheckedRealm realm) {
    return ALL.stream()
        .flatMap(check -> check.run(realm))
        .distinct()
        .sorted(Comparator.comparing((Finding finding) -> finding.rule().severity()))
        .toList();
  }
}
