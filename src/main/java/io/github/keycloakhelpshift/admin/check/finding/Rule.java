package io.github.keycloakhelpshift.admin.check.finding;

import java.util.stream.Stream;

/** Looks for one kind of mistake. */
@FunctionalInterface
public interface Rule {

  /** What it finds; the same thing may be found more than once. */
  Stream<Finding> findings();
}
