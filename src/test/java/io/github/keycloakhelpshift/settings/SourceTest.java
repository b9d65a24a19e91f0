package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  @ParameterizedTest(name = "{0}")
  @DisplayName("id, idp:<alias>, note:<name>, none, or else the name of a user attribute")
  @CsvSource({
    "id,                  ID,                ''",
    "none,                NONE,              ''",
    "idp:discord,         IDENTITY_PROVIDER, discord",
    "idp:my idp,          IDENTITY_PROVIDER, my idp",
    "idp:a:b,             IDENTITY_PROVIDER, a:b",
    "idp: steam,          IDENTITY_PROVIDER, steam",
    "note:device,         NOTE,              device",
    "note:a:b,            NOTE,              a:b",
    "username,            ATTRIBUTE,         username",
    "email,               ATTRIBUTE,         email",
    "steamId,             ATTRIBUTE,         steamId",
    "urn:x:steam,         ATTRIBUTE,         urn:x:steam",
    // Attributes are case-sensitive in Keycloak, so the words are, too.
    "ID,                  ATTRIBUTE,         ID",
    "None,                ATTRIBUTE,         None",
    "IDP:discord,         ATTRIBUTE,         IDP:discord",
    "idp,                 ATTRIBUTE,         idp",
    "identity,            ATTRIBUTE,         identity"
  })
  void parse(String text, Source.Kind kind, String name) {
    assertThat(Source.parse(text)).isEqualTo(new Source(kind, name));
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a source is written as it is read")
  @ValueSource(strings = {"id", "none", "idp:discord", "note:device", "steamId"})
  void writtenAsRead(String text) {
    assertThat(Source.parse(text)).hasToString(text);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a prefix needs a name")
  @ValueSource(strings = {"idp:", "note:", "idp: ", "note:\u2003"})
  void prefixAlone(String text) {
    assertThatThrownBy(() -> Source.parse(text))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("has no name after ");
  }

  @ParameterizedTest
  @DisplayName("an impossible name of an attribute is refused, and not repeated")
  @MethodSource("refused")
  void refused(String text) {
    assertThatThrownBy(() -> Source.parse(text))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageStartingWith("is not a source")
        .hasMessageNotContaining("Zz7");
  }

  static String[] refused() {
    return new String[] {"Zz7" + "x".repeat(253), "Zz7\nb", "Zz7\u0000", "idp:Zz7\tb"};
  }

  @ParameterizedTest
  @DisplayName("255 characters are not too many")
  @ValueSource(ints = {1, 254, 255})
  void length(int length) {
    assertThat(Source.parse("x".repeat(length)).name()).hasSize(length);
  }
}
