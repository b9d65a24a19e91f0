package io.github.keycloakhelpshift.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.Source;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonTest {

  private final People keycloak = new People();

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("each source reads its own place")
  @CsvSource({
    "id,          8f1c",
    "steamId,     7656",
    "username,    zoe",
    "idp:steam,   linked-7656",
    "note:device, noted",
    "none,",
    "nothing,",
    "note:steamId,",
    "idp:steamId,",
    "idp:psn,",
    "device,"
  })
  void sources(String source, String value) {
    keycloak
        .attribute("steamId", "7656")
        .attribute("username", "zoe")
        .link("steam", "linked-7656")
        .note("device", "noted");

    assertThat(keycloak.person().value(Source.parse(source)).orElse(null)).isEqualTo(value);
  }

  @Test
  @DisplayName("a value counts without the white space at its ends")
  void stripped() {
    keycloak.attribute("steamId", " 76 56\t\n");

    assertThat(keycloak.person().value(Source.parse("steamId"))).contains("76 56");
  }

  @ParameterizedTest(name = "[{0}]")
  @DisplayName("a blank value is no value, and yet is told from none")
  @ValueSource(strings = {"", " ", "\t\n", "\u2003"})
  void blank(String text) {
    keycloak.attribute("steamId", text);

    assertThat(keycloak.person().value(Source.parse("steamId"))).isEmpty();
    assertThat(keycloak.person().identity(Source.parse("steamId"))).isPresent();
    assertThat(keycloak.person().identity(Source.parse("psnId"))).isEmpty();
  }

  @Test
  @DisplayName("as an identity, an attribute counts without what slips in when one types")
  void typed() {
    keycloak.attribute("steamId", " 76 56\t\r\n").note("psn", " p-1 ");

    assertThat(keycloak.person().identity(Source.parse("steamId"))).contains("76 56");
    assertThat(keycloak.person().identity(Source.parse("note:psn"))).contains("p-1");
  }

  @ParameterizedTest(name = "U+{0}")
  @DisplayName("as an identity, nothing invisible is taken away that makes it another's")
  @ValueSource(strings = {"FEFF", "00A0", "2003", "200B", "0000"})
  void invisible(String codePoint) {
    String other = "alice" + Character.toString(Integer.parseInt(codePoint, 16));
    keycloak.attribute("username", other).link("steam", other);

    assertThat(keycloak.person().identity(Source.parse("username"))).contains(other);
    assertThat(keycloak.person().identity(Source.parse("idp:steam"))).contains(other);
  }

  @ParameterizedTest(name = "U+{0}")
  @DisplayName(
      "as an identity, no white space is taken away before what only looks like a line end")
  @ValueSource(strings = {"0085", "2028", "2029"})
  void otherLineEnds(String codePoint) {
    String other = "alice " + Character.toString(Integer.parseInt(codePoint, 16));
    keycloak.attribute("username", other);

    assertThat(keycloak.person().identity(Source.parse("username"))).contains(other);
  }

  @Test
  @DisplayName("as an identity, a linked account's id is taken as it is")
  void linkedAsItIs() {
    keycloak.link("steam", "alice ");

    assertThat(keycloak.person().identity(Source.parse("idp:steam"))).contains("alice ");
  }

  @Test
  @DisplayName("a hidden attribute counts as absent, except for isHidden")
  void hidden() {
    Person person =
        keycloak
            .attribute("steamId", "7656")
            .attribute("blank", " ")
            .hiding("steamId", "blank", "id");

    assertThat(person.value(Source.parse("steamId"))).isEmpty();
    assertThat(person.identity(Source.parse("blank"))).isEmpty();
    assertThat(person.value(Source.parse("id"))).contains("8f1c");
    assertThat(person.isHidden(Source.parse("steamId"))).isTrue();
    for (String other : new String[] {"blank", "id", "nothing", "idp:steamId", "note:steamId"}) {
      assertThat(person.isHidden(Source.parse(other))).as(other).isFalse();
    }
  }

  @Test
  @DisplayName("without a session there are no notes, and no error")
  void withoutSession() {
    assertThat(keycloak.withoutSession().value(Source.parse("note:device"))).isEmpty();
  }

  @ParameterizedTest(name = "{0}, {1}: {2}")
  @DisplayName("of several values of full privacy, the one that protects counts, in any order")
  @CsvSource({"false, true, true", "true, false, true", "false, FALSE, false", "false, ' ', false"})
  void fullPrivacyOfSeveralValues(String first, String second, boolean isOn) {
    keycloak.attribute("isMinor", first, second);

    assertThat(
            keycloak
                .person()
                .isUnder(
                    new SettingsReader(WebChatHosts.HELPSHIFT)
                        .read(Map.of("helpshift.full_privacy", "isMinor"), Map.of())
                        .settings()
                        .fullPrivacy()))
        .isEqualTo(isOn);
  }

  @Test
  @DisplayName("linked accounts are looked up only for an idp: source, because it may cost a query")
  void noNeedlessLookUp() {
    for (String source : new String[] {"id", "none", "steamId", "note:device"}) {
      keycloak.person().value(Source.parse(source));
    }

    verifyNoInteractions(keycloak.users());
  }

  @ParameterizedTest(name = "{0} verified {1}, is {2}: {3}")
  @DisplayName("verified is the user's own address, case aside")
  @CsvSource({
    "zoe@example.com, true,  zoe@example.com, true",
    "zoe@example.com, true,  Zoe@Example.COM, true",
    "zoe@example.com, false, zoe@example.com, false",
    "zoe@example.com, true,  eve@example.com, false",
    "zoe@example.com, true,  zoe@example.co,  false",
    "zoe@kıck.com,    true,  zoe@kick.com,    false",
    "zoe@kick.com,    true,  zoe@\u212Aick.com, false",
    "zo.@example.com, true,  zoe@example.com, false",
    ",                true,  zoe@example.com, false"
  })
  void verifiedEmail(String address, boolean verified, String text, boolean expected) {
    keycloak.email(address, verified);

    assertThat(keycloak.person().hasVerifiedEmail(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @DisplayName("a linked account without an id counts as absent")
  @NullSource
  @ValueSource(strings = {"", " "})
  void linkWithoutId(String userId) {
    keycloak.link("steam", userId);

    assertThat(keycloak.person().value(Source.parse("idp:steam"))).isEmpty();
  }
}
