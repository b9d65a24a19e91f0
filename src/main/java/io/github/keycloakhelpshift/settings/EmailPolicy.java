package io.github.keycloakhelpshift.settings;

/** The condition for an email address to identify a person. */
public enum EmailPolicy {
  /** Only if Keycloak has verified that the address is theirs. */
  VERIFIED("verified"),
  /**
   * Always. People who can write another person's address into their own account can then open that
   * person's support history.
   */
  ANY("any");

  private final String text;

  EmailPolicy(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }
}
