package io.github.keycloakhelpshift.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.io.Serializer;
import io.jsonwebtoken.jackson.io.JacksonSerializer;
import java.util.Base64;
import java.util.Map;

/**
 * Signs identity tokens as Helpshift takes them: a compact JWS, HS256 whatever the secret's length,
 * header {@code alg} and {@code typ}, payload {@code identities} and {@code iat} and nothing else.
 */
public final class IdentityTokenSigner {

  // Given to each builder: looking one up would ask the class path at every token.
  private static final Serializer<Map<String, ?>> JSON =
      new JacksonSerializer<>(new ObjectMapper());

  private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

  private IdentityTokenSigner() {}

  /** The signed token, in its compact form. */
  public static String sign(IdentityToken token, SharedSecret secret) {
    IdentityTokenPayload payload = IdentityTokenPayload.of(token);
    return Jwts.builder()
        .json(JSON)
        // Java's own: it costs a small part of what the library's does.
        .b64Url(BASE64URL::wrap)
        .header()
        .type("JWT")
        .and()
        .claim("identities", payload.identities())
        .claim("iat", payload.iat())
        // Named, because it must not depend on what the library makes of a longer key.
        .signWith(secret.key(), Jwts.SIG.HS256)
        .compact();
  }
}
