package io.github.keycloakhelpshift.settings;

/** When a person's email address may identify him. */
public enum EmailPolicy {
  /** Only when Keycloak has verified that the address is his. */
  VERIFIED,
  /**
   * Always. Whoever may write somebody else's address into his account can then open that person's
   * support history.
   */
  ANY
}
