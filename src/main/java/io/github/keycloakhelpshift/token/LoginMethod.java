package io.github.keycloakhelpshift.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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

  /** Returns the text that admins write. */
  public String text() {
    return text;
  }

  /** Returns the minimal bytes of its secret: for HS256 as in RFC 7518, section 3.2. */
  int minSecretBytes() {
    return minSecretBytes;
  }

  /** Returns the way with that text; empty if there is no such way. */
  public static Optional<LoginMethod> of(String text) {
    return Arrays.stream(values()).filter(method -> method.text.equals(text)).findFirst();
  }

  /** Returns the texts of all ways. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(LoginMethod::text).toList();
  }
}
