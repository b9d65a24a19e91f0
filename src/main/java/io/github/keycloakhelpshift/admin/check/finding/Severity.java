package io.github.keycloakhelpshift.admin.check.finding;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** Does not work, or lets one person pass for another. */
  ERROR,
  /** Will go wrong for some people, or on some day. */
  WARNING,
  /** Good to know. */
  INFO;

  /** The name in the admin API. */
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
