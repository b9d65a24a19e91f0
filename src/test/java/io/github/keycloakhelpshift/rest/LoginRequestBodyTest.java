package io.github.keycloakhelpshift.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LoginRequestBodyTest {

  private static final int LIMIT = 16 * 1024;
  private static final Optional<MediaType> JSON = Optional.of(MediaType.APPLICATION_JSON_TYPE);

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("a body with the user whom the page expects, or without one")
  @MethodSource("sound")
  void sound(String body, String userId, String userEmail) throws Exception {
    LoginRequestBody request = read(body);

    assertThat(request.userId().orElse(null)).isEqualTo(userId);
    assertThat(request.userEmail().orElse(null)).isEqualTo(userEmail);
  }

  static Stream<Arguments> sound() {
    return Stream.of(
        arguments("", null, null),
        arguments("{}", null, null),
        arguments(" {\n} ", null, null),
        arguments("{\"userId\":\"u\",\"userEmail\":\"a@b.c\"}", "u", "a@b.c"),
        arguments("{\"userId\":\"u\"}", "u", null),
        arguments("{\"userEmail\":\"a@b.c\"}", null, "a@b.c"),
        // In helpshiftConfig an empty id means an anonymous user.
        arguments("{\"userId\":\"\",\"userEmail\":\"\"}", null, null),
        arguments("{\"userId\":null,\"userEmail\":null}", null, null),
        // Compared unchanged, not trimmed.
        arguments("{\"userId\":\" u \"}", " u ", null),
        arguments("{\"userId\":\"\\u00fc\\n\"}", "\u00fc\n", null),
        // Helpshift can add members that we do not know, with any content.
        arguments("{\"userId\":\"u\",\"reason\":\"x\",\"n\":1,\"o\":{\"a\":[]}}", "u", null),
        arguments("{\"UserId\":1,\"userid\":[]}", null, null),
        // The last of two counts, as in a browser's own JSON.parse; it is compared like any other.
        arguments("{\"userId\":\"a\",\"userId\":\"b\"}", "b", null));
  }

  @ParameterizedTest
  @DisplayName("a body that is not a JSON object with strings is refused: 400")
  @MethodSource("malformed")
  void malformed(byte[] body) throws Exception {
    assertThat(refused(body, MediaType.APPLICATION_JSON_TYPE)).isEqualTo(Refusal.MALFORMED_BODY);
  }

  static Stream<byte[]> malformed() {
    return Stream.concat(
        Stream.of(
                "x",
                " ",
                "{",
                "{\"userId\"",
                "{\"userId\":}",
                "{'userId':'u'}",
                "{userId:\"u\"}",
                "{\"userId\":\"u\",}",
                "{\"userId\":\"\n\"}",
                "userId=u",
                "null",
                "true",
                "1",
                "\"u\"",
                "[]",
                "[{\"userId\":\"u\"}]",
                "{\"userId\":1}",
                "{\"userId\":true}",
                "{\"userId\":[\"u\"]}",
                "{\"userId\":{\"userId\":\"u\"}}",
                "{\"userId\":\"u\",\"userEmail\":1}",
                "{\"identifiers\":\"steam_id\"}",
                "{\"identifiers\":{\"a\":\"steam_id\"}}",
                "{\"identifiers\":[\"steam_id\",1]}",
                "{\"identifiers\":[null]}",
                // Trailing tokens.
                "{}{}",
                "{} x",
                "{}]",
                "{} \"\"",
                // Deep nesting.
                "[".repeat(LIMIT),
                "{\"a\":".repeat(1_001) + "1" + "}".repeat(1_001),
                "{\"a\":" + "[".repeat(1_001) + "]".repeat(1_001) + "}")
            .map(text -> text.getBytes(StandardCharsets.UTF_8)),
        Stream.of(
            // Not UTF-8, and malformed UTF-32.
            new byte[] {'{', '"', (byte) 0xff, '"', ':', '1', '}'},
            new byte[] {0, 0, (byte) 0xff, (byte) 0xfe},
            new byte[] {0, 0, (byte) 0xfe, (byte) 0xff, 0x7f, 0, 0, '{'},
            new byte[] {0, 0, 0, '{', 0},
            new byte[] {0, 0, 0, 0}));
  }

  @Test
  @DisplayName("a body of 16 KiB is read")
  void atTheLimit() throws Exception {
    assertThat(read(ofLength(LIMIT)).userId()).contains("u");
  }

  @Test
  @DisplayName("a body over 16 KiB is refused before it is read: 413")
  void overTheLimit() throws Exception {
    byte[] body = ofLength(LIMIT + 1).getBytes(StandardCharsets.UTF_8);
    assertThat(refused(body, MediaType.APPLICATION_JSON_TYPE)).isEqualTo(Refusal.BODY_TOO_LARGE);
    assertThat(refused(body, null)).isEqualTo(Refusal.NOT_JSON);
  }

  @Test
  @DisplayName("a huge body is read only until it is too large")
  void huge() {
    InputStream huge = stream(" ".repeat(10 * LIMIT));

    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class, () -> LoginRequestBody.read(huge, JSON, false));

    assertThat(refused.refusal()).isEqualTo(Refusal.BODY_TOO_LARGE);
    assertThat(huge).hasSameContentAs(stream(" ".repeat(10 * LIMIT - LIMIT - 1)));
  }

  @ParameterizedTest(name = "{0}/{1}")
  @DisplayName("another content type is refused only if there is a body: 415")
  @CsvSource({
    "text,        plain",
    "text,        json",
    "application, x-www-form-urlencoded",
    "application, jwt",
    "multipart,   form-data"
  })
  void otherContentType(String type, String subtype) throws Exception {
    MediaType contentType = new MediaType(type, subtype);

    assertThat(refused("{}".getBytes(StandardCharsets.UTF_8), contentType))
        .isEqualTo(Refusal.NOT_JSON);
    assertThatCode(() -> LoginRequestBody.read(stream(""), Optional.of(contentType), false))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("a missing content type is refused only if there is a body")
  void noContentType() throws Exception {
    assertThat(refused("{}".getBytes(StandardCharsets.UTF_8), null)).isEqualTo(Refusal.NOT_JSON);
    assertThatCode(() -> LoginRequestBody.read(stream(""), Optional.empty(), false))
        .doesNotThrowAnyException();
  }

  @Test
  @DisplayName("a form is refused, although Keycloak has read it already: 415")
  void form() {
    RefusedException refused =
        catchThrowableOfType(
            RefusedException.class,
            () ->
                LoginRequestBody.read(
                    stream(""), Optional.of(MediaType.APPLICATION_FORM_URLENCODED_TYPE), true));

    assertThat(refused.refusal()).isEqualTo(Refusal.NOT_JSON);
  }

  @Test
  @DisplayName("application/json can have a charset")
  void charset() throws Exception {
    MediaType type = new MediaType("application", "json", Map.of("charset", "utf-8"));

    assertThat(
            LoginRequestBody.read(stream("{\"userId\":\"u\"}"), Optional.of(type), false).userId())
        .contains("u");
  }

  @ParameterizedTest(name = "page: {0} {1}, token: {2} {3}: {4}")
  @DisplayName(
      "compared, never trusted: 409 with Helpshift's name if the page expects another user")
  @CsvSource({
    ",      ,       u,  a@b.c, ",
    "u,     ,       u,  a@b.c, ",
    ",      a@b.c,  u,  a@b.c, ",
    "u,     a@b.c,  u,  a@b.c, ",
    "v,     ,       u,  a@b.c, USER_ID_MISMATCH",
    "U,     ,       u,  a@b.c, USER_ID_MISMATCH",
    "v,     x@b.c,  u,  a@b.c, USER_ID_MISMATCH",
    "u,     x@b.c,  u,  a@b.c, EMAIL_MISMATCH",
    // Helpshift compares addresses without case, in ASCII as every address is.
    "u,     A@B.c,  u,  a@b.c, ",
    "u,     a@b.c,  u,  A@B.C, ",
    "u,     \u0130@b.c,  u,  i@b.c, EMAIL_MISMATCH",
    // A value that the token does not contain never matches.
    "u,     ,       ,   a@b.c, USER_ID_MISMATCH",
    ",      a@b.c,  u,       , EMAIL_MISMATCH",
    "a@b.c, ,       ,   a@b.c, USER_ID_MISMATCH"
  })
  void match(String userId, String userEmail, String uid, String email, Refusal expected) {
    // given
    LoginRequestBody request =
        new LoginRequestBody(Optional.ofNullable(userId), Optional.ofNullable(userEmail), Set.of());
    IdentityToken token =
        new IdentityToken(
            Stream.of(
                    Optional.ofNullable(uid).map(text -> new Identity(IdentityType.UID, text)),
                    Optional.ofNullable(email).map(text -> new Identity(IdentityType.EMAIL, text)))
                .flatMap(Optional::stream)
                .toList(),
            Instant.EPOCH,
            false);

    // when
    RefusedException refused =
        catchThrowableOfType(RefusedException.class, () -> request.requireMatch(token));

    // then
    assertThat(refused == null ? null : refused.refusal()).isEqualTo(expected);
  }

  @Test
  @DisplayName("under full privacy no email matches")
  void fullPrivacy() {
    IdentityToken token =
        new IdentityToken(List.of(new Identity(IdentityType.UID, "u")), Instant.EPOCH, true);
    LoginRequestBody request =
        new LoginRequestBody(Optional.of("u"), Optional.of("a@b.c"), Set.of());

    assertThat(
            catchThrowableOfType(RefusedException.class, () -> request.requireMatch(token))
                .refusal())
        .isEqualTo(Refusal.EMAIL_MISMATCH);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("a token has the identities that the caller asks for, or all")
  @CsvSource({
    "'{}', uid email",
    "'{\"identifiers\":null}', uid email",
    "'{\"identifiers\":[]}', uid email",
    "'{\"identifiers\":[\"email\"]}', email",
    "'{\"identifiers\":[\"email\",\"steam_id\",\"unknown\"]}', email",
    "'{\"identifiers\":[\"steam_id\"]}', ''"
  })
  void identifiers(String body, String expected) throws Exception {
    IdentityToken token =
        new IdentityToken(
            List.of(new Identity(IdentityType.UID, "u"), new Identity(IdentityType.EMAIL, "a@b.c")),
            Instant.EPOCH,
            false);

    IdentityTokenPayload payload = read(body).payload(token);

    assertThat(payload.identities().stream().map(IdentityTokenPayload.Entry::identifier))
        .containsExactly(expected.isEmpty() ? new String[0] : expected.split(" "));
  }

  private static String ofLength(int length) {
    String body = "{\"userId\":\"u\"}";
    return body + " ".repeat(length - body.length());
  }

  private static LoginRequestBody read(String body) throws Exception {
    return LoginRequestBody.read(stream(body), JSON, false);
  }

  private static Refusal refused(byte[] body, MediaType type) throws Exception {
    try {
      LoginRequestBody.read(new ByteArrayInputStream(body), Optional.ofNullable(type), false);
      return null;
    } catch (RefusedException e) {
      return e.refusal();
    }
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }
}
