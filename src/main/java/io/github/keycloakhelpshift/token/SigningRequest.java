package io.github.keycloakhelpshift.token;

import io.jsonwebtoken.security.SecureRequest;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.security.Provider;
import java.security.SecureRandom;
import javax.crypto.SecretKey;

/** What JJWT is asked to sign, by Java's own provider. */
final class SigningRequest implements SecureRequest<InputStream, SecretKey> {

  private final byte[] input;
  private final SecretKey key;

  SigningRequest(byte[] input, SecretKey key) {
    this.input = input;
    this.key = key;
  }

  @Override
  public InputStream getPayload() {
    return new ByteArrayInputStream(input);
  }

  @Override
  public SecretKey getKey() {
    return key;
  }

  @Override
  public Provider getProvider() {
    return null;
  }

  @Override
  public SecureRandom getSecureRandom() {
    return null;
  }
}
