package io.github.keycloakhelpshift.admin.check.finding;

import java.util.stream.Stream;

/** Looks for one kind of mistake. */
@FunctionalInterface
public interface Rule {

  /** Returns what the rule finds. The same finding can be there more than once. */
  Stream<Finding> findings();
}
