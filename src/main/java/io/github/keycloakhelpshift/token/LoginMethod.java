package io.github.keycloakhelpshift.token;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How users log in to a Helpshift domain. Each way has a secret of its own. */
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

  /** As admins write it. */
  public String text() {
    return text;
  }

  /** The least bytes of its secret: for HS256 as in RFC 7518, section 3.2. */
  int minSecretBytes() {
    return minSecretBytes;
  }

  /** The way of that text; empty where there is no such way. */
  public static Optional<LoginMethod> of(String text) {
    return Arrays.stream(values()).filter(method -> method.text.equals(text)).findFirst();
  }

  /** All of them, as admins write them. */
  public static List<String> texts() {
    return Arrays.stream(values()).map(LoginMethod::text).toList();
  }
}
