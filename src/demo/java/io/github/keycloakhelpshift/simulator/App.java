package io.github.keycloakhelpshift.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;

/** One Helpshift app: one platform id, one shared secret for identity tokens. */
final class App {

  private final String platformId;
  private final MACVerifier verifier;

  App(String platformId, String secret) {
    this.platformId = platformId;
    try {
      this.verifier = new MACVerifier(secret.getBytes(UTF_8));
    } catch (JOSEException e) {
      throw new IllegalArgumentException("The secret of " + platformId + " is unfit for HS256", e);
    }
  }

  String platformId() {
    return platformId;
  }

  boolean signed(JWSObject token) {
    try {
      return token.verify(verifier);
    } catch (JOSEException e) {
      return false;
    }
  }
}
