package io.github.keycloakhelpshift.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A user whom a domain without User Hub verifies")
class VerifiedUserTest {

  private static final Optional<String> NONE = Optional.empty();
  private static final Optional<String> ID = Optional.of("u-1");
  private static final Optional<String> EMAIL = Optional.of("ann@example.com");
  private static final Optional<String> NAME = Optional.of("Ann");

  @Test
  @DisplayName("has an id, an email, or both")
  void identified() {
    assertThat(new VerifiedUser(ID, NONE, NONE, false).identityTypes())
        .containsExactly(IdentityType.UID);
    assertThat(new VerifiedUser(NONE, EMAIL, NONE, false).identityTypes())
        .containsExactly(IdentityType.EMAIL);
    assertThat(new VerifiedUser(ID, EMAIL, NAME, false).identityTypes())
        .containsExactly(IdentityType.UID, IdentityType.EMAIL);
  }

  @Test
  @DisplayName("must have more than a name, also under full privacy")
  void nobody() {
    for (boolean fullPrivacy : new boolean[] {false, true}) {
      assertThatThrownBy(() -> new VerifiedUser(NONE, NONE, fullPrivacy ? NONE : NAME, fullPrivacy))
          .isInstanceOfSatisfying(
              InvalidIdentityException.class,
              e -> assertThat(e.violation()).isEqualTo(Violation.USERID_AND_EMAIL_MISSING));
    }
  }

  @Test
  @DisplayName("has neither email nor name under full privacy")
  void fullPrivacy() {
    assertThat(new VerifiedUser(ID, NONE, NONE, true).userId()).isEqualTo(ID);
    assertThatThrownBy(() -> new VerifiedUser(ID, EMAIL, NONE, true))
        .isInstanceOf(InvalidIdentityException.class);
    assertThatThrownBy(() -> new VerifiedUser(ID, NONE, NAME, true))
        .isInstanceOf(InvalidIdentityException.class);
  }

  @Test
  @DisplayName("is in a log only with the types of the identities, without values")
  void silent() {
    assertThat(new VerifiedUser(ID, EMAIL, NAME, false)).hasToString("VerifiedUser[UID, EMAIL]");
  }
}
