package io.github.keycloakhelpshift.rest.caller;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalTest {

  private static final String TABLE =
      """
      LOGIN_REQUIRED,           401, login_required
      INVALID_TOKEN,            401, invalid_token
      MISSING_CLIENT_ID,        400, invalid_request
      MALFORMED_BODY,           400, invalid_request
      BODY_TOO_LARGE,           413, invalid_request
      NOT_JSON,                 415, invalid_request
      INVALID_CLIENT,           400, invalid_client
      HTTPS_REQUIRED,           403, invalid_request
      REALM_DISABLED,           403, access_denied
      METHOD_NOT_ALLOWED,       405, invalid_request
      INVALID_ORIGIN,           403, invalid_origin
      CLIENT_NOT_OPTED_IN,      403, unauthorized_client
      SCOPE_NOT_GRANTED,        403, insufficient_scope
      INELIGIBLE,               403, access_denied
      USER_ID_MISMATCH,         409, CONFIG_JWT_USER_ID_MISMATCH
      EMAIL_MISMATCH,           409, CONFIG_JWT_EMAIL_MISMATCH
      USERID_AND_EMAIL_MISSING, 422, USERID_AND_EMAIL_MISSING
      NOT_CONFIGURED,           503, temporarily_unavailable
      """;

  @ParameterizedTest(name = "{0}: {1} {2}")
  @DisplayName("each refusal has its status and its error, Helpshift's name where there is one")
  @CsvSource(textBlock = TABLE)
  void statusAndError(Refusal refusal, int status, String error) {
    assertThat(refusal.status()).isEqualTo(status);
    assertThat(refusal.error()).isEqualTo(error);
  }

  @Test
  @DisplayName("the table above holds every refusal")
  void complete() {
    assertThat(TABLE.lines().map(line -> line.substring(0, line.indexOf(','))))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Refusal.values()).map(Refusal::name).toList());
  }

  @Test
  @DisplayName("no two refusals have the same description")
  void uniqueMeaning() {
    assertThat(Refusal.values()).extracting(Refusal::description).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @DisplayName("RFC 6749, section 5.2: error_description is ASCII without quote and backslash")
  @EnumSource(Refusal.class)
  void description(Refusal refusal) {
    // WWW-Authenticate contains that of INVALID_TOKEN unchanged, in a quoted string.
    assertThat(refusal.description()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+\\.");
    assertThat(refusal.error()).matches("[A-Za-z_]+");
  }

  @Test
  @DisplayName("a reason for events can say more than the answer")
  void reason() {
    RefusedException plain = new RefusedException(Refusal.INVALID_TOKEN);
    RefusedException more = new RefusedException(Refusal.INVALID_TOKEN, "No token");

    assertThat(plain).hasMessage(Refusal.INVALID_TOKEN.description());
    assertThat(more).hasMessage("No token");
    assertThat(more.refusal()).isEqualTo(Refusal.INVALID_TOKEN);
  }
}
