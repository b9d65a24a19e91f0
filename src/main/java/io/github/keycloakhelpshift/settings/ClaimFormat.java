package io.github.keycloakhelpshift.settings;

import io.github.keycloakhelpshift.token.LoginMethod;
import java.util.Optional;

/** The content of the protocol mapper's claim. */
public enum ClaimFormat {
  /** The signed identity token. */
  TOKEN("token", Optional.of(LoginMethod.IDENTITIES)),
  /** The identities, as a JSON array. */
  IDENTITIES("identities", Optional.empty()),
  /** The digest for domains without User Hub. */
  USER_AUTH_TOKEN("user_auth_token", Optional.of(LoginMethod.USER_AUTH_TOKEN));

  private final String text;
  private final Optional<LoginMethod> signedFor;

  ClaimFormat(String text, Optional<LoginMethod> signedFor) {
    this.text = text;
    this.signedFor = signedFor;
  }

  /** Returns the way to log in whose secret signs the claim; empty if it is not signed. */
  public Optional<LoginMethod> signedFor() {
    return signedFor;
  }

  String text() {
    return text;
  }
}
