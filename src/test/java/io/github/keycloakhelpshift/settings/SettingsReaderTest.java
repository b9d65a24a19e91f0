package io.github.keycloakhelpshift.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.Reason;
import io.github.keycloakhelpshift.identity.UserDataField;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.Source.Kind;
import io.github.keycloakhelpshift.token.LoginMethod;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsReaderTest {

  /** Is a part of every malformed value, so that tests notice a message that repeats the value. */
  private static final String MARK = "Zz7";

  private static final HelpshiftSettings DEFAULTS = read(Map.of()).settings();

  @Test
  @DisplayName("nothing set: the defaults")
  void defaults() {
    SettingsReader.Result result = read(Map.of());

    assertThat(result.problems()).isEmpty();
    HelpshiftSettings settings = result.settings();
    assertThat(settings.domain()).isEmpty();
    assertThat(settings.platformId()).isEmpty();
    assertThat(settings.identities())
        .containsExactly(
            entry(IdentityType.UID, mapping(Kind.ID, "")),
            entry(IdentityType.EMAIL, mapping(Kind.ATTRIBUTE, "email")));
    assertThat(settings.login()).isEqualTo(LoginMethod.IDENTITIES);
    assertThat(settings.userName()).isEmpty();
    assertThat(settings.emailPolicy()).isEqualTo(EmailPolicy.VERIFIED);
    assertThat(settings.fullPrivacy()).isSameAs(FullPrivacy.OFF);
    assertThat(settings.userData())
        .containsOnly(entry(UserDataScope.GLOBAL, Map.of()), entry(UserDataScope.APP, Map.of()));
    assertThat(settings.tags()).isEmpty();
    assertThat(settings.loginPages()).isFalse();
    assertThat(settings.webChatUrl())
        .isEqualTo(URI.create("https://webchat.helpshift.com/webChat.js"));
    assertThat(settings.widget()).isEmpty();
    assertThat(settings.secretReference()).isEmpty();
    assertThat(settings.claimFormat()).isEqualTo(ClaimFormat.TOKEN);
  }

  @Nested
  class OneKey {

    @ParameterizedTest(name = "{1}={2}")
    @DisplayName("a valid value is read, and changes no other setting")
    @MethodSource("io.github.keycloakhelpshift.settings.SettingsReaderTest#soundRows")
    void sound(
        Setting setting,
        String key,
        String text,
        Function<HelpshiftSettings, Object> part,
        Object expected)
        throws Exception {
      // when
      SettingsReader.Result result = read(Map.of(key, text));

      // then
      assertThat(result.problems()).isEmpty();
      assertThat(part.apply(result.orThrow())).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{1}={2}")
    @DisplayName(
        "for a malformed value the message has the key, not the value, and no token is signed")
    @MethodSource("io.github.keycloakhelpshift.settings.SettingsReaderTest#malformedRows")
    void malformed(Setting setting, String key, String text) {
      // when
      SettingsReader.Result result = read(Map.of(key, text));

      // then
      assertThat(result.problems())
          .singleElement()
          .satisfies(
              problem -> {
                assertThat(problem.key()).isEqualTo(key);
                assertThat(problem.fatal()).isTrue();
                assertThat(problem.reason().toString()).isNotBlank().doesNotContain(MARK);
              });
      assertThat(result.settings()).isEqualTo(DEFAULTS);
      assertThatThrownBy(result::orThrow)
          .isInstanceOf(BrokenSettingsException.class)
          .hasMessageStartingWith(key + " ")
          .hasNoCause();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("a blank value counts as not set, in either layer")
    @MethodSource("io.github.keycloakhelpshift.settings.SettingsReaderTest#everyKey")
    void blank(String key) {
      for (String blank : List.of("", " ", "\t\n")) {
        SettingsReader.Result result =
            new SettingsReader(WebChatHosts.HELPSHIFT).read(Map.of(key, blank), Map.of(key, blank));

        assertThat(result.problems()).isEmpty();
        assertThat(result.settings()).isEqualTo(DEFAULTS);
      }
    }

    @ParameterizedTest(name = "{1}")
    @DisplayName("a value counts without the white space at its ends")
    @MethodSource("io.github.keycloakhelpshift.settings.SettingsReaderTest#soundRows")
    void surroundingWhiteSpace(
        Setting setting,
        String key,
        String text,
        Function<HelpshiftSettings, Object> part,
        Object expected) {
      SettingsReader.Result result = read(Map.of(key, " " + text + "\n"));

      assertThat(result.problems()).isEmpty();
      assertThat(part.apply(result.settings())).isEqualTo(expected);
    }

    @Test
    @DisplayName("the tables hold every setting but the check's own, which has no effect on tokens")
    void complete() {
      Set<Setting> all = EnumSet.complementOf(EnumSet.of(Setting.CHECK_ACCEPT));

      assertThat(soundRows().map(row -> row.get()[0]).collect(Collectors.toSet())).isEqualTo(all);
      assertThat(malformedRows().map(row -> row.get()[0]).collect(Collectors.toSet()))
          .isEqualTo(all);
    }
  }

  static Stream<String> everyKey() {
    return soundRows().map(row -> (String) row.get()[1]).distinct();
  }

  static Stream<Arguments> soundRows() {
    return Stream.of(
        row(Setting.TAGS_REMOVED, "false", HelpshiftSettings::tagsRemoved, false),
        row(Setting.LOAD, "manual", HelpshiftSettings::loading, Loading.MANUAL),
        row(Setting.LOAD, "signed-in", HelpshiftSettings::loading, Loading.SIGNED_IN),
        row(Setting.WATCH_SECONDS, "10", HelpshiftSettings::watchInterval, Duration.ofSeconds(10)),
        row(Setting.WATCH_SECONDS, "600", HelpshiftSettings::watchInterval, Duration.ofMinutes(10)),
        row(Setting.DOMAIN, "happyapps", HelpshiftSettings::domain, Optional.of("happyapps")),
        row(Setting.DOMAIN, "Happy-Apps2", HelpshiftSettings::domain, Optional.of("Happy-Apps2")),
        row(Setting.DOMAIN, "a", HelpshiftSettings::domain, Optional.of("a")),
        row(
            Setting.PLATFORM_ID,
            "happyapps_platform_20260101-ab.c",
            HelpshiftSettings::platformId,
            Optional.of("happyapps_platform_20260101-ab.c")),
        identity("uid", "username", IdentityType.UID, mapping(Kind.ATTRIBUTE, "username")),
        identity("uid", "id", IdentityType.UID, mapping(Kind.ID, "")),
        identity("uid", "none", IdentityType.UID, null),
        identity("email", "none", IdentityType.EMAIL, null),
        identity("discord_id", "none", IdentityType.DISCORD_ID, null),
        identity(
            "discord_id",
            "idp:discord",
            IdentityType.DISCORD_ID,
            mapping(Kind.IDENTITY_PROVIDER, "discord")),
        identity("psn_id", "note:psn", IdentityType.PSN_ID, mapping(Kind.NOTE, "psn")),
        metadata("uid.metadata.level", "level", "level", Kind.ATTRIBUTE, "level"),
        metadata("uid.metadata.a.b c", "idp:steam", "a.b c", Kind.IDENTITY_PROVIDER, "steam"),
        metadata("uid.metadata." + "k".repeat(255), "id", "k".repeat(255), Kind.ID, ""),
        row(Setting.LOGIN, "identities", HelpshiftSettings::login, LoginMethod.IDENTITIES),
        row(
            Setting.LOGIN,
            "user_auth_token",
            HelpshiftSettings::login,
            LoginMethod.USER_AUTH_TOKEN),
        row(
            Setting.USER_NAME,
            "username",
            HelpshiftSettings::userName,
            Optional.of(new Source(Kind.ATTRIBUTE, "username"))),
        row(
            Setting.LANGUAGE,
            "locale",
            HelpshiftSettings::language,
            Optional.of(new Source(Kind.ATTRIBUTE, "locale"))),
        row(Setting.LANGUAGE, "none", HelpshiftSettings::language, Optional.empty()),
        row(Setting.EMAIL_POLICY, "any", HelpshiftSettings::emailPolicy, EmailPolicy.ANY),
        row(Setting.EMAIL_POLICY, "verified", HelpshiftSettings::emailPolicy, EmailPolicy.VERIFIED),
        row(Setting.FULL_PRIVACY, "true", s -> s.fullPrivacy().isOn(x -> Optional.empty()), true),
        row(Setting.FULL_PRIVACY, "false", s -> s.fullPrivacy().isOn(x -> Optional.empty()), false),
        row(
            Setting.FULL_PRIVACY,
            "note:private",
            s -> s.fullPrivacy().source(),
            Optional.of(new Source(Kind.NOTE, "private"))),
        userData(Setting.USER_DATA_GLOBAL, UserDataScope.GLOBAL, "first_name"),
        userData(Setting.USER_DATA_GLOBAL, UserDataScope.GLOBAL, "custom_user_fields.a.b"),
        userData(Setting.USER_DATA_APP, UserDataScope.APP, "sdk_version"),
        userData(Setting.USER_DATA_APP, UserDataScope.APP, "custom_user_fields.guild"),
        row(
            Setting.USER_DATA_SERVER_ONLY,
            "app.last_90d_spend, global.custom_user_fields.a",
            HelpshiftSettings::serverOnly,
            Set.of(
                new UserDataField(UserDataScope.APP, "last_90d_spend"),
                new UserDataField(UserDataScope.GLOBAL, "custom_user_fields.a"))),
        row(
            Setting.USER_DATA_MULTILINE,
            "global.bio,app.custom_user_fields.notes,",
            HelpshiftSettings::multiline,
            Set.of(
                new UserDataField(UserDataScope.GLOBAL, "custom_user_fields.bio"),
                new UserDataField(UserDataScope.APP, "custom_user_fields.notes"))),
        row(
            Setting.TAGS,
            "role:vip, group:/beta",
            HelpshiftSettings::tags,
            List.of(new Tag(Tag.Kind.ROLE, "vip"), new Tag(Tag.Kind.GROUP, "/beta"))),
        row(Setting.LOGIN_PAGES, "true", HelpshiftSettings::loginPages, true),
        row(Setting.LOGIN_PAGES, "false", HelpshiftSettings::loginPages, false),
        url("https://webchat.helpshift.com:8443/a?b=c"),
        widget("position", "bottom-left", "bottom-left"),
        widget("fullScreen", "true", true),
        widget("showLauncher", "false", false),
        widget("zIndex", "42", 42),
        widget("zIndex", "-1", -1),
        widget("zIndex", "0", 0),
        widget("zIndex", "999999999", 999_999_999),
        widget("initiateChatOnLoad", "true", true),
        widget("tags", "vip, web,", List.of("vip", "web")),
        // Text, whatever it looks like.
        widget("initialUserMessage", "true", "true"),
        widget("conversationPrefillText", "911", "911"),
        widget("ofTheFuture", "vip, web", "vip, web"),
        row(
            Setting.SECRET,
            "${vault.helpshift}",
            HelpshiftSettings::secretReference,
            Optional.of("${vault.helpshift}")),
        row(
            Setting.CLAIM_FORMAT,
            "identities",
            HelpshiftSettings::claimFormat,
            ClaimFormat.IDENTITIES),
        row(
            Setting.CLAIM_FORMAT,
            "user_auth_token",
            HelpshiftSettings::claimFormat,
            ClaimFormat.USER_AUTH_TOKEN),
        row(Setting.CLAIM_FORMAT, "token", HelpshiftSettings::claimFormat, ClaimFormat.TOKEN));
  }

  static Stream<Arguments> malformedRows() {
    return Stream.of(
            bad(
                Setting.DOMAIN,
                "helpshift.domain",
                MARK + ".helpshift.com",
                "https://" + MARK + ".helpshift.com",
                MARK + "-",
                "-" + MARK,
                MARK + "_x",
                "\u00fc" + MARK,
                MARK + "x".repeat(61)),
            bad(
                Setting.PLATFORM_ID,
                "helpshift.platform_id",
                MARK + " x",
                MARK + "/x",
                "\u00fc" + MARK,
                MARK + "x".repeat(253)),
            bad(Setting.IDENTITY, "helpshift.identity.uid", "idp:", "note:", MARK + "\nx"),
            bad(Setting.IDENTITY, "helpshift.identity.twitch_id", MARK),
            bad(Setting.IDENTITY, "helpshift.identity.UID", MARK),
            bad(Setting.IDENTITY_METADATA, "helpshift.identity.uid.metadata.level", "idp:"),
            bad(Setting.IDENTITY_METADATA, "helpshift.identity.twitch_id.metadata.level", MARK),
            bad(Setting.IDENTITY_METADATA, "helpshift.identity.uid.metadata. ", MARK),
            bad(
                Setting.IDENTITY_METADATA,
                "helpshift.identity.uid.metadata." + "k".repeat(256),
                MARK),
            bad(Setting.LOGIN, "helpshift.login", MARK, "Identities", "legacy"),
            bad(Setting.LANGUAGE, "helpshift.language", "note:", MARK + "\nx"),
            bad(Setting.USER_NAME, "helpshift.user_name", "idp:", MARK + "\nx"),
            bad(Setting.EMAIL_POLICY, "helpshift.email_policy", MARK, "Verified", "all", "true"),
            bad(Setting.FULL_PRIVACY, "helpshift.full_privacy", "idp:", MARK + "\tx"),
            bad(Setting.USER_DATA_GLOBAL, "helpshift.user_data.global.sdk_version", MARK),
            bad(Setting.USER_DATA_GLOBAL, "helpshift.user_data.global.new_tags", MARK),
            bad(Setting.USER_DATA_GLOBAL, "helpshift.user_data.global.custom_user_fields. ", MARK),
            bad(Setting.USER_DATA_GLOBAL, "helpshift.user_data.global.age", "note:"),
            bad(Setting.USER_DATA_APP, "helpshift.user_data.app.first_name", MARK),
            bad(Setting.USER_DATA_APP, "helpshift.user_data.app.city", "idp:"),
            bad(
                Setting.USER_DATA_SERVER_ONLY,
                "helpshift.user_data.server_only",
                MARK,
                "global." + MARK,
                "app.age",
                "global.age;" + MARK),
            bad(Setting.USER_DATA_MULTILINE, "helpshift.user_data.multiline", MARK, "globl.bio"),
            bad(
                Setting.TAGS,
                "helpshift.tags",
                MARK,
                "role:",
                "group:/",
                "group:" + MARK,
                "role:vip," + MARK,
                "Role:" + MARK),
            bad(Setting.TAGS_REMOVED, "helpshift.tags_removed", MARK, "no"),
            bad(Setting.LOAD, "helpshift.load", MARK, "Manual", "true", "signed_in"),
            bad(
                Setting.WATCH_SECONDS,
                "helpshift.watch_seconds",
                MARK,
                "9",
                "601",
                "60.5",
                "-60",
                "0x3C"),
            bad(Setting.LOGIN_PAGES, "helpshift.login_pages", MARK, "TRUE", "yes", "1", "on"),
            bad(
                Setting.WEB_CHAT_URL,
                "helpshift.web_chat_url",
                MARK,
                "http://" + MARK + ".example.com/webChat.js",
                "http://localhost." + MARK + ".com/",
                "https://" + MARK + ".example.com/webChat.js",
                "https://user:" + MARK + "@webchat.helpshift.com/",
                "https:///" + MARK,
                "http:/" + MARK,
                "//" + MARK + ".example.com/webChat.js",
                "javascript:" + MARK,
                "https://webchat.helpshift.com/ " + MARK),
            bad(Setting.WIDGET, "helpshift.widget.userId", MARK),
            bad(Setting.WIDGET, "helpshift.widget.userEmail", MARK),
            bad(Setting.WIDGET, "helpshift.widget.userAuthToken", MARK),
            bad(Setting.WIDGET, "helpshift.widget.userName", MARK),
            bad(Setting.WIDGET, "helpshift.widget.platformId", MARK),
            bad(Setting.WIDGET, "helpshift.widget.domain", MARK),
            bad(Setting.WIDGET, "helpshift.widget.authenticateWith", MARK),
            bad(Setting.WIDGET, "helpshift.widget.fullPrivacy", "false"),
            bad(Setting.WIDGET, "helpshift.widget.widgetOptions", MARK),
            bad(Setting.WIDGET, "helpshift.widget.fullScreen", MARK, "True", "1"),
            bad(Setting.WIDGET, "helpshift.widget.zIndex", MARK, "1.5", "007", "9999999999"),
            bad(Setting.WIDGET, "helpshift.widget.1x", MARK),
            bad(Setting.WIDGET, "helpshift.widget.__proto__", MARK),
            bad(
                Setting.SECRET,
                "helpshift.secret",
                MARK + "-0123456789abcdef0123456789abcdef",
                "${vault.}",
                "${vault.x}" + MARK,
                MARK + "${vault.x}",
                "${env." + MARK + "}",
                "vault." + MARK),
            bad(Setting.CLAIM_FORMAT, "helpshift.claim.format", MARK, "Token", "jwt"))
        .flatMap(rows -> rows);
  }

  @Nested
  class Unknown {

    @ParameterizedTest(name = "{0}")
    @DisplayName("an unknown helpshift.* key is reported by its key, and is not fatal")
    @ValueSource(
        strings = {
          "helpshift.",
          "helpshift.domains",
          "helpshift.Domain",
          "helpshift.domain.x",
          "helpshift.identity.",
          "helpshift.identity.uid.meta.level",
          "helpshift.identity.uid.metadata",
          "helpshift.identity.uid.metadata.",
          "helpshift.user_data.device.x",
          "helpshift.widget.a.b"
        })
    void unknown(String key) throws Exception {
      SettingsReader.Result result = read(Map.of(key, MARK));

      assertThat(result.problems())
          .containsExactly(
              new SettingProblem(key, Reason.of("is not a setting of this version"), false));
      assertThat(result.orThrow()).isEqualTo(DEFAULTS);
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("keys of other extensions are ignored")
    @ValueSource(strings = {"claim.name", "helpshift", "helpshiftx.domain", "Helpshift.domain"})
    void othersKeys(String key) {
      assertThat(read(Map.of(key, MARK)).problems()).isEmpty();
    }
  }

  @Nested
  class Layers {

    @Test
    @DisplayName("the client's mapper over the realm's attributes over the defaults, key by key")
    void layers() {
      // given
      Map<String, String> realm =
          Map.of(
              "helpshift.domain", "realmapps",
              "helpshift.identity.steam_id", "steamId",
              "helpshift.identity.psn_id", "psnId",
              "helpshift.email_policy", "any");
      Map<String, String> mapper =
          Map.of(
              "helpshift.domain", "clientapps",
              "helpshift.identity.steam_id", "idp:steam",
              "helpshift.identity.psn_id", "none",
              "claim.name", "helpshift");

      // when
      HelpshiftSettings settings =
          new SettingsReader(WebChatHosts.HELPSHIFT).read(realm, mapper).settings();

      // then
      assertThat(settings.domain()).contains("clientapps");
      assertThat(settings.emailPolicy()).isEqualTo(EmailPolicy.ANY);
      assertThat(settings.identities())
          .containsOnly(
              entry(IdentityType.UID, mapping(Kind.ID, "")),
              entry(IdentityType.EMAIL, mapping(Kind.ATTRIBUTE, "email")),
              entry(IdentityType.STEAM_ID, mapping(Kind.IDENTITY_PROVIDER, "steam")));
      assertThat(settings.loginPages()).isFalse();
    }

    @Test
    @DisplayName("a mapper's blank does not override the realm")
    void blankDoesNotHide() {
      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(Map.of("helpshift.domain", "realmapps"), Map.of("helpshift.domain", " "))
                  .settings()
                  .domain())
          .contains("realmapps");
    }

    @Test
    @DisplayName("a mapper's value replaces a malformed one of the realm")
    void soundOverMalformed() {
      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(
                      Map.of("helpshift.email_policy", MARK),
                      Map.of("helpshift.email_policy", "any"))
                  .problems())
          .isEmpty();
    }

    @Test
    @DisplayName("a mapper's malformed value does not fall back to the realm's")
    void malformedOverSound() {
      SettingsReader.Result result =
          new SettingsReader(WebChatHosts.HELPSHIFT)
              .read(
                  Map.of("helpshift.email_policy", "any"), Map.of("helpshift.email_policy", MARK));

      assertThat(result.problems())
          .extracting(SettingProblem::key)
          .containsExactly("helpshift.email_policy");
      assertThat(result.settings().emailPolicy()).isEqualTo(EmailPolicy.VERIFIED);
    }

    @Test
    @DisplayName("a client's own platform id removes the realm's secret, which is for another app")
    void platformIdDropsTheSecret() {
      Map<String, String> realm =
          Map.of(
              "helpshift.platform_id", "app-1",
              "helpshift.secret", "${vault.app-1}");

      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(realm, Map.of())
                  .settings()
                  .secretReference())
          .contains("${vault.app-1}");
      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(realm, Map.of("helpshift.platform_id", "app-2"))
                  .settings()
                  .secretReference())
          .isEmpty();
      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(realm, Map.of("helpshift.platform_id", "app-1"))
                  .settings()
                  .secretReference())
          .contains("${vault.app-1}");
      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(realm, Map.of("helpshift.platform_id", " "))
                  .settings()
                  .secretReference())
          .contains("${vault.app-1}");
      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(
                      realm,
                      Map.of(
                          "helpshift.platform_id", "app-2",
                          "helpshift.secret", "${vault.app-2}"))
                  .settings()
                  .secretReference())
          .contains("${vault.app-2}");
    }

    @Test
    @DisplayName("a client's own secret overrides the realm's")
    void secretOverridesTheSecret() {
      assertThat(
              new SettingsReader(WebChatHosts.HELPSHIFT)
                  .read(
                      Map.of("helpshift.secret", "${vault.a}"),
                      Map.of("helpshift.secret", "${vault.b}"))
                  .settings()
                  .secretReference())
          .contains("${vault.b}");
    }

    @Test
    @DisplayName("null values count as not set")
    void nulls() {
      Map<String, String> realm = new HashMap<>();
      realm.put("helpshift.domain", null);

      assertThat(new SettingsReader(WebChatHosts.HELPSHIFT).read(realm, Map.of()).problems())
          .isEmpty();
    }

    @Test
    @DisplayName("the layers that are read stay as they are")
    void readsOnly() {
      Map<String, String> realm = new HashMap<>(Map.of("helpshift.secret", "${vault.a}"));
      Map<String, String> mapper = new HashMap<>(Map.of("helpshift.platform_id", "b"));

      new SettingsReader(WebChatHosts.HELPSHIFT).read(realm, mapper);

      assertThat(realm).containsOnly(entry("helpshift.secret", "${vault.a}"));
      assertThat(mapper).containsOnly(entry("helpshift.platform_id", "b"));
    }
  }

  @Test
  @DisplayName("all problems are reported, in the order of their keys")
  void allProblems() {
    // given
    Map<String, String> attributes = new LinkedHashMap<>();
    attributes.put("helpshift.zzz", MARK);
    attributes.put("helpshift.login_pages", MARK);
    attributes.put("helpshift.email_policy", MARK);

    // when
    SettingsReader.Result result = read(attributes);

    // then
    assertThat(result.problems())
        .extracting(SettingProblem::key)
        .containsExactly("helpshift.email_policy", "helpshift.login_pages", "helpshift.zzz");
    assertThatThrownBy(result::orThrow)
        .isInstanceOf(BrokenSettingsException.class)
        .hasMessage(
            "helpshift.email_policy is not one of verified, any;"
                + " helpshift.login_pages is not one of true, false");
  }

  @Test
  @DisplayName("metadata belongs to its identity, in the order of its keys, and goes with it")
  void metadataOfIdentities() {
    Map<String, String> attributes =
        Map.of(
            "helpshift.identity.steam_id", "idp:steam",
            "helpshift.identity.steam_id.metadata.b", "note:b",
            "helpshift.identity.steam_id.metadata.a", "a",
            "helpshift.identity.psn_id.metadata.x", "x",
            "helpshift.identity.uid", "none",
            "helpshift.identity.uid.metadata.y", "y");

    HelpshiftSettings settings = read(attributes).settings();

    assertThat(settings.identities()).containsOnlyKeys(IdentityType.EMAIL, IdentityType.STEAM_ID);
    assertThat(settings.identities().get(IdentityType.STEAM_ID).metadata())
        .containsExactly(
            entry("a", new Source(Kind.ATTRIBUTE, "a")), entry("b", new Source(Kind.NOTE, "b")));
    assertThat(settings.identities().get(IdentityType.EMAIL).metadata()).isEmpty();
  }

  @Test
  @DisplayName("identities are in the order of Helpshift's identifiers, however they are written")
  void order() {
    assertThat(
            read(Map.of(
                    "helpshift.identity.steam_id", "a",
                    "helpshift.identity.discord_id", "b",
                    "helpshift.identity.phone_number", "c"))
                .settings()
                .identities()
                .keySet())
        .containsExactly(
            IdentityType.UID,
            IdentityType.EMAIL,
            IdentityType.PHONE_NUMBER,
            IdentityType.DISCORD_ID,
            IdentityType.STEAM_ID);
  }

  private static SettingsReader.Result read(Map<String, String> realmAttributes) {
    return new SettingsReader(WebChatHosts.HELPSHIFT).read(realmAttributes, Map.of());
  }

  private static IdentityMapping mapping(Kind kind, String name) {
    return new IdentityMapping(new Source(kind, name), Map.of());
  }

  private static Arguments row(
      Setting setting, String text, Function<HelpshiftSettings, Object> part, Object expected) {
    return arguments(setting, setting.key(), text, part, expected);
  }

  private static Arguments identity(
      String identifier, String text, IdentityType type, IdentityMapping expected) {
    Function<HelpshiftSettings, Object> part = settings -> settings.identities().get(type);
    return arguments(Setting.IDENTITY, "helpshift.identity." + identifier, text, part, expected);
  }

  private static Arguments metadata(
      String key, String text, String metadataKey, Kind kind, String name) {
    Function<HelpshiftSettings, Object> part =
        settings -> settings.identities().get(IdentityType.UID).metadata();
    return arguments(
        Setting.IDENTITY_METADATA,
        "helpshift.identity." + key,
        text,
        part,
        Map.of(metadataKey, new Source(kind, name)));
  }

  private static Arguments userData(Setting setting, UserDataScope scope, String field) {
    Function<HelpshiftSettings, Object> part = settings -> settings.userData().get(scope);
    return arguments(
        setting,
        "helpshift.user_data." + scope.scopeName() + "." + field,
        "someAttribute",
        part,
        Map.of(field, new Source(Kind.ATTRIBUTE, "someAttribute")));
  }

  private static Arguments url(String text) {
    return row(Setting.WEB_CHAT_URL, text, HelpshiftSettings::webChatUrl, URI.create(text));
  }

  private static Arguments widget(String option, String text, Object expected) {
    Function<HelpshiftSettings, Object> part = HelpshiftSettings::widget;
    return arguments(
        Setting.WIDGET, "helpshift.widget." + option, text, part, Map.of(option, expected));
  }

  private static Stream<Arguments> bad(Setting setting, String key, String... texts) {
    return Stream.of(texts).map(text -> arguments(setting, key, text));
  }
}
