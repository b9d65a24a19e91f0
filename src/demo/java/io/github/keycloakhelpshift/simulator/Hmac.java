package io.github.keycloakhelpshift.simulator;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * HMAC-SHA256 as RFC 2104 writes it down. Not Java's own, which the extension uses: what judges
 * must not share a mistake with what is judged.
 */
final class Hmac {

  private static final int BLOCK = 64;

  private final byte[] key;

  Hmac(byte[] key) {
    this.key = Arrays.copyOf(key.length > BLOCK ? sha256(key) : key, BLOCK);
  }

  byte[] of(byte[] message) {
    return sha256(masked(0x5c), sha256(masked(0x36), message));
  }

  private byte[] masked(int mask) {
    byte[] masked = new byte[BLOCK];
    for (int i = 0; i < BLOCK; i++) {
      masked[i] = (byte) (key[i] ^ mask);
    }
    return masked;
  }

  private static byte[] sha256(byte[]... parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        digest.update(part);
      }
      return digest.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
