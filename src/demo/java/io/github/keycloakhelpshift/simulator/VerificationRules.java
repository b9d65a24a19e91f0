package io.github.keycloakhelpshift.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;

/**
 * Helpshift's User Identity Verification, for domains without User Hub: the user's id and email
 * must come with a digest of them.
 */
final class VerificationRules {

  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final Hmac hmac;

  VerificationRules(String secret) {
    this.hmac = new Hmac(secret.getBytes(UTF_8));
  }

  Verification judge(Verification user, String token) {
    if (token.isEmpty()) {
      return user.refused("missing user auth token");
    }
    // Compared as text, so that alphabet, padding and line breaks count.
    return MessageDigest.isEqual(token.getBytes(UTF_8), digest(user).getBytes(UTF_8))
        ? user
        : user.refused("invalid user auth token");
  }

  /** Under full privacy the email does not count. */
  private String digest(Verification user) {
    String message = user.userId() + (user.fullPrivacy() ? "" : user.userEmail());
    return BASE64.encodeToString(hmac.of(message.getBytes(UTF_8)));
  }
}
