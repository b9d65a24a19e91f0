package io.github.keycloakhelpshift.rest.caller;

import java.nio.charset.StandardCharsets;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.UserSessionModel;

/**
 * A name for a user session that tabs may share. It shows whether two sessions are the same, and is
 * useless as a session id for Keycloak.
 */
public final class SessionName {

  private SessionName() {}

  public static String of(UserSessionModel userSession) {
    // The left half of the hash, as in OpenID Connect's at_hash.
    return HashUtils.encodeHashToOIDC(
        HashUtils.hash("SHA-256", userSession.getId().getBytes(StandardCharsets.UTF_8)));
  }
}
