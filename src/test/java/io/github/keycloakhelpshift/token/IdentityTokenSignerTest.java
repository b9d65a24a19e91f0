package io.github.keycloakhelpshift.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.IdentityType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The signed token, read by another library than the one that signed it. */
class IdentityTokenSignerTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Instant ISSUED_AT = Instant.ofEpochSecond(1_767_323_045L);
  private static final String SECRET = "0123456789abcdef0123456789abcdef";
  private static final Identity PLAYER = new Identity(IdentityType.UID, "8f1c");

  @ParameterizedTest(name = "{0}")
  @DisplayName("algorithm HS256, for every length of the secret")
  @MethodSource("secrets")
  void hs256(String what, String secret) throws Exception {
    // given
    IdentityToken token = new IdentityToken(List.of(PLAYER), ISSUED_AT, false);

    // when
    SignedJWT jwt =
        SignedJWT.parse(
            IdentityTokenSigner.sign(token, SharedSecret.of(secret, LoginMethod.IDENTITIES)));

    // then
    assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
    assertThat(jwt.verify(new MACVerifier(secret.getBytes(StandardCharsets.UTF_8)))).isTrue();
    assertThat(jwt.verify(new MACVerifier((secret + "x").getBytes(StandardCharsets.UTF_8))))
        .isFalse();
  }

  static Stream<Arguments> secrets() {
    return Stream.of(
        arguments("32 bytes", SECRET),
        arguments("48 bytes, where a library would pick HS384", SECRET + "0123456789abcdef"),
        arguments("64 bytes, where a library would pick HS512", SECRET.repeat(2)),
        arguments("128 bytes", SECRET.repeat(4)),
        arguments("not ASCII", "gr\u00fc\u00dfe-\u65e5\u672c\u8a9e-\uD83D\uDE00".repeat(3)));
  }

  @Test
  @DisplayName("header: alg and typ, no kid")
  void header() throws Exception {
    JsonNode header = part(sign(List.of(PLAYER), false), 0);

    assertThat(header).isEqualTo(JSON.readTree("{\"alg\":\"HS256\",\"typ\":\"JWT\"}"));
  }

  @Test
  @DisplayName("a compact JWS: three parts of base64url, without padding")
  void compact() {
    assertThat(sign(List.of(PLAYER), false)).matches("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+){2}");
  }

  @Test
  @DisplayName("payload: only identities and iat; no empty metadata")
  void payload() throws Exception {
    // given
    List<Identity> identities =
        List.of(
            PLAYER,
            new Identity(IdentityType.EMAIL, "z\u00f6@example.com"),
            new Identity(IdentityType.STEAM_ID, "7656", Map.of("level", "12", "a", "\u65e5")));

    // when
    JsonNode payload = part(sign(identities, false), 1);

    // then
    assertThat(payload)
        .isEqualTo(
            JSON.readTree(
                """
                {"identities": [
                  {"identifier": "uid", "value": "8f1c"},
                  {"identifier": "email", "value": "z\u00f6@example.com"},
                  {"identifier": "steam_id", "value": "7656",
                   "metadata": {"a": "\u65e5", "level": "12"}}],
                 "iat": 1767323045}
                """));
  }

  @Test
  @DisplayName("iat: integer seconds since the epoch; parts of a second are dropped")
  void issuedAt() throws Exception {
    IdentityToken token =
        new IdentityToken(List.of(PLAYER), ISSUED_AT.plusMillis(999).plusNanos(999), false);

    JsonNode iat =
        part(IdentityTokenSigner.sign(token, SharedSecret.of(SECRET, LoginMethod.IDENTITIES)), 1)
            .get("iat");

    assertThat(iat.isIntegralNumber()).isTrue();
    assertThat(iat.longValue()).isEqualTo(1_767_323_045L);
  }

  @Test
  @DisplayName("full privacy without a uid: identities is there, and empty")
  void nobody() throws Exception {
    JsonNode payload = part(sign(List.of(), true), 1);

    assertThat(payload).isEqualTo(JSON.readTree("{\"identities\": [], \"iat\": 1767323045}"));
  }

  @Test
  @DisplayName("full privacy is not a member of the token")
  void fullPrivacy() throws Exception {
    assertThat(part(sign(List.of(PLAYER), true), 1))
        .isEqualTo(part(sign(List.of(PLAYER), false), 1));
  }

  @Test
  @DisplayName("the plain identities are those of the token")
  void plainIdentities() throws Exception {
    IdentityToken token =
        new IdentityToken(
            List.of(PLAYER, new Identity(IdentityType.PSN_ID, "p", Map.of("k", "v"))),
            ISSUED_AT,
            false);

    JsonNode plain = JSON.valueToTree(new IdentityTokenPayload(token).identities());

    assertThat(plain)
        .isEqualTo(
            part(
                    IdentityTokenSigner.sign(
                        token, SharedSecret.of(SECRET, LoginMethod.IDENTITIES)),
                    1)
                .get("identities"));
  }

  @Test
  @DisplayName("the token does not contain the secret")
  void secretIsNotInTheToken() throws Exception {
    String jwt = sign(List.of(PLAYER), false);

    assertThat(decoded(jwt, 0) + decoded(jwt, 1)).doesNotContain(SECRET);
  }

  private static String sign(List<Identity> identities, boolean fullPrivacy) {
    return IdentityTokenSigner.sign(
        new IdentityToken(identities, ISSUED_AT, fullPrivacy),
        SharedSecret.of(SECRET, LoginMethod.IDENTITIES));
  }

  private static JsonNode part(String jwt, int index) throws Exception {
    return JSON.readTree(decoded(jwt, index));
  }

  private static String decoded(String jwt, int index) throws Exception {
    return SignedJWT.parse(jwt).getParsedParts()[index].decodeToString();
  }
}
