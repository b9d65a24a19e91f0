package io.github.keycloakhelpshift.support;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.opts.AllowWeakRSAKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.Base64;
import java.util.Set;

/**
 * The key that our test realms sign their own tokens with. Because we have it too, a test can make
 * a token that only time, or a bug of Keycloak, could make.
 */
final class RealmKey {

  /** Too few for real life, but a test's Keycloak signs with it in a fraction of the time. */
  private static final int BITS = 512;

  private static final RSAKey KEY = generate();

  private RealmKey() {}

  static RSAKey key() {
    return KEY;
  }

  static JWSSigner signer() {
    try {
      return new RSASSASigner(KEY.toPrivateKey(), Set.of(AllowWeakRSAKey.getInstance()));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** As Keycloak's key provider {@code rsa} takes it. */
  static String pem() {
    try {
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder().encodeToString(KEY.toPrivateKey().getEncoded())
          + "\n-----END PRIVATE KEY-----";
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RSAKey generate() {
    try {
      return new RSAKeyGenerator(BITS, true).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
