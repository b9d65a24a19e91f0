package io.github.keycloakhelpshift.settings;

/** What the protocol mapper puts in the claim. */
public enum ClaimFormat {
  /** The signed identity token. */
  TOKEN,
  /** The identities, as a JSON array. */
  IDENTITIES
}
