package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static io.github.keycloakhelpshift.it.TokenAnswers.assertRefused;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenRequest;
import io.github.keycloakhelpshift.support.TokenSet;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(KeycloakExtension.class)
@DisplayName("In a domain without User Hub")
class UserAuthTokenIT {

  private static final String LOGIN = "helpshift.login";
  private static final String DIGEST = "user_auth_token";

  /** Shorter than HS256 allows. */
  private static final String SECRET = "legacy-secret";

  private final KeycloakServer keycloak;

  UserAuthTokenIT(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  private static RealmTemplate withAnn() {
    return RealmTemplate.working()
        .user(
            "ann",
            "{'email': 'ann@example.com', 'emailVerified': true, 'firstName': 'Ann',"
                + " 'lastName': 'Ünal'}")
        .attribute(LOGIN, DIGEST);
  }

  /** With a secret for each of the two ways to log in. */
  private TestRealm create(RealmTemplate template) {
    TestRealm realm = template.create(keycloak);
    realm.addSecret("{'secret': '" + SECRET + "', 'verification': '" + DIGEST + "'}").orFail();
    return realm;
  }

  private static TokenRequest asAnn(TestRealm realm) {
    return realm.token().bearer(realm.oidc().login("web", "ann").access());
  }

  private static Answer webChat(TestRealm realm) {
    return new TokenRequest(realm.url() + "/helpshift/web-chat", Map.of(), null)
        .bearer(realm.oidc().login("web", "ann").access())
        .send("GET");
  }

  private static JsonNode config(Answer webChat) {
    assertThat(webChat.status()).as(webChat.body()).isEqualTo(200);
    return webChat.json().get("helpshiftConfig");
  }

  private static String digest(String message) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(UTF_8)));
  }

  @Test
  @DisplayName("token answers the user and the digest, and the event says which kind it was")
  void token() throws Exception {
    TestRealm realm =
        create(
            withAnn()
                .attribute("helpshift.identity.steam_id", "username")
                .attribute("helpshift.user_data.global.first_name", "firstName"));
    String uid = realm.userId("ann");

    Answer answer =
        asAnn(realm).accept("application/jwt").json("{\"userId\": \"" + uid + "\"}").post();

    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).hasValue("application/json");
    assertThat(answer.json())
        .isEqualTo(
            Json.object(
                    "{'userEmail': 'ann@example.com', 'userName': 'Ann Ünal',"
                        + " 'full_privacy_enabled': false,"
                        + " 'user_data': {'global': {'first_name': 'Ann'}, 'app': {}}}")
                .put("userId", uid)
                .put("userAuthToken", digest(uid + "ann@example.com")));
    assertThat(realm.event("TOKEN_EXCHANGE").get("details"))
        .isEqualTo(
            Json.of(
                "{'token_type': 'helpshift-user-auth-token',"
                    + " 'auth_method': 'validate_access_token', 'identities': 'uid,email',"
                    + " 'left_out': 'steam_id:USER_HUB_ONLY'}"));
  }

  @Test
  @DisplayName("web-chat logs the user in by the config, and leaves an event; a visitor has none")
  void webChat() throws Exception {
    TestRealm realm = create(withAnn());
    String uid = realm.userId("ann");

    JsonNode config = config(webChat(realm));

    assertThat(config)
        .isEqualTo(
            Json.object(
                    "{'platformId': 'acme_platform_1', 'domain': 'acme',"
                        + " 'clearAnonymousUserOnLogin': true, 'userEmail': 'ann@example.com',"
                        + " 'userName': 'Ann Ünal'}")
                .put("userId", uid)
                .put("userAuthToken", digest(uid + "ann@example.com")));
    JsonNode event = realm.event("TOKEN_EXCHANGE");
    assertThat(event.get("clientId").asText()).isEqualTo("web");
    assertThat(event.at("/details/token_type").asText()).isEqualTo("helpshift-user-auth-token");
    assertThat(event.toString()).doesNotContain("ann@example.com", digest(uid + "ann@example.com"));
    JsonNode anonymous =
        config(
            new TokenRequest(realm.url() + "/helpshift/web-chat?client_id=web", Map.of(), null)
                .send("GET"));
    assertThat(anonymous)
        .isEqualTo(
            Json.of(
                "{'platformId': 'acme_platform_1', 'domain': 'acme',"
                    + " 'clearAnonymousUserOnLogin': true}"));
  }

  @Test
  @DisplayName("full privacy leaves only the id, and the digest is of the id only")
  void fullPrivacy() throws Exception {
    TestRealm realm = create(withAnn().attribute("helpshift.full_privacy", "true"));
    String uid = realm.userId("ann");

    JsonNode token = asAnn(realm).post().json();
    JsonNode config = config(webChat(realm));

    assertThat(token)
        .isEqualTo(
            Json.object("{'full_privacy_enabled': true, 'user_data': {'global': {}, 'app': {}}}")
                .put("userId", uid)
                .put("userAuthToken", digest(uid)));
    assertThat(config.get("fullPrivacy").asBoolean()).isTrue();
    assertThat(config.get("userAuthToken").asText()).isEqualTo(digest(uid));
    assertThat(config.has("userEmail") || config.has("userName")).isFalse();
  }

  @ParameterizedTest(name = "{0}: in userinfo {1}, in the ID token {2}")
  @DisplayName("the mapper's claim holds the digest, only in userinfo and the ID token")
  @CsvSource({
    "userinfo.token.claim, true, false",
    "id.token.claim, false, true",
    "access.token.claim, false, false",
    "introspection.token.claim, false, false"
  })
  void claim(String place, boolean inUserinfo, boolean inIdToken) throws Exception {
    // As in an imported realm, because the form refuses the last two.
    TestRealm realm =
        create(
            withAnn()
                .attribute(LOGIN, "identities")
                .mapper("claim.name", "helpshift")
                .mapper("helpshift.claim.format", DIGEST)
                .mapper("userinfo.token.claim", "false")
                .mapper(place, "true"));
    TokenSet tokens = realm.oidc().login("backend", "ann");
    String digest = digest(realm.userId("ann") + "ann@example.com");

    assertThat(realm.oidc().userinfo(tokens).json().path("helpshift").asText())
        .isEqualTo(inUserinfo ? digest : "");
    assertThat(Jose.payload(tokens.id()).path("helpshift").asText())
        .isEqualTo(inIdToken ? digest : "");
    assertThat(Jose.payload(tokens.access()).has("helpshift")).isFalse();
    assertThat(realm.oidc().introspect("backend", tokens).has("helpshift")).isFalse();
  }

  @Test
  @DisplayName("one setting moves a realm that has both secrets to User Hub and back")
  void move() throws Exception {
    TestRealm realm = create(withAnn());
    String digest = digest(realm.userId("ann") + "ann@example.com");
    assertThat(asAnn(realm).post().json().get("userAuthToken").asText()).isEqualTo(digest);

    realm.setAttribute(LOGIN, "identities");
    assertThat(assertIssued(asAnn(realm).post())).containsEntry("email", "ann@example.com");
    JsonNode config = config(webChat(realm));
    assertThat(config.get("authenticateWith").asText()).isEqualTo("identities");
    assertThat(config.has("userAuthToken") || config.has("userName")).isFalse();

    realm.setAttribute(LOGIN, DIGEST);
    assertThat(asAnn(realm).post().json().get("userAuthToken").asText()).isEqualTo(digest);
  }

  @Test
  @DisplayName("a client scope's mapper can move some clients first")
  void moveByScope() throws Exception {
    TestRealm realm = create(withAnn().attribute(LOGIN, "identities"));

    realm.configureMapper(LOGIN, DIGEST);

    assertThat(asAnn(realm).post().json().get("userAuthToken").asText())
        .isEqualTo(digest(realm.userId("ann") + "ann@example.com"));
  }

  @Test
  @DisplayName("the secret may be in the vault, for the key provider and for the setting")
  void vault() throws Exception {
    TestRealm realm = withAnn().create(keycloak);
    keycloak.putVaultSecret(realm.name(), "legacy", SECRET);
    String digest = digest(realm.userId("ann") + "ann@example.com");

    realm.setAttribute("helpshift.secret", "${vault.legacy}");
    assertThat(asAnn(realm).post().json().get("userAuthToken").asText()).isEqualTo(digest);

    realm.setAttribute("helpshift.secret", "");
    realm.addSecret("{'secret': '${vault.legacy}', 'verification': '" + DIGEST + "'}").orFail();
    assertThat(asAnn(realm).post().json().get("userAuthToken").asText()).isEqualTo(digest);
  }

  @Test
  @DisplayName("the secret of User Hub signs no digest: 503 at both endpoints, and a finding")
  void missingSecret() {
    TestRealm realm = withAnn().create(keycloak);

    assertRefused(asAnn(realm).post(), 503, "temporarily_unavailable");
    assertRefused(webChat(realm), 503, "temporarily_unavailable");

    JsonNode event = realm.event("TOKEN_EXCHANGE_ERROR");
    assertThat(event.at("/details/token_type").asText()).isEqualTo("helpshift-user-auth-token");
    assertThat(findings(realm)).contains("SECRET_MISSING", "USER_AUTH_TOKEN_NEVER_EXPIRES");
  }

  @Test
  @DisplayName("an unknown way to log in is 503 at both endpoints, and a finding")
  void unknownLogin() {
    TestRealm realm = create(withAnn().attribute(LOGIN, "legacy"));

    assertRefused(asAnn(realm).post(), 503, "temporarily_unavailable");
    assertRefused(webChat(realm), 503, "temporarily_unavailable");
    assertThat(findings(realm)).contains("SETTING_INVALID");
  }

  @ParameterizedTest(name = "{0}")
  @DisplayName("a page that expects somebody else is refused")
  @CsvSource({
    "userId, someone, CONFIG_JWT_USER_ID_MISMATCH",
    "userEmail, bob@example.com, CONFIG_JWT_EMAIL_MISMATCH"
  })
  void mismatch(String member, String value, String error) {
    TestRealm realm = create(withAnn());

    assertRefused(
        asAnn(realm).json(Json.object("{}").put(member, value).toString()).post(), 409, error);
  }

  @Test
  @DisplayName("a user with neither id nor email is not verified: 422, and an anonymous chat")
  void nobody() {
    TestRealm realm =
        create(
            withAnn()
                .attribute("helpshift.full_privacy", "true")
                .attribute("helpshift.identity.uid", "none"));

    assertRefused(asAnn(realm).post(), 422, "USERID_AND_EMAIL_MISSING");
    assertAnonymous(webChat(realm));
  }

  @Test
  @DisplayName("nobody else gets a digest: not a service account, not an admin who impersonates")
  void ineligible() {
    TestRealm realm = create(withAnn());
    String access = realm.oidc().clientCredentials("backend").access();

    assertRefused(realm.token().bearer(access).post(), 403, "access_denied");
    assertAnonymous(
        new TokenRequest(realm.url() + "/helpshift/web-chat", Map.of(), null)
            .bearer(access)
            .send("GET"));
    Browser admins = realm.impersonate("ann");
    admins.singleSignOn("web");
    TokenRequest page = new TokenRequest(realm.url() + "/helpshift/web-chat", Map.of(), null);
    assertAnonymous(page.cookie(admins, "web", RealmTemplate.WEB_ORIGIN).send("GET"));
  }

  private static void assertAnonymous(Answer webChat) {
    JsonNode config = config(webChat);
    assertThat(config.has("userId") || config.has("userEmail") || config.has("userName")).isFalse();
    assertThat(config.has("userAuthToken")).isFalse();
  }

  @Test
  @DisplayName("the preview shows who the user would be, never the digest")
  void preview() throws Exception {
    TestRealm realm = create(withAnn().attribute("helpshift.identity.steam_id", "username"));
    String uid = realm.userId("ann");

    ObjectNode preview =
        (ObjectNode) realm.admin().get(realm.path("/helpshift/users/" + uid + "/preview"));

    assertThat(preview.get("login").asText()).isEqualTo(DIGEST);
    assertThat(preview.get("would_be_signed").asBoolean()).isTrue();
    assertThat(preview.get("verified_user"))
        .isEqualTo(
            Json.object("{'userEmail': 'ann@example.com', 'userName': 'Ann Ünal'}")
                .put("userId", uid));
    assertThat(preview.has("payload")).isFalse();
    assertThat(preview.at("/left_out/0/reason").asText()).isEqualTo("USER_HUB_ONLY");
    assertThat(preview.toString()).doesNotContain(digest(uid + "ann@example.com"));
  }

  private static Iterable<String> findings(TestRealm realm) {
    return realm
        .admin()
        .get(realm.path("/helpshift/check"))
        .get("findings")
        .findValuesAsText("code");
  }
}
