package io.github.keycloakhelpshift.rest.caller;

import java.nio.charset.StandardCharsets;
import org.keycloak.jose.jws.crypto.HashUtils;
import org.keycloak.models.UserSessionModel;

/**
 * A name for a user session that tabs may tell each other: says whether two are the same, and
 * nothing that Keycloak would take for the session's id.
 */
public final class SessionName {

  private SessionName() {}

  public static String of(UserSessionModel userSession) {
    // The left half of the hash, as OpenID Connect has it for at_hash.
    return HashUtils.encodeHashToOIDC(
        HashUtils.hash("SHA-256", userSession.getId().getBytes(StandardCharsets.UTF_8)));
  }
}
