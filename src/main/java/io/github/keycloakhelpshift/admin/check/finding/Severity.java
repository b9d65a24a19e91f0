package io.github.keycloakhelpshift.admin.check.finding;

import java.util.Locale;

public enum Severity {
  /** Something does not work, or one person can be treated as another. */
  ERROR,
  /** Something goes wrong for some people, or at some time. */
  WARNING,
  /** Good to know. */
  INFO;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
