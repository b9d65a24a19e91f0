package io.github.keycloakhelpshift.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.UserDataRecipient;
import io.github.keycloakhelpshift.identity.VerifiedUser;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import io.github.keycloakhelpshift.token.IdentityTokenPayload;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
  @DisplayName("without a session there is no token, but the payload can be shown")
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
  @DisplayName("a user who can't have a token gets none, with any settings")
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

    assertThat(
            of(keycloak.person(), Map.of(field, "firstName"))
                .userData(UserDataRecipient.USER)
                .global()
                .fields())
        .containsEntry("first_name", "Zoe");
    assertThat(
            of(keycloak.person(), Map.of(field, "firstName", "helpshift.full_privacy", "true"))
                .userData(UserDataRecipient.USER)
                .global()
                .fields())
        .isEmpty();
  }

  @Test
  @DisplayName("to a domain without User Hub a person is an id, an email and a full name")
  void verifiedUser() throws Exception {
    keycloak.attribute("firstName", "Zoe").attribute("lastName", "Ünal");

    assertThat(of(keycloak.person(), Map.of()).verifiedUser())
        .usingRecursiveComparison()
        .isEqualTo(
            new VerifiedUser(
                Optional.of("8f1c"),
                Optional.of("zoe@example.com"),
                Optional.of("Zoe Ünal"),
                false));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName(
      "the name comes from the source; one that is too long is left out, but the login works")
  @CsvSource({"nick, Zo", "none, ''", "absent, ''", "long, ''"})
  void userName(String source, String name) throws Exception {
    keycloak.attribute("nick", "Zo").attribute("long", "x".repeat(256));
    HelpshiftUser user = of(keycloak.person(), Map.of("helpshift.user_name", source));

    assertThat(user.verifiedUser().userName().orElse("")).isEqualTo(name);
    assertThat(user.userNameLeftOut().isPresent()).isEqualTo(source.equals("long"));
    assertThat(user.userNameLeftOut().toString()).doesNotContain("xxx");
  }

  @Test
  @DisplayName("a name is text: markup in it stays as it is, and full privacy takes it away")
  void markupInName() throws Exception {
    keycloak.attribute("nick", "<img src=x onerror=alert(1)>");
    Map<String, String> settings =
        Map.of("helpshift.user_name", "nick", "helpshift.login", "user_auth_token");
    Map<String, String> privately = new HashMap<>(settings);
    privately.put("helpshift.full_privacy", "true");

    assertThat(of(keycloak.person(), settings).verifiedUser().userName())
        .contains("<img src=x onerror=alert(1)>");
    assertThat(of(keycloak.person(), privately).verifiedUser().userName()).isEmpty();
  }

  @Test
  @DisplayName("without User Hub, full privacy leaves only the id; a user without an id is refused")
  void verifiedUnderFullPrivacy() throws Exception {
    keycloak.attribute("firstName", "Zoe");
    VerifiedUser verified =
        of(keycloak.person(), Map.of("helpshift.full_privacy", "true")).verifiedUser();

    assertThat(verified.userId()).contains("8f1c");
    assertThat(verified.userEmail()).isEmpty();
    assertThat(verified.userName()).isEmpty();
    assertThatThrownBy(
            of(
                    keycloak.person(),
                    Map.of("helpshift.full_privacy", "true", "helpshift.identity.uid", "none"))
                ::verifiedUser)
        .isInstanceOf(InvalidIdentityException.class);
  }

  @Test
  @DisplayName("a user who can't have a token is not verified either")
  void ineligibleWithoutUserHub() {
    assertThatThrownBy(of(keycloak.withoutSession(), Map.of())::verifiedUser)
        .isInstanceOf(IneligibleException.class);
  }

  @Test
  @DisplayName(
      "without User Hub only uid and email are sent; the rest is left out, without an error")
  void loginIdentities() {
    keycloak.attribute("steam", "7656119");
    Map<String, String> settings =
        Map.of(
            "helpshift.identity.steam_id", "steam",
            "helpshift.login", "user_auth_token");

    MappedIdentities said = of(keycloak.person(), settings).loginIdentities();

    assertThat(said.identities())
        .extracting(Identity::type)
        .containsExactly(IdentityType.UID, IdentityType.EMAIL);
    assertThat(said.leftOut()).extracting(LeftOut::code).containsExactly("steam_id:USER_HUB_ONLY");
    assertThat(of(keycloak.person(), settings).identities().identities()).hasSize(3);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("Web Chat speaks their language, the browser's where it is not known")
  @CsvSource({
    "pt-BR, pt-br, pt",
    "iw, iw, he",
    "'', browserDefault, ''",
    "lt, '', lt",
    "fil, '', ''",
    "xx, '', ''",
    "nb_NO, no, nb"
  })
  void language(String locale, String webChat, String agents) {
    keycloak.attribute("locale", locale);
    HelpshiftUser user = of(keycloak.person(), Map.of("helpshift.language", "locale"));

    assertThat(user.language().orElse("")).isEqualTo(webChat);
    assertThat(
            user.userData(UserDataRecipient.USER)
                .global()
                .fields()
                .getOrDefault("preferred_language", ""))
        .isEqualTo(agents);
  }

  @Test
  @DisplayName("preferred_language keeps a source of its own, and no setting asks for no language")
  void preferredLanguage() {
    keycloak.attribute("locale", "de").attribute("spoken", "fr");
    String field = "helpshift.user_data.global.preferred_language";

    assertThat(
            of(keycloak.person(), Map.of("helpshift.language", "locale", field, "spoken"))
                .userData(UserDataRecipient.USER)
                .global()
                .fields())
        .containsEntry("preferred_language", "fr");
    assertThat(
            of(keycloak.person(), Map.of("helpshift.language", "locale", field, "none"))
                .userData(UserDataRecipient.USER)
                .global()
                .fields())
        .isEmpty();
    assertThat(of(keycloak.person(), Map.of()).language()).isEmpty();
  }

  private static HelpshiftUser of(Person person, Map<String, String> settings) {
    return new HelpshiftUser(
        person, new SettingsReader(WebChatHosts.HELPSHIFT).read(settings, Map.of()).settings());
  }
}
