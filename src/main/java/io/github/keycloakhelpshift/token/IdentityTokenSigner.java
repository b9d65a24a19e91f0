package io.github.keycloakhelpshift.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.Serializer;
import io.jsonwebtoken.jackson.io.JacksonSerializer;
import java.util.Base64;
import java.util.Map;

/**
 * Signs identity tokens in the form that Helpshift accepts: a compact JWS, HS256 for every length
 * of the secret, header {@code alg} and {@code typ}, payload {@code identities} and {@code iat} and
 * nothing else.
 */
public final class IdentityTokenSigner {

  // Every builder gets this one, because otherwise it would search the class path for each token.
  private static final Serializer<Map<String, ?>> JSON =
      new JacksonSerializer<>(new ObjectMapper());

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private IdentityTokenSigner() {}

  /** Returns the signed token in its compact form. */
  public static String sign(IdentityToken token, SharedSecret secret) {
    return sign(IdentityTokenPayload.of(token), secret);
  }

  /** Returns the signed token with that payload, in its compact form. */
  public static String sign(IdentityTokenPayload payload, SharedSecret secret) {
    return Jwts.builder()
        .json(JSON)
        // Java's own encoder: it costs a small part of the library's.
        .b64Url(BASE64URL::wrap)
        .header()
        .type("JWT")
        .and()
        .claim("identities", payload.identities())
        .claim("iat", payload.iat())
        // We name the algorithm, because the library would choose another one for a longer key.
        .signWith(secret.key(), Jwts.SIG.HS256)
        .compact();
  }
}
