package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.OpenApi;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The admin API, as admins with some permissions or none call it. */
@ExtendWith(KeycloakExtension.class)
@TestInstance(Lifecycle.PER_CLASS)
class AdminApiIT {

  private static final OpenApi OPEN_API = OpenApi.ofDocs();
  private static final String BOSS = "{'clientRoles': {'realm-management': ['realm-admin']}}";

  private KeycloakServer server;
  private TestRealm realm;

  @BeforeAll
  void realm(KeycloakServer server) {
    this.server = server;
    realm =
        admins(working())
            .attribute("helpshift.identity.discord_id", "idp:discord")
            .attribute("helpshift.identity.steam_id", "steam")
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .attribute("helpshift.secret", "a-literal-secret-that-nobody-may-see-0123456789")
            .user(
                "ada",
                "{'email': 'ada@example.com', 'firstName': 'Ada', 'attributes': {'steam': ['"
                    + "7".repeat(301)
                    + "']}}")
            .user("searcher", "{'clientRoles': {'realm-management': ['query-users']}}")
            .create(server);
    realm.setAttribute("helpshift.secret", "");
  }

  private static RealmTemplate admins(RealmTemplate template) {
    return template
        .user("viewer", "{'clientRoles': {'realm-management': ['view-realm']}}")
        .user("manager", "{'clientRoles': {'realm-management': ['manage-realm']}}")
        .user("helpdesk", "{'clientRoles': {'realm-management': ['view-users', 'view-clients']}}")
        .user("support", "{'clientRoles': {'realm-management': ['view-users']}}")
        .user("nobody", "{}");
  }

  // Who may

  @ParameterizedTest
  @CsvSource({
    "viewer, GET, settings, 200",
    "manager, GET, settings, 200",
    "helpdesk, GET, settings, 403",
    "nobody, GET, settings, 403",
    "viewer, PUT, settings, 403",
    "helpdesk, PUT, settings, 403",
    "viewer, GET, check, 200",
    "helpdesk, GET, check, 403",
    "helpdesk, GET, users/ADA/preview, 200",
    "viewer, GET, users/ADA/preview, 403",
    "nobody, GET, users/ADA/preview, 403",
    "helpdesk, GET, users/nobody-has-this-id/preview, 404",
    "viewer, GET, users/nobody-has-this-id/preview, 403",
    "searcher, GET, users/ADA/preview, 403",
    "searcher, GET, users/nobody-has-this-id/preview, 403",
    "support, GET, users/ADA/preview, 200",
    "support, GET, users/ADA/preview?client_id=web, 403",
    "support, GET, users/ADA/preview?client_id=none, 403",
    "helpdesk, GET, users/ADA/preview?client_id=none, 404",
    "support, GET, users/preview?username=ada, 200",
    "support, GET, users/preview?email=ada%40example.com, 200",
    "support, GET, users/preview?id=ADA, 200",
    "helpdesk, GET, users/preview?username=ada&client_id=web, 200",
    "support, GET, users/preview?username=ada&client_id=web, 403",
    "support, GET, users/preview?username=none, 404",
    "searcher, GET, users/preview?username=ada, 403",
    "searcher, GET, users/preview?username=none, 403",
    "viewer, GET, users/preview?email=ada%40example.com, 403",
    "support, GET, users/preview, 400",
    "support, GET, users/preview?username=ada&id=ADA, 400",
    "support, GET, profiles?client_id=web, 400",
    "helpdesk, GET, profiles, 200",
    "helpdesk, GET, profiles/summary, 200",
    "viewer, GET, profiles, 403",
    "nobody, GET, profiles/summary, 403",
  })
  void asksKeycloaksPermissions(String admin, String method, String path, int status) {
    String actual = path.replace("ADA", realm.userId("ada"));
    assertThat(call(admin, method, actual, method.equals("PUT") ? "{}" : null).status())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "searcher, users/preview?username=ada, users/preview?username=none",
    "searcher, users/ADA/preview, users/none/preview",
    "support, users/ADA/preview?client_id=web, users/ADA/preview?client_id=none",
    "support, profiles?client_id=web, profiles?client_id=none",
  })
  void saysTheSameOfWhatTheCallerMayNotViewAndWhatIsNotThere(
      String admin, String forbidden, String unknown) {
    String ada = realm.userId("ada");

    Answer one = call(admin, "GET", forbidden.replace("ADA", ada));
    Answer other = call(admin, "GET", unknown.replace("ADA", ada));

    assertThat(one.status()).isEqualTo(other.status());
    assertThat(one.body()).isEqualTo(other.body());
  }

  @Test
  void passesOverUsersWhomTheCallerMayNotView() {
    assertThat(lines(call("searcher", "GET", "profiles"))).isEmpty();
    assertThat(call("searcher", "GET", "profiles/summary").json().get("profiles").asInt()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"GET, settings", "PUT, settings", "GET, check", "GET, profiles"})
  void isClosedToAdminsOfAnotherRealm(String method, String path) {
    TestRealm other = admins(working()).user("boss", BOSS).create(server);
    String token = other.oidc().login("admin-cli", "boss").access();

    Answer answer = Http.request(method, url(path)).bearer(token).send();

    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void knowsNoUserOfAnotherRealm() {
    TestRealm other = working().user("eve", "{}").create(server);

    assertThat(call("helpdesk", "GET", "users/" + other.userId("eve") + "/preview").status())
        .isEqualTo(404);
  }

  @Test
  void asksStrangersToLogIn() {
    assertThat(Http.get(url("settings")).send().status()).isEqualTo(401);
    assertThat(Http.get(url("profiles")).bearer("no.such.token").send().status()).isEqualTo(401);
  }

  // Settings

  @Test
  void showsTheSettingsAndWhatEachIs() {
    JsonNode body = call("viewer", "GET", "settings").json();

    assertThat(body.at("/settings/helpshift.platform_id").asText()).isEqualTo("acme_platform_1");
    assertThat(body.at("/definitions/0/key").asText()).isEqualTo("helpshift.domain");
    assertThat(body.at("/definitions/0/type").asText()).isEqualTo("text");
    assertThat(body.at("/definitions").size()).isGreaterThan(10);
  }

  @Test
  void savesSettingsAsAWholeAndSaysSoInAnAdminEvent() {
    TestRealm own = admins(working()).attribute("helpshift.tags", "role:vip").create(server);

    Answer answer =
        call(
            own,
            "manager",
            "PUT",
            "settings",
            "{'settings': {'helpshift.domain': 'acme', 'helpshift.platform_id': 'p2',"
                + " 'helpshift.login_pages': true}}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(texts(answer.json().at("/changed")))
        .containsExactly("helpshift.login_pages", "helpshift.platform_id", "helpshift.tags");
    JsonNode attributes = own.admin().get(own.path("")).get("attributes");
    assertThat(attributes.path("helpshift.platform_id").asText()).isEqualTo("p2");
    assertThat(attributes.path("helpshift.login_pages").asText()).isEqualTo("true");
    assertThat(attributes.has("helpshift.tags")).isFalse();
    JsonNode event = own.admin().get(own.path("/admin-events?max=1&operationTypes=UPDATE")).get(0);
    assertThat(event.get("resourcePath").asText()).isEqualTo("helpshift/settings");
    assertThat(Json.of(event.get("representation").asText()).at("/helpshift.platform_id").asText())
        .isEqualTo("p2");
  }

  @Test
  void savesOnlyOverTheSettingsThatTheCallerHasRead() {
    TestRealm own = admins(working()).create(server);
    String read = call(own, "manager", "GET", "settings", null).header("ETag").orElseThrow();
    String mine = "{'settings': {'helpshift.domain': 'mine', 'helpshift.platform_id': 'p1'}}";
    String others = "{'settings': {'helpshift.domain': 'others', 'helpshift.platform_id': 'p1'}}";

    Answer first = put(own, others, read);
    Answer second = put(own, mine, read);

    assertThat(first.status()).isEqualTo(200);
    assertThat(second.status()).isEqualTo(412);
    assertThat(second.json().get("error").asText()).isEqualTo("settings_changed");
    assertThat(second.json().at("/settings/helpshift.domain").asText()).isEqualTo("others");
    assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
    assertThat(put(own, mine, second.header("ETag").orElseThrow()).status()).isEqualTo(200);
  }

  private Answer put(TestRealm of, String settings, String ifMatch) {
    Http request =
        Http.request("PUT", url(of, "settings"), settings.replace('\'', '"'))
            .header("Content-Type", "application/json")
            .header("If-Match", ifMatch)
            .bearer(of.oidc().login("admin-cli", "manager").access());
    return OPEN_API.require(
        "PUT", "/admin/realms/" + of.name() + "/helpshift/settings", request.send());
  }

  @Test
  void savesNothingWhereSomethingIsInvalidAndNamesTheKey() {
    Answer answer =
        call(
            "manager",
            "PUT",
            "settings",
            "{'settings': {'helpshift.domain': 'https://acme.helpshift.com/',"
                + " 'helpshift.secret': 'pasted-here-by-mistake-0123456789',"
                + " 'helpshift.platform_id': 'other', 'helpshift.domian': 'x',"
                + " 'helpshift.tags': ['role:vip']}}");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText()).isEqualTo("invalid_settings");
    assertThat(answer.json().get("errors").properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactlyInAnyOrder(
            "helpshift.domain", "helpshift.secret", "helpshift.domian", "helpshift.tags");
    assertThat(answer.body()).doesNotContain("pasted-here");
    assertThat(call("viewer", "GET", "settings").json().at("/settings/helpshift.domain").asText())
        .isEqualTo("acme");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"[]", "{}", "{\"settings\": 1}", "{", "''"})
  void refusesABodyThatIsNone(String body) {
    Answer answer = call("manager", "PUT", "settings", body);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText()).isEqualTo("invalid_request");
  }

  @Test
  void neverShowsALiteralSecretInAnAttribute() {
    TestRealm own =
        admins(working())
            .attribute("helpshift.secret", "a-literal-secret-in-an-attribute-0123456789")
            .create(server);

    assertThat(call(own, "viewer", "GET", "settings", null).body()).doesNotContain("a-literal");
    Answer check = call(own, "viewer", "GET", "check", null);
    assertThat(check.body()).doesNotContain("a-literal").contains("SECRET_IN_ATTRIBUTE");
  }

  // Check

  @Test
  void findsLittleInARealmThatWorks() {
    TestRealm own = admins(working()).create(server);

    JsonNode check = call(own, "viewer", "GET", "check", null).json();

    assertThat(check.get("errors").asInt()).isZero();
    assertThat(check.get("warnings").asInt()).isZero();
    assertThat(codes(check)).contains("THEME_NOT_CHOSEN", "EMAIL_SELDOM_VERIFIED");
  }

  @Test
  void findsWhatIsWrong() {
    TestRealm own =
        admins(working())
            .attribute("helpshift.domain", "https://acme.helpshift.com/")
            .attribute("helpshift.platform_id", "")
            .attribute("helpshift.email_polici", "any")
            .attribute("helpshift.email_policy", "any")
            .attribute("helpshift.identity.uid", "nickname")
            .attribute("helpshift.identity.discord_id", "idp:discord")
            .attribute("helpshift.identity.psn_id", "note:psn")
            .withoutSecret()
            .with("{'duplicateEmailsAllowed': true, 'loginWithEmailAllowed': false}")
            .with("{'accountTheme': 'helpshift', 'accessTokenLifespan': 90000}")
            .client("web", "{'webOrigins': ['*', 'http://shop.example.com']}")
            .create(server);

    JsonNode check = call(own, "viewer", "GET", "check", null).json();

    assertThat(codes(check))
        .contains(
            "SETTING_INVALID",
            "PLATFORM_ID_MISSING",
            "SETTING_UNKNOWN",
            "EMAIL_NOT_UNIQUE",
            "UID_NOT_UNIQUE",
            "IDENTITY_PROVIDER_UNKNOWN",
            "NOTE_UNKNOWN",
            "SECRET_MISSING",
            "CSP_BLOCKS_WIDGET",
            "ACCESS_TOKEN_OUTLIVES_SESSION",
            "CLIENT_ANY_WEB_ORIGIN",
            "CLIENT_HTTP_WEB_ORIGIN",
            "IMPERSONATION");
    assertThat(check.get("errors").asInt()).isPositive();
    assertThat(check.toString()).contains("Did you mean helpshift.email_policy?");
  }

  // Preview

  @Test
  void showsWhatATokenWouldSayAndWhyNotMore() {
    Answer answer =
        call("helpdesk", "GET", "users/" + realm.userId("ada") + "/preview?client_id=web");

    JsonNode preview = answer.json();
    assertThat(preview.get("would_be_signed").asBoolean()).isTrue();
    assertThat(preview.at("/payload/identities/0/identifier").asText()).isEqualTo("uid");
    assertThat(preview.at("/payload/identities/0/value").asText()).isEqualTo(realm.userId("ada"));
    assertThat(preview.at("/payload/identities").size()).isEqualTo(1);
    assertThat(preview.at("/user_data/global/first_name").asText()).isEqualTo("Ada");
    assertThat(preview.at("/sources/helpshift.identity.steam_id/source").asText())
        .isEqualTo("steam");
    assertThat(preview.at("/sources/helpshift.identity.uid/said_by").asText()).isEqualTo("default");
    assertThat(preview.get("left_out"))
        .extracting(one -> one.get("identifier").asText() + " " + one.get("reason").asText())
        .containsExactlyInAnyOrder(
            "email EMAIL_NOT_VERIFIED", "discord_id ABSENT", "steam_id TOO_LONG");
    assertThat(preview.toString())
        .contains("no linked account at discord", "301 characters, at most 300");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    // A compact JWS begins like this.
    assertThat(answer.body()).doesNotContain("eyJ");
  }

  @Test
  void showsWhyNoTokenWouldBeSigned() {
    TestRealm own = admins(working()).withoutSecret().create(server);
    String path = "users/" + own.userId("nobody") + "/preview";

    assertThat(reasons(call(own, "helpdesk", "GET", path + "?client_id=web", null)))
        .containsExactly("SECRET_UNUSABLE");
    assertThat(reasons(call(own, "helpdesk", "GET", path + "?client_id=plain", null)))
        .containsExactly("CLIENT_NOT_OPTED_IN", "SECRET_UNUSABLE");
    assertThat(call(own, "helpdesk", "GET", path + "?client_id=none", null).status())
        .isEqualTo(404);
    own.setAttribute("helpshift.secret", "${vault.nothing_there}");
    assertThat(call(own, "support", "GET", path, null).body())
        .contains("SECRET_UNUSABLE")
        .doesNotContain("vault", "nothing_there");
    own.updateUser("nobody", "{'enabled': false}");
    assertThat(reasons(call(own, "helpdesk", "GET", path, null))).contains("DISABLED_USER");
  }

  // Profiles

  @Test
  void streamsProfilesAsHelpshiftsBulkCallTakesThem() {
    TestRealm own =
        admins(working())
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .attribute("helpshift.user_data.global.last_active_date", "seen")
            .attribute("helpshift.user_data.global.custom_user_fields.level", "level")
            .attribute("helpshift.tags", "role:vip")
            .with("{'roles': {'realm': [{'name': 'vip'}]}, 'groups': [{'name': 'beta'}]}")
            .user(
                "ada",
                "{'email': 'ada@example.com', 'emailVerified': true, 'firstName': 'Ada',"
                    + " 'realmRoles': ['vip'], 'groups': ['/beta'],"
                    + " 'attributes': {'seen': ['1700000000'], 'level': ['9']}}")
            .user("gone", "{'enabled': false}")
            .create(server);

    Answer answer = call(own, "helpdesk", "GET", "profiles?role=vip", null);

    assertThat(answer.header("Content-Type").orElse("")).startsWith("application/x-ndjson");
    assertThat(Json.of(answer.body()))
        .isEqualTo(
            Json.of(
                ("{'identities': [{'uid': 'ADA'},"
                        + " {'email': 'ada@example.com', 'verified': 'true'}],"
                        + " 'names': {'first_name': 'Ada'}, 'last_active_date': '1700000000000',"
                        + " 'tags': ['vip'], 'custom_fields': {'level': '9'}}")
                    .replace("ADA", own.userId("ada"))));
    assertThat(lines(call(own, "helpdesk", "GET", "profiles?group=/beta", null))).hasSize(1);
    assertThat(lines(call(own, "helpdesk", "GET", "profiles?group=/beta&role=vip", null)))
        .hasSize(1);
    assertThat(lines(call(own, "helpdesk", "GET", "profiles", null))).hasSize(6);
    assertThat(lines(call(own, "helpdesk", "GET", "profiles?part=2", null))).isEmpty();

    JsonNode summary = call(own, "helpdesk", "GET", "profiles/summary", null).json();
    assertThat(summary)
        .isEqualTo(
            Json.of("{'users': 7, 'profiles': 6, 'left_out': {'DISABLED_USER': 1}, 'parts': 1}"));

    own.updateUser("ada", "{'emailVerified': false}");
    assertThat(lines(call(own, "helpdesk", "GET", "profiles?role=vip", null)))
        .singleElement()
        .asString()
        .contains(own.userId("ada"))
        .doesNotContain("email");
    JsonNode event = own.admin().get(own.path("/admin-events?max=1&operationTypes=ACTION")).get(0);
    assertThat(event.get("resourcePath").asText()).isEqualTo("helpshift/profiles");
  }

  @Test
  void countsWhatAChangeOfSettingsWouldDo() {
    TestRealm own =
        admins(
                working()
                    .attribute("helpshift.identity.steam_id", "steam")
                    .user(
                        "ada",
                        "{'email': 'ada@example.com', 'emailVerified': true,"
                            + " 'attributes': {'steam': ['76'], 'minor': ['true']}}")
                    .user("bob", "{'email': 'bob@example.com', 'attributes': {'steam': ['77']}}")
                    .user("gone", "{'enabled': false, 'email': 'gone@example.com'}"))
            .create(server);

    JsonNode privacy = with(own, "helpshift.full_privacy=minor");
    assertThat(privacy.at("/changes/email"))
        .isEqualTo(
            Json.of("{'gained': 0, 'lost': 1, 'changed': 0, 'reasons': {'FULL_PRIVACY': 1}}"));
    assertThat(privacy.at("/changes/steam_id/lost").asInt()).isEqualTo(1);
    assertThat(privacy.get("changes").has("uid")).isFalse();
    assertThat(privacy.toString()).doesNotContain("ada", "76");

    JsonNode any = with(own, "helpshift.email_policy=any");
    assertThat(any.at("/changes/email"))
        .isEqualTo(Json.of("{'gained': 1, 'lost': 0, 'changed': 0, 'reasons': {}}"));

    JsonNode uid = with(own, "helpshift.identity.uid=steam", "helpshift.identity.steam_id=");
    int others = uid.get("users").asInt() - 3;
    assertThat(uid.at("/changes/uid/changed").asInt()).isEqualTo(2);
    assertThat(uid.at("/changes/uid/reasons")).isEqualTo(Json.of("{'ABSENT': " + others + "}"));
    assertThat(uid.at("/changes/everything/lost").asInt()).isEqualTo(others);
    assertThat(uid.at("/changes/everything/reasons"))
        .isEqualTo(Json.of("{'uid:ABSENT': " + others + "}"));
    assertThat(uid.at("/changes/steam_id/reasons")).isEqualTo(Json.of("{'NOT_MAPPED': 2}"));

    assertThat(with(own, "helpshift.domain=other").get("changes")).isEmpty();
    // Nothing was saved.
    assertThat(own.admin().get(own.path("")).get("attributes").has("helpshift.full_privacy"))
        .isFalse();
  }

  @Test
  void saysWhatIsWrongWithAChangeOfSettings() {
    Answer answer =
        call(
            realm,
            "helpdesk",
            "GET",
            "profiles/summary?with=helpshift.email_policy%3Dsometimes"
                + "&with=helpshift.identity.steam%3Did&with=helpshift.nonsense%3D1",
            null);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("error").asText()).isEqualTo("invalid_request");
    assertThat(answer.json().get("errors").properties())
        .extracting(java.util.Map.Entry::getKey)
        .contains("helpshift.email_policy", "helpshift.identity.steam", "helpshift.nonsense");
    assertThat(
            call(realm, "helpdesk", "GET", "profiles/summary?with=nonsense", null)
                .json()
                .at("/errors/with")
                .asText())
        .isNotEmpty();
  }

  private JsonNode with(TestRealm own, String... changes) {
    String query =
        Arrays.stream(changes)
            .map(change -> "with=" + URLEncoder.encode(change, StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    Answer answer = call(own, "helpdesk", "GET", "profiles/summary?" + query, null);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  /**
   * Its answer of 54 MB is more than a connection holds: Keycloak is not done before it has been
   * read. By HTTP/1.1, because the client keeps 16 MB of an HTTP/2 stream.
   */
  @Test
  void hasSavedTheAdminEventOfAnExportBeforeTheDataLeaves() throws Exception {
    RealmTemplate template = working();
    for (int i = 0; i < 30; i++) {
      template.attribute("helpshift.user_data.global.custom_user_fields.f" + i, "text");
    }
    ArrayNode users = Json.object("{}").putArray("users");
    for (int i = 0; i < 600; i++) {
      users
          .addObject()
          .put("username", "user" + i)
          .put("enabled", true)
          .putObject("attributes")
          .putArray("text")
          .add("€".repeat(1_000));
    }
    TestRealm own =
        admins(template.with(Json.object("{}").set("users", users).toString())).create(server);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url(own, "profiles")))
            .version(HttpClient.Version.HTTP_1_1)
            .header("Authorization", "Bearer " + own.oidc().login("admin-cli", "helpdesk").access())
            .build();

    try (InputStream body =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body()) {
      assertThat(body.read()).isEqualTo('{');
      assertThat(own.admin().get(own.path("/admin-events?operationTypes=ACTION")))
          .extracting(event -> event.get("resourcePath").asText())
          .containsExactly("helpshift/profiles");
      body.transferTo(OutputStream.nullOutputStream());
    }
  }

  @Test
  void saysWhichFilterItCannotAnswer() {
    TestRealm own = realm;

    Answer answer =
        call(own, "helpdesk", "GET", "profiles?group=/none&role=none&client_id=none&part=0", null);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("errors").properties())
        .extracting(java.util.Map.Entry::getKey)
        .containsExactly("client_id", "group", "part", "role");
  }

  private static List<String> lines(Answer answer) {
    return answer.orFail().body().lines().toList();
  }

  private static List<String> reasons(Answer answer) {
    return StreamSupport.stream(answer.json().get("refused").spliterator(), false)
        .map(one -> one.get("reason").asText())
        .toList();
  }

  private static List<String> codes(JsonNode check) {
    return StreamSupport.stream(check.get("findings").spliterator(), false)
        .map(one -> one.get("code").asText())
        .collect(Collectors.toList());
  }

  private static List<String> texts(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }

  private Answer call(String admin, String method, String path) {
    return call(admin, method, path, null);
  }

  private Answer call(String admin, String method, String path, String body) {
    return call(realm, admin, method, path, body);
  }

  private Answer call(TestRealm of, String admin, String method, String path, String body) {
    String token = of.oidc().login("admin-cli", admin).access();
    Http request =
        body == null
            ? Http.request(method, url(of, path))
            : Http.request(method, url(of, path), body.replace('\'', '"'))
                .header("Content-Type", "application/json");
    return OPEN_API.require(
        method, "/admin/realms/" + of.name() + "/helpshift/" + path, request.bearer(token).send());
  }

  private String url(String path) {
    return url(realm, path);
  }

  private String url(TestRealm of, String path) {
    return server.url() + "/admin/realms/" + of.name() + "/helpshift/" + path;
  }
}
