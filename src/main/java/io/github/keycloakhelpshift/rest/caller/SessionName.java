package io.github.keycloakhelpshift.rest.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.keycloak.models.UserSessionModel;

/**
 * A name for a user session that tabs may tell each other: says whether two are the same, and
 * nothing that Keycloak would take for the session's id.
 */
public final class SessionName {

  private static final int BYTES = 16;

  private SessionName() {}

  public static String of(UserSessionModel userSession) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(userSession.getId().getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
