package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reasons to leave one identity out of the token while the rest is sent. The event contains the
 * identifier and the reason, never the value.
 */
@ExtendWith(KeycloakExtension.class)
class LeftOutIT {

  /**
   * One row.
   *
   * @param leftOut the event's text; null if the event has none
   * @param sent the identifiers that are still sent
   */
  private record Row(
      String name, String leftOut, List<String> sent, UnaryOperator<RealmTemplate> given) {
    @Override
    public String toString() {
      return name + ": " + leftOut;
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void leavesOut(Row row, KeycloakServer keycloak) {
    RealmTemplate template =
        RealmTemplate.working().user("ann", "{'email': 'ann@example.com', 'emailVerified': true}");
    TestRealm realm = row.given().apply(template).create(keycloak);

    Answer answer = realm.token().bearer(realm.oidc().login("web", "ann").access()).post();

    assertThat(assertIssued(answer)).containsOnlyKeys(row.sent());
    assertThat(realm.event("TOKEN_EXCHANGE").at("/details/left_out").textValue())
        .isEqualTo(row.leftOut());
  }

  @Test
  void anAddressThatTheUserHasChangedHimself(KeycloakServer keycloak) {
    TestRealm realm =
        RealmTemplate.working()
            .user("ann", "{'email': 'ann@example.com', 'emailVerified': true}")
            .create(keycloak);
    realm
        .admin()
        .put(
            realm.path("/users/profile"),
            Json.of(
                "{'attributes': [{'name': 'username'}, {'name': 'email',"
                    + " 'permissions': {'view': ['user'], 'edit': ['user']}}]}"));
    String access = realm.oidc().login("web", "ann").access();
    assertThat(assertIssued(realm.token().bearer(access).post())).containsKey("email");

    Http.request("POST", realm.url() + "/account", "{\"email\": \"boss@example.com\"}")
        .header("Content-Type", "application/json")
        .bearer(access)
        .send()
        .orFail();

    assertThat(assertIssued(realm.token().bearer(access).post())).containsOnlyKeys("uid");
    assertThat(realm.event("TOKEN_EXCHANGE").at("/details/left_out").textValue())
        .isEqualTo("email:EMAIL_NOT_VERIFIED");
  }

  static Stream<Row> rows() {
    List<String> both = List.of("uid", "email");
    List<String> all = List.of("uid", "email", "steam_id");
    return Stream.of(
        new Row(
            "unverified email",
            "email:EMAIL_NOT_VERIFIED",
            List.of("uid"),
            template -> template.user("ann", "{'emailVerified': false}")),
        new Row(
            "an address that is not the verified one",
            "email:EMAIL_NOT_VERIFIED",
            List.of("uid"),
            template ->
                template
                    .attribute("helpshift.identity.email", "work")
                    .user("ann", "{'attributes': {'work': ['boss@example.com']}}")),
        new Row(
            "no email",
            "email:ABSENT",
            List.of("uid"),
            template -> template.attribute("helpshift.identity.email", "work")),
        new Row(
            "unverified email, any will do",
            null,
            both,
            template ->
                template
                    .attribute("helpshift.email_policy", "any")
                    .user("ann", "{'emailVerified': false}")),
        new Row(
            "no email address, any will do",
            "email:MALFORMED_EMAIL",
            List.of("uid"),
            template ->
                template
                    .attribute("helpshift.email_policy", "any")
                    .attribute("helpshift.identity.email", "username")),
        new Row(
            "uid is an email address",
            "uid:UID_IS_EMAIL",
            List.of("email"),
            template -> template.attribute("helpshift.identity.uid", "email")),
        new Row("uid of 750 characters", null, both, template -> uid(template, "x".repeat(750))),
        new Row(
            "uid of 751 characters",
            "uid:TOO_LONG",
            List.of("email"),
            template -> uid(template, "x".repeat(751))),
        new Row(
            "absent value",
            "steam_id:ABSENT",
            both,
            template -> template.attribute("helpshift.identity.steam_id", "steamId")),
        new Row("blank value", "steam_id:BLANK", both, template -> steam(template, "   ")),
        new Row("white space at the ends", null, all, template -> steam(template, " 7656 ")),
        new Row(
            "a character that nobody sees",
            "steam_id:INVISIBLE_CHARACTER",
            both,
            template -> steam(template, "76\u200b56")),
        new Row("value of 300 characters", null, all, template -> steam(template, "x".repeat(300))),
        new Row(
            "value of 301 characters",
            "steam_id:TOO_LONG",
            both,
            template -> steam(template, "x".repeat(301))),
        new Row(
            "no linked account",
            "discord_id:ABSENT",
            both,
            template -> template.attribute("helpshift.identity.discord_id", "idp:discord")),
        new Row(
            "no such session note",
            "steam_id:ABSENT",
            both,
            template -> template.attribute("helpshift.identity.steam_id", "note:steam")),
        new Row(
            "metadata value of 255 characters",
            null,
            all,
            template -> metadata(template, "x".repeat(255))),
        new Row(
            "metadata value of 256 characters",
            "steam_id:METADATA_VALUE_TOO_LONG",
            both,
            template -> metadata(template, "x".repeat(256))),
        new Row("30 metadata entries", null, all, template -> metadata(template, 30)),
        new Row(
            "31 metadata entries",
            "steam_id:TOO_MANY_METADATA_ENTRIES",
            both,
            template -> metadata(template, 31)),
        new Row(
            "two at once",
            "email:EMAIL_NOT_VERIFIED,steam_id:TOO_LONG",
            List.of("uid"),
            template -> steam(template, "x".repeat(301)).user("ann", "{'emailVerified': false}")),
        new Row(
            "full privacy",
            "email:FULL_PRIVACY,steam_id:FULL_PRIVACY",
            List.of("uid"),
            template -> steam(template, "7656").attribute("helpshift.full_privacy", "true")));
  }

  private static RealmTemplate uid(RealmTemplate template, String value) {
    return template
        .attribute("helpshift.identity.uid", "customerId")
        .user("ann", "{'attributes': {'customerId': ['" + value + "']}}");
  }

  private static RealmTemplate steam(RealmTemplate template, String value) {
    return template
        .attribute("helpshift.identity.steam_id", "steamId")
        .user("ann", "{'attributes': {'steamId': ['" + value + "']}}");
  }

  private static RealmTemplate metadata(RealmTemplate template, String value) {
    return steam(template, "7656")
        .attribute("helpshift.identity.steam_id.metadata.level", "level")
        .user("ann", "{'attributes': {'level': ['" + value + "']}}");
  }

  private static RealmTemplate metadata(RealmTemplate template, int entries) {
    RealmTemplate all = steam(template, "7656");
    for (int i = 0; i < entries; i++) {
      all.attribute("helpshift.identity.steam_id.metadata.key" + i, "username");
    }
    return all;
  }
}
