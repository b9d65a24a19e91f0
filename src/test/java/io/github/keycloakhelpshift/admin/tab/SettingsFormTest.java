package io.github.keycloakhelpshift.admin.tab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.keycloakhelpshift.settings.Setting;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.MultivaluedHashMap;
import org.keycloak.provider.ProviderConfigProperty;

class SettingsFormTest {

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("helpshift.domain", "happyapps"),
          Map.entry("helpshift.platform_id", "happyapps_platform_1"),
          Map.entry("helpshift.secret", "${vault.helpshift}"),
          Map.entry("helpshift.identity.uid", "id"),
          Map.entry("helpshift.identity.email", "idp:google"),
          Map.entry("helpshift.identity.discord_id", "idp:discord"),
          Map.entry("helpshift.identity.discord_id.metadata.the.server", "note:server"),
          Map.entry("helpshift.email_policy", "any"),
          Map.entry("helpshift.full_privacy", "child"),
          Map.entry("helpshift.user_data.global.custom_user_fields.rank", "rank"),
          Map.entry("helpshift.user_data.app.user_level", "level"),
          Map.entry("helpshift.tags", "role:vip, group:/beta"),
          Map.entry("helpshift.login_pages", "true"),
          Map.entry("helpshift.widget.position", "bottom-left"),
          Map.entry("helpshift.web_chat_url", "https://webchat.helpshift.com/v2/webChat.js"),
          Map.entry("helpshift.claim.format", "identities"),
          Map.entry("helpshift.domian", "a typing mistake"));

  @Test
  void everySettingCanBeShownAndComesBackAsItWas() throws Exception {
    assertThat(SettingsForm.read(SettingsForm.show(SETTINGS))).isEqualTo(SETTINGS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "helpshift.user_data.global.",
        "helpshift.widget. position",
        "helpshift.identity.steam.id.metadata.server",
        "helpshift.identity. uid.metadata.server",
        "helpshift.identity.uid.metadata."
      })
  void keepsAMistypedKeyAsItIs(String key) throws Exception {
    Map<String, String> settings = new TreeMap<>(SETTINGS);
    settings.put(key, "x");

    assertThat(SettingsForm.read(SettingsForm.show(settings))).isEqualTo(settings);
  }

  @Test
  void showsEachKindInItsInput() {
    MultivaluedHashMap<String, String> form = SettingsForm.show(SETTINGS);

    assertThat(form.get("tags")).containsExactly("role:vip", "group:/beta");
    assertThat(form.get("identity_discord_id_provider")).containsExactly("discord");
    assertThat(form).doesNotContainKey("identity_discord_id");
    assertThat(form.get("identity_email")).containsExactly("idp:google");
    assertThat(form.getFirst("metadata"))
        .isEqualTo("[{\"key\":\"discord_id.the.server\",\"value\":\"note:server\"}]");
    assertThat(form.getFirst("others")).contains("helpshift.domian", "helpshift.claim.format");
  }

  @Test
  void readingChangesNothing() throws Exception {
    MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();

    assertThat(SettingsForm.read(form)).isEmpty();
    assertThat(form).isEmpty();
  }

  @Test
  void refusesTwoSourcesOfOneIdentity() {
    MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
    form.putSingle("identity_steam_id", "steamId");
    form.putSingle("identity_steam_id_provider", "steam");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> SettingsForm.read(form))
        .returns("helpshiftIdentitySteamId", InvalidInputException::label);
  }

  @Test
  void refusesTheSameSettingTwice() {
    MultivaluedHashMap<String, String> form = SettingsForm.show(SETTINGS);
    form.putSingle("others", "[{\"key\":\"helpshift.domain\",\"value\":\"x\"}]");

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> SettingsForm.read(form))
        .withMessageContaining("helpshift.domain");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "null", "{}", "[null]", "[1]", "[{\"key\":[]}]"})
  void refusesWhatIsNoListOfRows(String text) {
    MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
    form.putSingle("metadata", text);

    assertThatExceptionOfType(InvalidInputException.class)
        .isThrownBy(() -> SettingsForm.read(form))
        .withMessage("is not a list of keys and values");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "null", "{}", "[]", "{\"id\":null,\"settings\":{}}"})
  void takesNothingForAnOpenFormThatIsNone(String text) {
    MultivaluedHashMap<String, String> form = new MultivaluedHashMap<>();
    form.putSingle("form", text);

    assertThat(OpenForm.savedBy(form)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void everyInputHasALabelAndHelp(String language) throws IOException {
    Properties messages = messages(language);

    for (ProviderConfigProperty input : SettingsForm.properties()) {
      assertThat(messages.getProperty(input.getLabel())).as(input.getLabel()).isNotBlank();
      assertThat(messages.getProperty(input.getHelpText())).as(input.getHelpText()).isNotBlank();
    }
  }

  @Test
  void labelsAreThoseOfTheSettings() {
    for (Setting setting : List.of(Setting.DOMAIN, Setting.PLATFORM_ID, Setting.EMAIL_POLICY)) {
      assertThat(SettingsForm.inputOf(setting.key()).label()).isEqualTo(setting.messageKey());
    }
  }

  /** The console turns dots into something else and does not turn them back. */
  @Test
  void namesHoldNoDot() {
    assertThat(SettingsForm.properties())
        .extracting(ProviderConfigProperty::getName)
        .doesNotHaveDuplicates()
        .noneMatch(name -> name.contains("."));
  }

  private static Properties messages(String language) throws IOException {
    Properties messages = new Properties();
    try (Reader file =
        new InputStreamReader(
            SettingsForm.class.getResourceAsStream(
                "/theme-resources/messages/messages_" + language + ".properties"),
            StandardCharsets.UTF_8)) {
      messages.load(file);
    }
    return messages;
  }
}
