package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static io.github.keycloakhelpshift.it.TokenAnswers.identities;
import static io.github.keycloakhelpshift.it.TokenAnswers.verified;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.DpopKey;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenRequest;
import io.github.keycloakhelpshift.support.TokenSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code POST token} for users who may have a token: every way to call, and the result. */
@ExtendWith(KeycloakExtension.class)
class TokenIT {

  private static final String WEB = RealmTemplate.WEB_ORIGIN;

  private final KeycloakServer keycloak;

  TokenIT(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  private static RealmTemplate withAnn() {
    return RealmTemplate.working()
        .user("ann", "{'email': 'Ann@example.com', 'emailVerified': true}");
  }

  private static TokenRequest asAnn(TestRealm realm) {
    return realm.token().bearer(realm.oidc().login("web", "ann").access());
  }

  private static void assertAnn(TestRealm realm, Answer answer) {
    assertThat(assertIssued(answer))
        .isEqualTo(Map.of("uid", realm.userId("ann"), "email", "ann@example.com"));
  }

  // Who may call, and how

  @Test
  void answersWithAllThatThePageNeeds() {
    TestRealm realm = withAnn().create(keycloak);

    Answer answer = asAnn(realm).post();

    assertAnn(realm, answer);
    ObjectNode rest = (ObjectNode) answer.json();
    rest.remove("identity_token");
    assertThat(rest)
        .isEqualTo(
            Json.object(
                    "{'full_privacy_enabled': false, 'userEmail': 'ann@example.com',"
                        + " 'user_data': {'global': {}, 'app': {}}}")
                .put("userId", realm.userId("ann")));
  }

  @Test
  void answersWithTheBareTokenWhereThatIsAccepted() {
    TestRealm realm = withAnn().create(keycloak);

    Answer answer = asAnn(realm).accept("application/jwt").post();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("application/jwt");
    assertThat(answer.header("Cache-Control")).hasValue("no-store");
    assertThat(identities(verified(answer.body(), RealmTemplate.SECRET)))
        .containsEntry("uid", realm.userId("ann"));
  }

  @Test
  void takesADpopBoundTokenWithItsProof() {
    TestRealm realm = withAnn().create(keycloak);
    DpopKey key = new DpopKey();
    String access = realm.oidc().login("web", "ann", key).access();

    assertAnn(realm, realm.token().dpop(access, key).post());
  }

  @Test
  void takesTheSsoCookieFromAWebOriginOfTheClient() {
    TestRealm realm = withAnn().create(keycloak);
    Browser browser = realm.browser();
    browser.login("web", "ann");

    assertAnn(realm, realm.token().cookie(browser, "web", WEB).post());
  }

  @Test
  void takesTheSsoCookieFromKeycloaksOwnOrigin() {
    TestRealm realm = withAnn().create(keycloak);
    Browser browser = realm.browser();
    browser.login("web", "ann");

    assertAnn(realm, realm.token().cookie(browser, "web", keycloak.url().toString()).post());
  }

  @Test
  void takesAnAccessTokenWithoutASubject() {
    TestRealm realm =
        withAnn()
            .client("web", "{'defaultClientScopes': ['profile', 'email', 'helpshift']}")
            .create(keycloak);
    TokenSet tokens = realm.oidc().login("web", "ann");
    assertThat(Jose.payload(tokens.access()).has("sub")).isFalse();

    assertAnn(realm, realm.token().bearer(tokens.access()).post());
  }

  @Test
  void takesATokenThatWasExchanged() {
    TestRealm realm = withAnn().client("backend", RealmTemplate.EXCHANGES_TOKENS).create(keycloak);

    assertAnn(
        realm,
        realm
            .token()
            .bearer(realm.oidc().exchange("backend", realm.oidc().login("backend", "ann")).access())
            .post());
  }

  @Test
  void takesALightweightAccessToken() {
    TestRealm realm =
        withAnn()
            .client("web", "{'attributes': {'client.use.lightweight.access.token.enabled': true}}")
            .create(keycloak);
    TokenSet tokens = realm.oidc().login("web", "ann");
    assertThat(Jose.payload(tokens.access()).has("preferred_username")).isFalse();

    assertAnn(realm, realm.token().bearer(tokens.access()).post());
  }

  @Test
  void takesAnOfflineSessionThatOutlivesTheLogin() {
    TestRealm realm = withAnn().create(keycloak);
    TokenSet offline = realm.oidc().login("web", "ann", "openid offline_access");
    // The session of the login; newer versions store only the offline session from the start.
    String id = Jose.payload(offline.access()).get("sid").asText();
    realm.admin().send("DELETE", realm.path("/sessions/" + id));
    assertThat(
            realm
                .admin()
                .get(realm.path("/users/" + realm.userId("ann") + "/sessions"))
                .findValuesAsText("id"))
        .doesNotContain(id);

    TokenSet refreshed = realm.oidc().refresh("web", offline);

    assertAnn(realm, realm.token().bearer(refreshed.access()).post());
  }

  @Test
  void takesAnOptionalScopeThatWasGranted() {
    TestRealm realm = withAnn().optionalScopes("web", "helpshift").create(keycloak);
    TokenSet tokens = realm.oidc().login("web", "ann", "openid helpshift");

    assertAnn(realm, realm.token().bearer(tokens.access()).post());
  }

  @Test
  void takesAMapperOfTheClientItself() {
    TestRealm realm =
        withAnn()
            .client(
                "plain",
                "{'protocolMappers': [{'name': 'own', 'protocol': 'openid-connect',"
                    + " 'protocolMapper': 'helpshift-identity-token', 'config': {}}]}")
            .create(keycloak);

    assertAnn(realm, realm.token().bearer(realm.oidc().login("plain", "ann").access()).post());
  }

  @Test
  void takesAScopeForARoleThatTheUserHas() {
    TestRealm realm =
        withAnn()
            .with("{'roles': {'realm': [{'name': 'vip'}]}}")
            .user("ann", "{'realmRoles': ['vip']}")
            .create(keycloak);
    realm.restrictScope("helpshift", "vip");

    assertAnn(realm, asAnn(realm).post());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"userId\": null, \"userEmail\": null}",
        "{\"userId\": \"\", \"userEmail\": \"\"}",
        "{\"userId\": \"UID\"}",
        "{\"userEmail\": \"ann@example.com\"}",
        "{\"userId\": \"UID\", \"userEmail\": \"ann@example.com\", \"more\": [1]}"
      })
  void takesABodyThatNamesTheCaller(String body) {
    TestRealm realm = withAnn().create(keycloak);

    assertAnn(realm, asAnn(realm).json(body.replace("UID", realm.userId("ann"))).post());
  }

  /** As HTTP libraries send it by themselves. */
  @ParameterizedTest
  @ValueSource(
      strings = {"application/x-www-form-urlencoded", "text/plain", "multipart/form-data", "x"})
  void takesNoBodyOfWhateverType(String type) {
    TestRealm realm = withAnn().create(keycloak);

    assertAnn(realm, asAnn(realm).body(type, "").post());
  }

  @Test
  void comparesAddressesAsHelpshiftDoes() {
    TestRealm realm = withAnn().create(keycloak);

    assertAnn(realm, asAnn(realm).json("{\"userEmail\": \"Ann@EXAMPLE.com\"}").post());
  }

  @Test
  void takesABodyUpToItsLimit() {
    TestRealm realm = withAnn().create(keycloak);

    assertAnn(realm, asAnn(realm).json("{}" + " ".repeat(16 * 1024 - 2)).post());
  }

  // What is in the token

  @Test
  void sendsEachIdentityFromItsSource() {
    RealmTemplate template =
        withAnn()
            .attribute("helpshift.identity.phone_number", "phone")
            .attribute("helpshift.identity.facebook_id", "facebookId")
            .attribute("helpshift.identity.discord_id", "idp:discord")
            .attribute("helpshift.identity.whatsapp_id", "whatsappId")
            .attribute("helpshift.identity.google_playstore_id", "playId")
            .attribute("helpshift.identity.apple_gamecenter_id", "gameCenterId")
            .attribute("helpshift.identity.nintendo_id", "nintendoId")
            .attribute("helpshift.identity.psn_id", "psnId")
            .attribute("helpshift.identity.xbox_live_id", "xboxId")
            .attribute("helpshift.identity.steam_id", "steamId")
            .user(
                "ann",
                "{'attributes': {'phone': ['+1 555 0100'], 'facebookId': ['fb'],"
                    + " 'whatsappId': ['wa'], 'playId': ['gp'], 'gameCenterId': ['gc'],"
                    + " 'nintendoId': ['ni'], 'psnId': ['ps', 'a second one'],"
                    + " 'xboxId': ['xb'], 'steamId': ['st']}}");
    TestRealm realm = template.create(keycloak);
    realm.link("ann", "discord", "80351110224678912");

    Answer answer = asAnn(realm).post();

    assertThat(assertIssued(answer))
        .containsExactlyInAnyOrderEntriesOf(
            Map.ofEntries(
                Map.entry("uid", realm.userId("ann")),
                Map.entry("email", "ann@example.com"),
                Map.entry("phone_number", "+1 555 0100"),
                Map.entry("facebook_id", "fb"),
                Map.entry("discord_id", "80351110224678912"),
                Map.entry("whatsapp_id", "wa"),
                Map.entry("google_playstore_id", "gp"),
                Map.entry("apple_gamecenter_id", "gc"),
                Map.entry("nintendo_id", "ni"),
                // No psn_id, because it is undefined which of two values comes first.
                Map.entry("xbox_live_id", "xb"),
                Map.entry("steam_id", "st")));
  }

  @Test
  void sendsMetadataAndSessionNotes() {
    TestRealm home = RealmTemplate.working().user("carl", "{}").create(keycloak);
    TestRealm realm =
        RealmTemplate.working()
            .attribute("helpshift.identity.uid.metadata.provider", "note:identity_provider")
            .attribute("helpshift.identity.uid.metadata.name", "username")
            .attribute("helpshift.identity.uid.metadata.absent", "nickname")
            .create(keycloak);
    realm.broker("home", home, "{}");
    TokenSet tokens = realm.browser().loginThrough("home", "web", "carl");

    JsonNode payload =
        assertIssued(realm.token().bearer(tokens.access()).post(), RealmTemplate.SECRET);

    assertThat(payload.at("/identities/0/metadata"))
        .isEqualTo(Json.of("{'provider': 'home', 'name': 'carl'}"));
  }

  @Test
  void takesAUidFromAnAttributeAsItIs() {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.identity.uid", "customerId")
            .user("ann", "{'attributes': {'customerId': ['C-ä-1']}}")
            .create(keycloak);

    Answer answer = asAnn(realm).post();

    assertThat(assertIssued(answer)).containsEntry("uid", "C-ä-1");
    assertThat(answer.json().get("userId").asText()).isEqualTo("C-ä-1");
  }

  @Test
  void sendsTheUidAloneUnderFullPrivacy() {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.full_privacy", "true")
            .attribute("helpshift.identity.steam_id", "username")
            .attribute("helpshift.user_data.global.first_name", "username")
            .create(keycloak);

    Answer answer = asAnn(realm).post();

    assertThat(assertIssued(answer)).isEqualTo(Map.of("uid", realm.userId("ann")));
    assertThat(answer.json().get("full_privacy_enabled").asBoolean()).isTrue();
    assertThat(answer.json().get("user_data")).isEqualTo(Json.of("{'global': {}, 'app': {}}"));
    assertThat(answer.body()).doesNotContain("userEmail", "ann@example.com");
  }

  @Test
  void sendsNoIdentityUnderFullPrivacyToWhoHasNoUid() {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.full_privacy", "true")
            .attribute("helpshift.identity.uid", "customerId")
            .create(keycloak);

    Answer answer = asAnn(realm).post();

    // Helpshift makes an anonymous user of it.
    assertThat(assertIssued(answer)).isEmpty();
    assertThat(answer.json().get("full_privacy_enabled").asBoolean()).isTrue();
    assertThat(answer.body()).doesNotContain("userId", "userEmail", "ann@example.com");
  }

  @Test
  void sendsFullPrivacyForThoseWhoAskForIt() {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.full_privacy", "private")
            .user("ann", "{'attributes': {'private': ['true']}}")
            .user("bob", "{'attributes': {'private': ['false']}}")
            .create(keycloak);

    assertThat(asAnn(realm).post().json().get("full_privacy_enabled").asBoolean()).isTrue();
    assertThat(
            realm
                .token()
                .bearer(realm.oidc().login("web", "bob").access())
                .post()
                .json()
                .get("full_privacy_enabled")
                .asBoolean())
        .isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'[\"steam_id\"]',                                    steam_id",
    "'[\"steam_id\", \"xbox_live_id\", \"email\"]', 'email,steam_id'",
    "'[\"steam_id\", \"unknown\"]',                   steam_id",
    "'[\"unknown\"]',                                     ''",
    "'[\"xbox_live_id\"]',                                ''",
    "'[]',                                                  'uid,email,steam_id'"
  })
  void sendsOnlyTheIdentitiesThatTheCallerAsksFor(String identifiers, String sent) {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.identity.steam_id", "steamId")
            .attribute("helpshift.identity.xbox_live_id", "xboxId")
            .user("ann", "{'attributes': {'steamId': ['7656119']}}")
            .create(keycloak);
    Browser browser = realm.browser();
    String access = browser.login("web", "ann").access();
    String body = "{\"identifiers\": %s}".formatted(identifiers);

    for (TokenRequest call :
        List.of(realm.token().bearer(access), realm.token().cookie(browser, "web", WEB))) {
      Answer answer = call.json(body).post();

      assertThat(String.join(",", assertIssued(answer).keySet())).isEqualTo(sent);
      assertThat(answer.json().get("userId").asText()).isEqualTo(realm.userId("ann"));
      assertThat(realm.event("TOKEN_EXCHANGE").at("/details/identities").asText()).isEqualTo(sent);
      assertThat(
              identities(
                  verified(
                      call.json(body).accept("application/jwt").post().body(),
                      RealmTemplate.SECRET)))
          .isEqualTo(assertIssued(answer));
    }
  }

  @ParameterizedTest
  @CsvSource({"'[\"steam_id\"]', ''", "'[\"uid\", \"steam_id\"]', uid"})
  void sendsNoMoreThanTheUidUnderFullPrivacyToACallerWhoAsksForMore(
      String identifiers, String sent) {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.full_privacy", "true")
            .attribute("helpshift.identity.steam_id", "username")
            .create(keycloak);

    Answer answer = asAnn(realm).json("{\"identifiers\": %s}".formatted(identifiers)).post();

    assertThat(String.join(",", assertIssued(answer).keySet())).isEqualTo(sent);
    assertThat(answer.json().get("full_privacy_enabled").asBoolean()).isTrue();
  }

  @Test
  void sendsUserDataAndTags() {
    TestRealm realm =
        withAnn()
            .with(
                "{'roles': {'realm': [{'name': 'vip'}, {'name': 'staff'}]},"
                    + " 'groups': [{'name': 'beta'}]}")
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .attribute("helpshift.user_data.global.custom_user_fields.guild", "guild")
            .attribute("helpshift.user_data.app.user_level", "level")
            .attribute("helpshift.user_data.global.age", "level")
            .attribute("helpshift.user_data.app.last_login_date", "guild")
            .attribute("helpshift.tags", "role:vip, role:staff, group:/beta")
            .user(
                "ann",
                "{'firstName': 'Ann', 'attributes': {'guild': ['Owls'], 'level': ['7']},"
                    + " 'groups': ['/beta'], 'realmRoles': ['vip']}")
            .create(keycloak);

    JsonNode data = asAnn(realm).post().json().get("user_data");

    assertThat(data)
        .isEqualTo(
            Json.of(
                "{'global': {'age': '7', 'first_name': 'Ann',"
                    + " 'custom_user_fields': {'guild': 'Owls'}, 'new_tags': ['vip', 'beta'],"
                    + " 'tags_to_remove': ['staff']},"
                    + " 'app': {'user_level': '7'}}"));
    assertThat(realm.event("TOKEN_EXCHANGE").at("/details/user_data_left_out").asText())
        .startsWith("app.last_login_date is not ")
        .doesNotContain("Owls");
  }

  // What is told about it

  @Test
  void tellsOfATokenInAnEventThatHoldsNoValue() {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.identity.steam_id", "steamId")
            .user("ann", "{'attributes': {'steamId': ['7656119']}}")
            .create(keycloak);
    TokenSet tokens = realm.oidc().login("web", "ann");

    assertIssued(realm.token().bearer(tokens.access()).post());

    JsonNode event = realm.event("TOKEN_EXCHANGE");
    assertThat(event.get("clientId").asText()).isEqualTo("web");
    assertThat(event.get("userId").asText()).isEqualTo(realm.userId("ann"));
    assertThat(event.get("sessionId").asText())
        .isEqualTo(Jose.payload(tokens.access()).get("sid").asText());
    assertThat(event.get("details"))
        .isEqualTo(
            Json.of(
                "{'token_type': 'helpshift-identity-token',"
                    + " 'auth_method': 'validate_access_token',"
                    + " 'identities': 'uid,email,steam_id'}"));
  }

  @Test
  void tellsOfATokenByTheCookie() {
    TestRealm realm = withAnn().create(keycloak);
    Browser browser = realm.browser();
    browser.login("web", "ann");

    assertIssued(realm.token().cookie(browser, "web", WEB).post());

    JsonNode event = realm.event("TOKEN_EXCHANGE");
    assertThat(event.get("clientId").asText()).isEqualTo("web");
    assertThat(event.at("/details/auth_method").asText()).isEqualTo("identity_cookie");
  }

  @ParameterizedTest
  @CsvSource({
    "token,       POST, 'GET,PUT,DELETE,PATCH'",
    "web-chat,    GET,  'POST,PUT,DELETE,PATCH'",
    "session,     GET,  'POST,PUT,DELETE,PATCH'",
    "web-chat.js, GET,  'POST,PUT,DELETE,PATCH'",
    "web-chat.d.ts, GET, 'POST,PUT,DELETE,PATCH'"
  })
  void namesTheMethodThatAnEndpointTakes(String endpoint, String allowed, String others) {
    TestRealm realm = withAnn().create(keycloak);
    TokenRequest call =
        new TokenRequest(realm.url() + "/helpshift/" + endpoint, Map.of(), null).origin(WEB);

    for (String method : others.split(",", -1)) {
      Answer answer = call.send(method);
      assertThat(answer.status()).as(method).isEqualTo(405);
      assertThat(answer.header("Allow").orElseThrow()).startsWith(allowed);
      assertThat(answer.json().get("error").asText()).isEqualTo("invalid_request");
      assertThat(answer.header("Access-Control-Allow-Origin")).contains(WEB);
    }
  }
}
