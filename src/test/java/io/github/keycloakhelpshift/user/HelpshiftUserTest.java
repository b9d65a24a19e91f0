package io.github.keycloakhelpshift.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.keycloak.common.Profile;

class HelpshiftUserTest {

  private final People keycloak = new People().email("zoe@example.com", true);

  @BeforeEach
  void features() {
    Profile.init(Profile.ProfileName.DEFAULT, Map.of(Profile.Feature.TRANSIENT_USERS, true));
  }

  @AfterEach
  void noFeatures() {
    Profile.reset();
  }

  @Test
  @DisplayName("a person who is signed in has a token")
  void signedIn() throws Exception {
    HelpshiftUser user = of(keycloak.person(), Map.of());

    assertThat(user.ineligible()).isEmpty();
    assertThat(user.token().userId()).contains("8f1c");
    assertThat(user.token().userEmail()).contains("zoe@example.com");
  }

  @Test
  @DisplayName("without a session there is no token, and yet the payload can be shown")
  void withoutSession() {
    HelpshiftUser user = of(keycloak.withoutSession(), Map.of());

    assertThatThrownBy(user::token)
        .isInstanceOf(IneligibleException.class)
        .hasMessage(Ineligible.NOT_SIGNED_IN.description());
    assertThat(user.payload().identities())
        .extracting(IdentityTokenPayload.Entry::identifier)
        .containsExactly("uid", "email");
  }

  @Test
  @DisplayName("who may have none gets none, whatever the settings")
  void ineligible() {
    when(keycloak.user.isEnabled()).thenReturn(false);
    HelpshiftUser user = of(keycloak.person(), Map.of());

    assertThat(user.ineligible()).contains(Ineligible.DISABLED_USER);
    assertThatThrownBy(user::token)
        .isInstanceOf(IneligibleException.class)
        .hasMessage(Ineligible.DISABLED_USER.description());
  }

  @Test
  @DisplayName("neither uid nor email: no token")
  void nobody() {
    HelpshiftUser user =
        of(
            keycloak.person(),
            Map.of("helpshift.identity.uid", "none", "helpshift.identity.email", "none"));

    assertThatThrownBy(user::token).isInstanceOf(InvalidIdentityException.class);
    assertThatThrownBy(user::payload).isInstanceOf(InvalidIdentityException.class);
  }

  @Test
  @DisplayName("under full privacy there is no user data")
  void fullPrivacy() {
    keycloak.attribute("firstName", "Zoe");
    String field = "helpshift.user_data.global.first_name";

    assertThat(of(keycloak.person(), Map.of(field, "firstName")).userData().global().fields())
        .containsEntry("first_name", "Zoe");
    assertThat(
            of(keycloak.person(), Map.of(field, "firstName", "helpshift.full_privacy", "true"))
                .userData()
                .global()
                .fields())
        .isEmpty();
  }

  private static HelpshiftUser of(Person person, Map<String, String> settings) {
    return new HelpshiftUser(person, SettingsReader.read(settings, Map.of()).settings());
  }
}
