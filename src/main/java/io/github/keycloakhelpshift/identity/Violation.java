package io.github.keycloakhelpshift.identity;

/**
 * The rules of Helpshift that a value can break. The names are stable, because events, the admin
 * API and the docs contain them.
 */
public enum Violation {
  /** An empty value, or only white space. */
  BLANK("is blank"),
  /** White space at an end: Helpshift then makes an anonymous user. */
  SURROUNDING_WHITE_SPACE("has white space at an end"),
  /** An unpaired surrogate: it would reach Helpshift as another text. */
  MALFORMED_TEXT("is not well-formed Unicode"),
  /** A control, bidirectional or ignorable character: two people could look like one. */
  INVISIBLE_CHARACTER("has an invisible character"),
  /** More characters than the identifier may have. */
  TOO_LONG("is too long"),
  /** A {@code uid} that is an email address: Helpshift then makes an anonymous user. */
  UID_IS_EMAIL("is an email address, which a uid must not be"),
  /** An {@code email} that is not an email address: Helpshift then makes an anonymous user. */
  MALFORMED_EMAIL("is not an email address"),
  /** More metadata entries than a collection may have. */
  TOO_MANY_METADATA_ENTRIES("has too many metadata entries"),
  METADATA_KEY_BLANK("has a blank metadata key"),
  METADATA_KEY_TOO_LONG("has a metadata key that is too long"),
  METADATA_VALUE_BLANK("has a blank metadata value"),
  METADATA_VALUE_TOO_LONG("has a metadata value that is too long"),
  /** A metadata key or value with an unpaired surrogate. */
  METADATA_MALFORMED_TEXT("has metadata that is not well-formed Unicode"),
  /** More identities than a token may have. */
  TOO_MANY_IDENTITIES("has too many identities"),
  /** Two identities of one type: Helpshift would have to guess. */
  DUPLICATE_IDENTIFIER("has an identifier twice"),
  /** Anything except the uid, under full privacy. */
  NOT_PRIVATE("has more than the uid, under full privacy"),
  /** Neither {@code uid} nor {@code email}, without full privacy; Helpshift's own name for it. */
  USERID_AND_EMAIL_MISSING("has neither uid nor email");

  private final String text;

  Violation(String text) {
    this.text = text;
  }

  /** Returns what is wrong, as the continuation of a name: "is too long". */
  public String text() {
    return text;
  }
}
