package io.github.keycloakhelpshift.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.keycloakhelpshift.identity.Identity;
import io.github.keycloakhelpshift.identity.IdentityToken;
import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.InvalidIdentityException;
import io.github.keycloakhelpshift.identity.Violation;
import io.github.keycloakhelpshift.settings.HelpshiftSettings;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.common.util.Time;

class MappedIdentitiesTest {

  private static final String STEAM = "helpshift.identity.steam_id";
  private static final String EMAIL = "helpshift.identity.email";
  private static final String UID = "helpshift.identity.uid";

  /**
   * Is a part of every value that is left out, so that tests notice a reason that repeats the
   * value.
   */
  private static final String MARK = "Zz7";

  private final People keycloak = new People().email("zoe@example.com", true);

  @Test
  @DisplayName("with nothing set: uid is the Keycloak user id, email the verified address")
  void defaults() {
    MappedIdentities mapped = map(Map.of());

    assertThat(mapped.identities())
        .containsExactly(
            new Identity(IdentityType.UID, "8f1c"),
            new Identity(IdentityType.EMAIL, "zoe@example.com"));
    assertThat(mapped.leftOut()).isEmpty();
    assertThat(mapped.fullPrivacy()).isFalse();
  }

  @Test
  @DisplayName("identities are in Helpshift's order, with the metadata whose source has a value")
  void orderAndMetadata() {
    // given
    keycloak
        .attribute("steamId", " 7656 ")
        .attribute("level", " 12 ")
        .attribute("blank", " ")
        .link("discord", "d-1")
        .note("psn", "p-1");

    // when
    MappedIdentities mapped =
        map(
            Map.of(
                STEAM,
                "steamId",
                STEAM + ".metadata.level",
                "level",
                STEAM + ".metadata.blank",
                "blank",
                STEAM + ".metadata.missing",
                "missing",
                "helpshift.identity.psn_id",
                "note:psn",
                "helpshift.identity.discord_id",
                "idp:discord"));

    // then
    assertThat(mapped.identities())
        .containsExactly(
            new Identity(IdentityType.UID, "8f1c"),
            new Identity(IdentityType.EMAIL, "zoe@example.com"),
            new Identity(IdentityType.DISCORD_ID, "d-1"),
            new Identity(IdentityType.PSN_ID, "p-1"),
            new Identity(IdentityType.STEAM_ID, "7656", Map.of("level", "12")));
    assertThat(mapped.leftOut()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("an identity that can't be sent is left out and counted, and the rest goes")
  @MethodSource("leftOut")
  void leftOut(
      String what,
      IdentityType type,
      String reason,
      Map<String, String> settings,
      Consumer<People> given) {
    // given
    given.accept(keycloak);

    // when
    MappedIdentities mapped = map(settings);

    // then
    assertThat(mapped.leftOut())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.type()).isEqualTo(type);
              assertThat(one.reason()).isEqualTo(reason);
              assertThat(one.code()).isEqualTo(type.identifier() + ":" + reason);
              assertThat(one.description()).isNotBlank().doesNotContain(MARK);
            });
    assertThat(mapped.identities()).isNotEmpty().noneMatch(identity -> identity.type() == type);
    assertThat(mapped.toToken().identities()).isEqualTo(mapped.identities());
  }

  static Stream<Arguments> leftOut() {
    return Stream.of(
        row(
            "unverified email",
            IdentityType.EMAIL,
            "EMAIL_NOT_VERIFIED",
            Map.of(),
            people -> people.email(MARK + "@example.com", false)),
        row(
            "an attribute as email that is not the verified address",
            IdentityType.EMAIL,
            "EMAIL_NOT_VERIFIED",
            Map.of(EMAIL, "supportEmail"),
            people -> people.attribute("supportEmail", MARK + "@example.com")),
        row(
            "a linked account's id as email",
            IdentityType.EMAIL,
            "EMAIL_NOT_VERIFIED",
            Map.of(EMAIL, "idp:google"),
            people -> people.link("google", MARK + "@example.com")),
        row(
            "a linked account's id with white space at an end",
            IdentityType.STEAM_ID,
            "SURROUNDING_WHITE_SPACE",
            Map.of(STEAM, "idp:steam"),
            people -> people.link("steam", MARK + " ")),
        row(
            "an attribute with an invisible character at an end",
            IdentityType.STEAM_ID,
            "SURROUNDING_WHITE_SPACE",
            Map.of(STEAM, "steamId"),
            people -> people.attribute("steamId", MARK + "\uFEFF")),
        row(
            "an attribute with several values",
            IdentityType.STEAM_ID,
            "SEVERAL_VALUES",
            Map.of(STEAM, "steamId"),
            people -> people.attribute("steamId", MARK, "another")),
        row(
            "an invalid email",
            IdentityType.EMAIL,
            "MALFORMED_EMAIL",
            Map.of(),
            people -> people.email(MARK, true)),
        row(
            "an email over its limit",
            IdentityType.EMAIL,
            "TOO_LONG",
            Map.of(),
            people -> people.email(MARK + "x".repeat(294) + "@b.c", true)),
        row(
            "a uid that is an email address",
            IdentityType.UID,
            "UID_IS_EMAIL",
            Map.of(UID, "username"),
            people -> people.attribute("username", MARK + "@example.com")),
        row(
            "a uid over its limit",
            IdentityType.UID,
            "TOO_LONG",
            Map.of(UID, "legacyId"),
            people -> people.attribute("legacyId", MARK + "x".repeat(748))),
        row(
            "a blank value",
            IdentityType.STEAM_ID,
            "BLANK",
            Map.of(STEAM, "steamId"),
            people -> people.attribute("steamId", " ")),
        row(
            "a value over its limit",
            IdentityType.STEAM_ID,
            "TOO_LONG",
            Map.of(STEAM, "steamId"),
            people -> people.attribute("steamId", MARK + "x".repeat(298))),
        row(
            "an unpaired surrogate",
            IdentityType.STEAM_ID,
            "MALFORMED_TEXT",
            Map.of(STEAM, "steamId"),
            people -> people.attribute("steamId", MARK + "\uD83D")),
        row(
            "metadata over its limit",
            IdentityType.STEAM_ID,
            "METADATA_VALUE_TOO_LONG",
            Map.of(STEAM, "steamId", STEAM + ".metadata.level", "level"),
            people -> people.attribute("steamId", MARK).attribute("level", MARK + "x".repeat(253))),
        row(
            "metadata that is not well-formed",
            IdentityType.STEAM_ID,
            "METADATA_MALFORMED_TEXT",
            Map.of(STEAM, "steamId", STEAM + ".metadata.level", "level"),
            people -> people.attribute("steamId", MARK).attribute("level", MARK + "\uDE00")),
        row(
            "31 metadata entries",
            IdentityType.STEAM_ID,
            "TOO_MANY_METADATA_ENTRIES",
            metadata(31),
            people -> people.attribute("steamId", MARK).attribute("level", MARK)));
  }

  @Test
  @DisplayName("30 metadata entries go")
  void thirtyMetadataEntries() {
    keycloak.attribute("steamId", "7656").attribute("level", "12");

    MappedIdentities mapped = map(metadata(30));

    assertThat(mapped.leftOut()).isEmpty();
    assertThat(mapped.identities().get(2).metadata()).hasSize(30);
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a source without a value is absent: counted, and yet no fault")
  @ValueSource(strings = {"steamId", "idp:steam", "note:steam"})
  void absent(String source) {
    MappedIdentities mapped = map(Map.of(STEAM, source));

    assertThat(mapped.leftOut()).extracting(LeftOut::code).containsExactly("steam_id:ABSENT");
    assertThat(mapped.identities()).hasSize(2);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @DisplayName("an absence says where nothing was found")
  @MethodSource("absences")
  void absenceInWords(String source, String words) {
    assertThat(map(Map.of(STEAM, source)).leftOut())
        .extracting(LeftOut::description)
        .containsExactly(words);
  }

  static Stream<Arguments> absences() {
    return Stream.of(
        arguments("steamId", "no value in the attribute steamId"),
        arguments("idp:steam", "no linked account at steam"),
        arguments("note:steam", "no session note steam"));
  }

  @Test
  @DisplayName("none is not mapped at all, and so not left out")
  void none() {
    MappedIdentities mapped = map(Map.of(EMAIL, "none"));

    assertThat(mapped.leftOut()).isEmpty();
    assertThat(mapped.identities()).containsExactly(new Identity(IdentityType.UID, "8f1c"));
  }

  @Nested
  class EmailPolicy {

    @Test
    @DisplayName("any: the email identity always")
    void any() {
      keycloak.email("zoe@example.com", false);

      assertThat(map(Map.of("helpshift.email_policy", "any")).toToken().userEmail())
          .contains("zoe@example.com");
    }

    @Test
    @DisplayName("verified: another attribute may hold the verified address, its case aside")
    void sameAddressElsewhere() {
      keycloak.attribute("supportEmail", "Zoe@Example.com");

      assertThat(map(Map.of(EMAIL, "supportEmail")).toToken().userEmail())
          .contains("Zoe@Example.com");
    }

    @Test
    @DisplayName("verified concerns only the email identity")
    void othersAreNotConcerned() {
      keycloak.email("zoe@example.com", false).attribute("psnId", "zoe@example.com");

      assertThat(map(Map.of("helpshift.identity.psn_id", "psnId")).identities())
          .containsExactly(
              new Identity(IdentityType.UID, "8f1c"),
              new Identity(IdentityType.PSN_ID, "zoe@example.com"));
    }
  }

  @Nested
  class FullPrivacy {

    private final Map<String, String> settings = new HashMap<>();

    FullPrivacy() {
      keycloak.attribute("steamId", MARK).attribute("level", MARK);
      settings.put("helpshift.full_privacy", "true");
      settings.put(STEAM, "steamId");
      settings.put(UID + ".metadata.level", "level");
    }

    @Test
    @DisplayName("only the uid: no email, no other identity, no metadata")
    void uidAlone() {
      MappedIdentities mapped = map(settings);

      assertThat(mapped.fullPrivacy()).isTrue();
      assertThat(mapped.identities()).containsExactly(new Identity(IdentityType.UID, "8f1c"));
      assertThat(mapped.leftOut())
          .extracting(LeftOut::code)
          .containsExactly("email:FULL_PRIVACY", "steam_id:FULL_PRIVACY");
      assertThat(mapped.toToken().fullPrivacy()).isTrue();
    }

    @Test
    @DisplayName("without a uid the token names nobody: Helpshift makes an anonymous user")
    void withoutUid() {
      settings.put(UID, "none");

      IdentityToken token = map(settings).toToken();

      assertThat(token.identities()).isEmpty();
      assertThat(token.fullPrivacy()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @DisplayName("by a source, for each person; a value that is neither is on")
    @ValueSource(strings = {"true", " TRUE ", "yes", "1"})
    void bySource(String value) {
      keycloak.attribute("private", value);
      settings.put("helpshift.full_privacy", "private");

      assertThat(map(settings).fullPrivacy()).isTrue();
    }

    @ParameterizedTest(name = "[{0}]")
    @DisplayName("by a source: false, blank or absent is off")
    @ValueSource(strings = {"false", " False", " ", "absent"})
    void offBySource(String value) {
      keycloak.attribute("private", value.equals("absent") ? null : value);
      settings.put("helpshift.full_privacy", "private");

      MappedIdentities mapped = map(settings);

      assertThat(mapped.fullPrivacy()).isFalse();
      assertThat(mapped.identities()).hasSize(3);
    }
  }

  @Nested
  class Token {

    private static final int NOW = 1_767_323_045;

    @AfterEach
    void clock() {
      Time.setOffset(0);
    }

    @Test
    @DisplayName("iat is now, back-dated by 60 s, in whole seconds")
    void backDated() {
      long before = System.currentTimeMillis() / 1000;
      Instant issuedAt = map(Map.of()).toToken().issuedAt();
      long after = System.currentTimeMillis() / 1000;

      assertThat(issuedAt.getNano()).isZero();
      assertThat(issuedAt.getEpochSecond()).isBetween(before - 60, after - 60);
    }

    @Test
    @DisplayName("now is Keycloak's now, which tests can shift")
    void keycloaksClock() {
      Time.setOffset(NOW - (int) (System.currentTimeMillis() / 1000));

      assertThat(map(Map.of()).toToken().issuedAt().getEpochSecond())
          .isBetween(NOW - 60L, NOW - 30L);
    }

    @Test
    @DisplayName("with neither uid nor email left: USERID_AND_EMAIL_MISSING")
    void neitherUidNorEmail() {
      keycloak.email(null, false).attribute("steamId", "7656");
      MappedIdentities mapped = map(Map.of(UID, "legacyId", STEAM, "steamId"));

      InvalidIdentityException refused =
          catchThrowableOfType(InvalidIdentityException.class, mapped::toToken);

      assertThat(refused.violation()).isEqualTo(Violation.USERID_AND_EMAIL_MISSING);
      assertThat(mapped.identities()).hasSize(1);
    }
  }

  @Test
  @DisplayName("what is hidden is left out, its metadata too, and yet decides on full privacy")
  void hidden() {
    keycloak.attribute("steamId", "7656").attribute("level", "12").attribute("private", "yes");
    Map<String, String> attributes =
        new HashMap<>(Map.of(STEAM, "steamId", UID + ".metadata.level", "level", EMAIL, "none"));
    Person person = keycloak.hiding("steamId", "level", "private");

    MappedIdentities mapped = new IdentityMapper(person, settings(attributes)).mapped();

    assertThat(mapped.identities()).containsExactly(new Identity(IdentityType.UID, "8f1c"));
    assertThat(mapped.leftOut()).extracting(LeftOut::code).containsExactly("steam_id:HIDDEN");
    attributes.put("helpshift.full_privacy", "private");
    assertThat(new IdentityMapper(person, settings(attributes)).mapped().fullPrivacy()).isTrue();
  }

  @Test
  @DisplayName("toString never shows a value")
  void toStringShowsNoValue() {
    keycloak.attribute("steamId", MARK).attribute("psnId", MARK.repeat(200));

    MappedIdentities mapped = map(Map.of(STEAM, "steamId", "helpshift.identity.psn_id", "psnId"));

    assertThat(mapped.leftOut()).hasSize(1);
    assertThat(mapped.toString()).contains("steam_id").doesNotContain(MARK).doesNotContain("zoe");
  }

  private MappedIdentities map(Map<String, String> attributes) {
    return new IdentityMapper(keycloak.person(), settings(attributes)).mapped();
  }

  private static HelpshiftSettings settings(Map<String, String> attributes) {
    return new SettingsReader(WebChatHosts.HELPSHIFT).read(attributes, Map.of()).settings();
  }

  private static Map<String, String> metadata(int entries) {
    Map<String, String> settings = new TreeMap<>(Map.of(STEAM, "steamId"));
    for (int i = 0; i < entries; i++) {
      settings.put(STEAM + ".metadata.key" + i, "level");
    }
    return settings;
  }

  private static Arguments row(
      String what,
      IdentityType type,
      String reason,
      Map<String, String> settings,
      Consumer<People> given) {
    return arguments(what, type, reason, settings, given);
  }
}
