package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.keycloakhelpshift.identity.IdentityType;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTest {

  @ParameterizedTest(name = "{0}, default {1}")
  @DisplayName("keys and defaults are what admins and scripts depend on")
  @MethodSource("table")
  void keysAndDefaults(String key, String defaultValue) {
    assertThat(Setting.values())
        .filteredOn(setting -> setting.key().equals(key))
        .singleElement()
        .satisfies(
            setting -> assertThat(setting.defaultValue().orElse(null)).isEqualTo(defaultValue));
  }

  static Stream<Arguments> table() {
    return Stream.of(
        arguments("helpshift.domain", null),
        arguments("helpshift.platform_id", null),
        arguments("helpshift.identity.<identifier>", "uid: id; email: email; others: not sent"),
        arguments("helpshift.identity.<identifier>.metadata.<key>", null),
        arguments("helpshift.login", "identities"),
        arguments("helpshift.user_name", null),
        arguments("helpshift.language", null),
        arguments("helpshift.email_policy", "verified"),
        arguments("helpshift.full_privacy", "false"),
        arguments("helpshift.user_data.global.<field>", null),
        arguments("helpshift.user_data.app.<field>", null),
        arguments("helpshift.user_data.server_only", null),
        arguments("helpshift.user_data.multiline", null),
        arguments("helpshift.tags", null),
        arguments("helpshift.tags_removed", "true"),
        arguments("helpshift.load", "always"),
        arguments("helpshift.watch_seconds", "60"),
        arguments("helpshift.login_pages", "false"),
        arguments("helpshift.web_chat_url", "https://webchat.helpshift.com/webChat.js"),
        arguments("helpshift.widget.<option>", null),
        arguments("helpshift.secret", null),
        arguments("helpshift.check.accept", null),
        arguments("helpshift.claim.format", "token"));
  }

  @Test
  @DisplayName("the table above holds every setting")
  void complete() {
    assertThat(table().map(row -> row.get()[0]))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Setting.values()).map(Setting::key).toList());
  }

  @ParameterizedTest
  @DisplayName("every setting has the texts for the form and the docs")
  @EnumSource(Setting.class)
  void words(Setting setting) {
    assertThat(setting.key()).startsWith(Setting.PREFIX);
    for (String language : List.of("en", "de")) {
      assertThat(message(language, setting.messageKey())).isNotBlank();
      assertThat(message(language, setting.messageKey() + "Help")).isNotBlank();
    }
    assertThat(setting.options().isEmpty()).isEqualTo(setting.type() != SettingType.CHOICE);
  }

  @ParameterizedTest
  @DisplayName("the parser accepts every option of a choice, and the default is an option")
  @EnumSource(Setting.class)
  void options(Setting setting) {
    for (String option : setting.options()) {
      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(Map.of(setting.key(), option), Map.of())
                  .problems())
          .isEmpty();
    }
    if (setting.type() == SettingType.CHOICE) {
      assertThat(setting.options()).contains(setting.defaultValue().orElseThrow());
    }
  }

  @ParameterizedTest
  @DisplayName("a default that is written out means the same as no text")
  @EnumSource(
      value = Setting.class,
      names = {
        "TAGS_REMOVED",
        "LOGIN",
        "LOAD",
        "WATCH_SECONDS",
        "EMAIL_POLICY",
        "FULL_PRIVACY",
        "LOGIN_PAGES",
        "WEB_CHAT_URL",
        "CLAIM_FORMAT"
      })
  void defaultIsTheDefault(Setting setting) {
    String text = setting.defaultValue().orElseThrow();

    SettingsReader.Result written =
        new SettingsReader(WebChatHosts.HELPSHIFT).read(Map.of(setting.key(), text), Map.of());

    assertThat(written.problems()).isEmpty();
    assertThat(written.settings())
        .isEqualTo(new SettingsReader(WebChatHosts.HELPSHIFT).read(Map.of(), Map.of()).settings());
  }

  @ParameterizedTest
  @DisplayName("the key of one identity's source")
  @EnumSource(IdentityType.class)
  void identityKey(IdentityType type) {
    String key = Setting.identityKey(type);

    assertThat(key).isEqualTo("helpshift.identity." + type.identifier());
    assertThat(
            new SettingsReader(WebChatHosts.HELPSHIFT)
                .read(Map.of(key, "someAttribute"), Map.of())
                .settings()
                .identities())
        .containsEntry(
            type,
            new IdentityMapping(new Source(Source.Kind.ATTRIBUTE, "someAttribute"), Map.of()));
  }

  @Test
  @DisplayName("help names the prefixes and words that the parser knows")
  void helpMatchesTheParser() {
    for (String source : List.of("id", "idp:x", "note:x", "none")) {
      assertThat(Source.parse(source).kind()).isNotEqualTo(Source.Kind.ATTRIBUTE);
    }
    assertThat(message("en", "helpshiftIdentityHelp"))
        .contains("id (", "idp:<alias>", "note:<name>", "none");
  }

  private static String message(String language, String key) {
    Properties messages = new Properties();
    try (Reader reader =
        Files.newBufferedReader(
            Path.of(
                "src/main/resources/theme-resources/messages/messages_"
                    + language
                    + ".properties"))) {
      messages.load(reader);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return messages.getProperty(key);
  }
}
