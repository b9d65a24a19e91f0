package io.github.keycloakhelpshift.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.keycloakhelpshift.fuzz.Canary;
import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.rest.caller.Refusal;
import io.github.keycloakhelpshift.rest.caller.RefusedException;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A body is read or refused, and only the right user matches. */
class LoginRequestBodyFuzzTest {

  private static final String UID = "8f1c";
  private static final IdentityToken TOKEN =
      new IdentityToken(
          List.of(new Identity(IdentityType.UID, UID)), Instant.ofEpochSecond(1), false);

  @FuzzTest
  void isReadOrRefused(FuzzedDataProvider data) throws IOException {
    byte[] body = data.consumeRemainingAsBytes();
    try {
      LoginRequestBody request = read(body);
      assertThat(read(body)).isEqualTo(request);
      assertThat(matches(request)).isEqualTo(asksForNobodyElse(request));
    } catch (RefusedException e) {
      assertThat(e.refusal()).isIn(Refusal.MALFORMED_BODY, Refusal.BODY_TOO_LARGE);
      assertThat(e.refusal() == Refusal.BODY_TOO_LARGE).isEqualTo(body.length > 16 * 1024);
      assertMessageHoldsNoValue(body);
    }
  }

  private static LoginRequestBody read(byte[] body) throws IOException, RefusedException {
    return LoginRequestBody.read(
        new ByteArrayInputStream(body), Optional.of(MediaType.APPLICATION_JSON_TYPE), false);
  }

  private static boolean matches(LoginRequestBody request) {
    try {
      request.requireMatch(TOKEN);
      return true;
    } catch (RefusedException e) {
      assertThat(e.refusal().status()).isEqualTo(409);
      return false;
    }
  }

  private static boolean asksForNobodyElse(LoginRequestBody request) {
    return request.userId().map(UID::equals).orElse(true)
        && request.userEmail().equals(Optional.empty());
  }

  private static void assertMessageHoldsNoValue(byte[] body) throws IOException {
    String text = new String(body, StandardCharsets.UTF_8).replace("\"", Canary.in("") + "\"");
    try {
      read(text.getBytes(StandardCharsets.UTF_8));
    } catch (RefusedException e) {
      Canary.assertNotIn(e.getMessage());
    }
  }
}
