package io.github.keycloakhelpshift.identity;

import static io.github.keycloakhelpshift.identity.IdentityType.EMAIL;
import static io.github.keycloakhelpshift.identity.IdentityType.STEAM_ID;
import static io.github.keycloakhelpshift.identity.IdentityType.UID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class IdentityTokenTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final Identity U = new Identity(UID, "Zz7-uid");
  private static final Identity E = new Identity(EMAIL, "Zz7@example.com");
  private static final Identity S = new Identity(STEAM_ID, "Zz7-steam");

  @ParameterizedTest(name = "{0}, full privacy {1}")
  @DisplayName("without full privacy uid or email must be there; with it only the uid may be")
  @MethodSource("sound")
  void sound(List<Identity> identities, boolean fullPrivacy) {
    IdentityToken token = new IdentityToken(identities, NOW, fullPrivacy);

    assertThat(token.identities()).isEqualTo(identities);
    assertThat(token.issuedAt()).isEqualTo(NOW);
    assertThat(token.fullPrivacy()).isEqualTo(fullPrivacy);
  }

  static Stream<Arguments> sound() {
    return Stream.of(
        arguments(List.of(U), false),
        arguments(List.of(E), false),
        arguments(List.of(S, E, U), false),
        arguments(List.of(E, S), false),
        arguments(List.of(U), true),
        // Helpshift then makes an anonymous user.
        arguments(List.of(), true));
  }

  @ParameterizedTest(name = "{0}: {1}, full privacy {2}")
  @DisplayName("a token that breaks a rule can't be built")
  @MethodSource("broken")
  void broken(Violation violation, List<Identity> identities, boolean fullPrivacy) {
    InvalidIdentityException refused =
        catchThrowableOfType(
            InvalidIdentityException.class, () -> new IdentityToken(identities, NOW, fullPrivacy));

    assertThat(refused.violation()).isEqualTo(violation);
    assertThat(refused.type()).isEmpty();
    assertThat(refused).hasMessage("identity token " + violation.text());
    assertThat(refused.getMessage()).doesNotContain("Zz7");
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        arguments(Violation.USERID_AND_EMAIL_MISSING, List.of(), false),
        arguments(Violation.USERID_AND_EMAIL_MISSING, List.of(S), false),
        arguments(Violation.DUPLICATE_IDENTIFIER, List.of(U, U), false),
        arguments(Violation.DUPLICATE_IDENTIFIER, List.of(U, S, new Identity(UID, "b")), false),
        arguments(Violation.DUPLICATE_IDENTIFIER, List.of(U, new Identity(UID, "b")), true),
        arguments(Violation.NOT_PRIVATE, List.of(E), true),
        arguments(Violation.NOT_PRIVATE, List.of(S), true),
        arguments(Violation.NOT_PRIVATE, List.of(U, E), true),
        arguments(
            Violation.NOT_PRIVATE, List.of(new Identity(UID, "u", Map.of("name", "Zz7"))), true));
  }

  @Test
  @DisplayName("at most 30 identities")
  void tooManyIdentities() {
    List<Identity> thirty = Collections.nCopies(30, U);
    List<Identity> thirtyOne = Collections.nCopies(31, U);

    // Thirty are allowed, but with twelve identifiers one occurs twice.
    assertThat(violation(thirty)).isEqualTo(Violation.DUPLICATE_IDENTIFIER);
    assertThat(violation(thirtyOne)).isEqualTo(Violation.TOO_MANY_IDENTITIES);
  }

  @Test
  @DisplayName("one identity of each of the twelve identifiers")
  void oneOfEach() {
    List<Identity> all =
        Arrays.stream(IdentityType.values())
            .map(type -> new Identity(type, type == EMAIL ? "a@b.c" : "1"))
            .toList();

    assertThat(new IdentityToken(all, NOW, false).identities()).hasSize(12);
  }

  @Test
  @DisplayName("the token's uid and email must equal helpshiftConfig.userId and userEmail")
  void idsForThePage() {
    IdentityToken both = new IdentityToken(List.of(S, E, U), NOW, false);
    IdentityToken email = new IdentityToken(List.of(E), NOW, false);
    IdentityToken nobody = new IdentityToken(List.of(), NOW, true);

    assertThat(both.userId()).contains("Zz7-uid");
    assertThat(both.userEmail()).contains("Zz7@example.com");
    assertThat(email.userId()).isEmpty();
    assertThat(email.userEmail()).contains("Zz7@example.com");
    assertThat(nobody.userId()).isEmpty();
    assertThat(nobody.userEmail()).isEmpty();
  }

  @Test
  @DisplayName("a token does not change with the list that it was made from")
  void isACopy() {
    List<Identity> identities = new ArrayList<>(List.of(U));
    IdentityToken token = new IdentityToken(identities, NOW, false);

    identities.add(U);

    assertThat(token.identities()).containsExactly(U);
  }

  @Test
  @DisplayName("toString never shows a value")
  void toStringShowsNoValue() {
    assertThat(new IdentityToken(List.of(U, E, S), NOW, false).toString())
        .contains("uid", "email", "steam_id")
        .doesNotContain("Zz7");
  }

  private static Violation violation(List<Identity> identities) {
    return catchThrowableOfType(
            InvalidIdentityException.class, () -> new IdentityToken(identities, NOW, false))
        .violation();
  }
}
