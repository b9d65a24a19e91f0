package io.github.keycloakhelpshift.admin.check;

/** How bad a finding is. */
enum Severity {
  /** Does not work, or lets one person be taken for another. */
  ERROR,
  /** Will go wrong for some people, or on some day. */
  WARNING,
  /** Good to know. */
  INFO
}
