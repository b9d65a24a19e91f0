package io.github.keycloakhelpshift.simulator;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.MACVerifier;

/** One Helpshift app: one platform id, one shared secret, in one domain. */
final class App {

  private final String platformId;
  private final String domain;
  private final MACVerifier verifier;

  App(String platformId, String domain, String secret) {
    this.platformId = platformId;
    this.domain = domain;
    try {
      this.verifier = new MACVerifier(secret.getBytes(UTF_8));
    } catch (JOSEException e) {
      throw new IllegalArgumentException("The secret of " + platformId + " is unfit for HS256", e);
    }
  }

  String platformId() {
    return platformId;
  }

  String domain() {
    return domain;
  }

  boolean signed(JWSObject token) {
    try {
      return token.verify(verifier);
    } catch (JOSEException e) {
      return false;
    }
  }
}
