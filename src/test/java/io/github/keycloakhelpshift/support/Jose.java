package io.github.keycloakhelpshift.support;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Base64;
import java.util.function.Consumer;

/** Checks tokens independently, and forges tokens. */
public final class Jose {

  private Jose() {}

  // The judge

  /** The payload of an identity token, once its signature has been verified. */
  public static ObjectNode verified(String token, String secret) {
    if (!isSignedWith(token, secret)) {
      throw new AssertionError("Not signed with this secret by HS256: " + header(token));
    }
    return payload(token);
  }

  /** Whether an identity token is signed with that secret, by HS256. */
  public static boolean isSignedWith(String token, String secret) {
    try {
      JWSObject jws = JWSObject.parse(token);
      return jws.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
          && jws.verify(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (ParseException | JOSEException e) {
      throw new AssertionError("No JWS: " + token, e);
    }
  }

  public static ObjectNode header(String token) {
    return part(token, 0);
  }

  /** Returns the payload, without a check of the signature. */
  public static ObjectNode payload(String token) {
    return part(token, 1);
  }

  // The forger

  /** The token with other claims, signed with the realm's own key: only time could make it. */
  public static String resigned(String token, Consumer<ObjectNode> changes) {
    return signed(token, changes, RealmKey.signer(), JWSAlgorithm.RS256);
  }

  /** The token as one of Keycloak's that has no signature: {@code alg: none}. */
  public static String unsigned(String token) {
    ObjectNode header = header(token).put("alg", "none");
    return encode(header.toString()) + "." + token.split("\\.", 3)[1] + ".";
  }

  /** The token with another header, and the signature that it had. */
  public static String withHeader(String token, String header) {
    return encode(Json.of(header).toString()) + token.substring(token.indexOf('.'));
  }

  /** The token with other claims, and the signature that it had. */
  public static String tampered(String token, Consumer<ObjectNode> changes) {
    ObjectNode payload = payload(token);
    changes.accept(payload);
    String[] parts = token.split("\\.", 3);
    return parts[0] + "." + encode(payload.toString()) + "." + parts[2];
  }

  /** The token signed with another key under the name of the realm's. */
  public static String signedByStranger(String token) {
    try {
      return signed(
          token,
          claims -> {},
          new RSASSASigner(new RSAKeyGenerator(2048).generate()),
          JWSAlgorithm.RS256);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The token signed by HMAC with the realm's public key, which everybody knows. */
  public static String signedByPublicKey(String token) {
    try {
      return signedByHmac(token, RealmKey.key().toPublicKey().getEncoded());
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the token signed by HMAC with any secret. */
  public static String signedBySecret(String token, String secret) {
    return signedByHmac(token, secret.getBytes(StandardCharsets.UTF_8));
  }

  private static String signedByHmac(String token, byte[] key) {
    try {
      return signed(token, claims -> {}, new MACSigner(key), JWSAlgorithm.HS256);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(
      String token, Consumer<ObjectNode> changes, JWSSigner signer, JWSAlgorithm algorithm) {
    ObjectNode payload = payload(token);
    changes.accept(payload);
    JWSObject jws =
        new JWSObject(
            new JWSHeader.Builder(algorithm).keyID(header(token).get("kid").asText()).build(),
            new Payload(payload.toString()));
    try {
      jws.sign(signer);
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jws.serialize();
  }

  private static ObjectNode part(String token, int index) {
    byte[] json = Base64.getUrlDecoder().decode(token.split("\\.", 3)[index]);
    return Json.object(new String(json, StandardCharsets.UTF_8));
  }

  private static String encode(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
