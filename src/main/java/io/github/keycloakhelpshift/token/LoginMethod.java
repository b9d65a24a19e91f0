package io.github.keycloakhelpshift.token;

/** The ways to log in to a Helpshift domain. Each has its own secret. */
public enum LoginMethod {
  /** User Hub: by a signed identity token. */
  IDENTITIES("identities", 32),
  /** User Identity Verification, for domains without User Hub: by a digest of id and email. */
  USER_AUTH_TOKEN("user_auth_token", 1);

  private final String text;
  private final int minSecretBytes;

  LoginMethod(String text, int minSecretBytes) {
    this.text = text;
    this.minSecretBytes = minSecretBytes;
  }

  public String text() {
    return text;
  }

  /** Returns the minimal bytes of its secret: for HS256 as in RFC 7518, section 3.2. */
  int minSecretBytes() {
    return minSecretBytes;
  }
}
