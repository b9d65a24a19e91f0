package io.github.keycloakhelpshift.fuzz;

import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.RealmTemplate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One account's access token, changed in every field. */
final class BentTokens {

  private static final List<String> CLAIMS =
      List.of(
          "exp",
          // Not iat: Keycloak ends the session of a token from before it.
          "nbf",
          "jti",
          "iss",
          "aud",
          "sub",
          "typ",
          "azp",
          "sid",
          "scope",
          "cnf",
          "acr",
          "allowed-origins",
          "realm_access",
          "resource_access",
          "session_state");

  private static final List<String> VALUES =
      List.of(
          "null",
          "''",
          "' '",
          "0",
          "-1",
          "9223372036854775807",
          "1e400",
          "true",
          "[]",
          "{}",
          "['x', null]",
          "{'jkt': 1}",
          "{'x5t#S256': 'abc'}",
          "'\\u0000'",
          "'\\ud800'",
          "'../../x'",
          "'LONG'");

  private static final List<String> HEADERS =
      List.of(
          "{}",
          "[]",
          "null",
          "{'alg': null}",
          "{'alg': ''}",
          "{'alg': 'none'}",
          "{'alg': 'HS256'}",
          "{'alg': 'HS512'}",
          "{'alg': 'RS256'}",
          "{'alg': 'RS512'}",
          "{'alg': 'ES256'}",
          "{'alg': 'EdDSA'}",
          "{'alg': 'HELPSHIFT'}",
          "{'alg': 'RSA-OAEP'}",
          "{'alg': 1}",
          "{'alg': 'RS256', 'kid': null}",
          "{'alg': 'RS256', 'kid': ''}",
          "{'alg': 'RS256', 'kid': 'x'}",
          "{'alg': 'RS256', 'kid': ['x']}",
          "{'alg': 'RS256', 'kid': '../../etc/passwd'}",
          "{'alg': 'RS256', 'kid': '\\u0000'}",
          "{'alg': 'RS256', 'crit': ['exp'], 'exp': 1}",
          "{'alg': 'RS256', 'jku': 'https://evil.example/jwks'}",
          "{'alg': 'RS256', 'x5c': ['AAAA']}",
          "{'alg': 'RS256', 'typ': 'at+jwt', 'cty': 'JWT'}");

  /** Invalid for everybody, no matter who signed them. */
  private final List<String> worthless = new ArrayList<>();

  /** Signed by the realm but odd: if they are accepted at all, then only for their owner. */
  private final List<String> odd = new ArrayList<>();

  private BentTokens() {}

  static BentTokens of(Account owner, Account other, List<String> foreign) {
    BentTokens bent = new BentTokens();
    String access = owner.tokens().access();
    bent.worthless.addAll(foreign);
    bent.worthless.addAll(
        List.of(
            owner.tokens().refresh(),
            owner.tokens().id(),
            Jose.unsigned(access),
            Jose.signedByStranger(access),
            Jose.signedByPublicKey(access),
            Jose.signedBySecret(access, RealmTemplate.SECRET),
            Jose.signedBySecret(access, " ".repeat(32)),
            Jose.tampered(access, claims -> claims.put("sub", other.id())),
            Jose.resigned(access, claims -> claims.put("exp", 1)),
            Jose.resigned(access, claims -> claims.put("nbf", 9_999_999_999L)),
            Jose.resigned(access, claims -> claims.put("iss", "https://evil.example/realms/x")),
            Jose.resigned(access, claims -> claims.put("typ", "ID")),
            Jose.resigned(access, claims -> claims.put("typ", "Refresh")),
            Jose.resigned(access, claims -> claims.put("scope", "openid email profile")),
            Jose.resigned(access, claims -> claims.put("scope", "helpshift2")),
            Jose.resigned(access, claims -> claims.put("azp", "plain")),
            Jose.resigned(access, claims -> claims.put("azp", "nobody"))));
    for (String header : HEADERS) {
      bent.worthless.add(Jose.withHeader(access, header));
    }
    // A session belongs to its user, even if the token names another one.
    bent.odd.add(Jose.resigned(access, claims -> claims.put("sub", other.id())));
    bent.odd.add(Jose.resigned(access, claims -> claims.remove("iat")));
    for (String claim : CLAIMS) {
      bent.odd.add(Jose.resigned(access, claims -> claims.remove(claim)));
      for (String value : VALUES) {
        bent.odd.add(
            Jose.resigned(
                access,
                claims -> claims.set(claim, Json.of(value.replace("LONG", "x".repeat(300))))));
      }
    }
    return bent;
  }

  String worthless(Random random) {
    if (random.nextInt(3) > 0) {
      return worthless.get(random.nextInt(worthless.size()));
    }
    return broken(worthless.get(random.nextInt(worthless.size())), random);
  }

  String odd(Random random) {
    return odd.get(random.nextInt(odd.size()));
  }

  /** Returns the token cut, doubled, or with other letters. An invalid token stays invalid. */
  private static String broken(String token, Random random) {
    int at = random.nextInt(token.length() + 1);
    return switch (random.nextInt(6)) {
      case 0 -> token.substring(0, at);
      case 1 -> token.substring(at);
      case 2 -> token.substring(0, at) + "." + token.substring(at);
      case 3 -> token + token;
      case 4 -> token.substring(0, at) + (char) (33 + random.nextInt(94)) + token.substring(at);
      default -> token.replace('.', (char) (33 + random.nextInt(94)));
    };
  }
}
