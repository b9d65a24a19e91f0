package io.github.keycloakhelpshift.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.jsonwebtoken.Jwts;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Signs identity tokens in the form that Helpshift accepts: a compact JWS, HS256 for every length
 * of the secret, header {@code alg} and {@code typ}, payload {@code identities} and {@code iat} and
 * nothing else.
 *
 * <p>JJWT signs, but not by its builder: the header is always the same, and the builder makes much
 * more garbage than everything else here.
 */
public final class IdentityTokenSigner {

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private static final ObjectWriter JSON = new ObjectMapper().writerFor(IdentityTokenPayload.class);

  private static final String HEADER =
      encoded("{\"typ\":\"JWT\",\"alg\":\"HS256\"}".getBytes(StandardCharsets.UTF_8));

  private IdentityTokenSigner() {}

  public static String sign(IdentityToken token, SharedSecret secret) {
    return sign(new IdentityTokenPayload(token), secret);
  }

  public static String sign(IdentityTokenPayload payload, SharedSecret secret) {
    String input = HEADER + '.' + encoded(json(payload));
    // We name the algorithm, because the library would choose another one for a longer key.
    byte[] signature =
        Jwts.SIG.HS256.digest(
            new SigningRequest(input.getBytes(StandardCharsets.US_ASCII), secret.key()));
    return input + '.' + encoded(signature);
  }

  private static byte[] json(IdentityTokenPayload payload) {
    try {
      return JSON.writeValueAsBytes(payload);
    } catch (JsonProcessingException e) {
      // It contains only texts and a number, which can always be written.
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return BASE64URL.encodeToString(bytes);
  }
}
