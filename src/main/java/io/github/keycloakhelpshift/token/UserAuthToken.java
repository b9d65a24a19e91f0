package io.github.keycloakhelpshift.token;

import io.github.keycloakhelpshift.identity.VerifiedUser;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;

/**
 * Makes Helpshift's {@code userAuthToken}: Base64 of HMAC-SHA256 over the user's id and email. It
 * contains no time and never expires: only a new secret ends it.
 *
 * <p>Source: Helpshift's sample apps and its FAQ 880.
 */
public final class UserAuthToken {

  private static final String ALGORITHM = "HmacSHA256";

  private UserAuthToken() {}

  public static String of(VerifiedUser user, SharedSecret secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(secret.key());
      String message = user.userId().orElse("") + user.userEmail().orElse("");
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java has " + ALGORITHM, e);
    }
  }
}
