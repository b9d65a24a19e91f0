package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static io.github.keycloakhelpshift.it.TokenAnswers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.SinceKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The tokens of OAuth's other grants: a person's own login gives them, or somebody else does. */
@ExtendWith(KeycloakExtension.class)
class GrantsIT {

  private static final String CLAIM = "helpshift";
  private static final String DEVICES =
      "{'attributes': {'oauth2.device.authorization.grant.enabled': 'true'}}";
  private static final String EXCHANGE = "urn:ietf:params:oauth:grant-type:token-exchange";

  private final KeycloakServer keycloak;

  GrantsIT(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  private static RealmTemplate withAnn() {
    return RealmTemplate.working()
        .user("ann", "{'email': 'ann@example.com', 'emailVerified': true}");
  }

  @Test
  @DisplayName("a device that a user lets in gets their identity token")
  void device() {
    TestRealm realm = withAnn().client("web", DEVICES).create(keycloak);
    JsonNode device = device(realm);

    realm.browser().approveDevice(device.get("verification_uri_complete").asText(), "ann");

    assertThat(assertIssued(realm.token().bearer(tokensOf(realm, device).access()).post()))
        .containsEntry("uid", realm.userId("ann"));
  }

  @Test
  @DisplayName("a device that an impersonating admin lets in gets none")
  void deviceOfAnImpersonator() {
    TestRealm realm = withAnn().client("web", DEVICES).create(keycloak);
    JsonNode device = device(realm);

    realm.impersonate("ann").approveDevice(device.get("verification_uri_complete").asText());

    assertRefused(
        realm.token().bearer(tokensOf(realm, device).access()).post(), 403, "access_denied");
  }

  @Test
  @DisplayName("an offline session that begins in an impersonated one is not the user's own")
  void offlineSessionOfAnImpersonator() {
    TestRealm realm = withAnn().create(keycloak);
    TokenSet offline = realm.impersonate("ann").singleSignOn("web", "openid offline_access");
    // The session of the login; newer versions store only the offline session from the start.
    realm
        .admin()
        .send(
            "DELETE",
            realm.path("/sessions/" + Jose.payload(offline.access()).get("sid").asText()));

    TokenSet refreshed = realm.oidc().refresh("web", offline);

    assertRefused(realm.token().bearer(refreshed.access()).post(), 403, "access_denied");
  }

  @Test
  @DisplayName("a refresh that asks for less gives an access token that counts for less")
  void narrowedRefresh() {
    TestRealm realm = withAnn().optionalScopes("web", "helpshift", "email").create(keycloak);
    TokenSet tokens = realm.oidc().login("web", "ann", "openid helpshift email");
    assertIssued(realm.token().bearer(tokens.access()).post());

    TokenSet narrowed = refresh(realm, tokens, "openid email");
    assertRefused(realm.token().bearer(narrowed.access()).post(), 403, "insufficient_scope");

    TokenSet whole = refresh(realm, narrowed, "openid helpshift email");
    assertIssued(realm.token().bearer(whole.access()).post());
  }

  @Test
  @DisplayName("a scope that tokens do not show counts for the logins that asked for it")
  void hiddenOptionalScope() {
    TestRealm realm = withAnn().optionalScopes("web", "helpshift").create(keycloak);
    realm.updateClientScope("helpshift", "{'attributes': {'include.in.token.scope': 'false'}}");

    assertIssued(
        realm.token().bearer(realm.oidc().login("web", "ann", "openid helpshift").access()).post());
    assertRefused(
        realm.token().bearer(realm.oidc().login("web", "ann", "openid").access()).post(),
        403,
        "insufficient_scope");
  }

  @Test
  @DisplayName("a scope of an organization counts for its members")
  void organization() {
    TestRealm realm =
        withAnn()
            .with("{'organizationsEnabled': true}")
            .user("bob", "{}")
            .client(
                "web",
                "{'defaultClientScopes': ['basic', 'web-origins'],"
                    + " 'optionalClientScopes': ['organization']}")
            .create(keycloak);
    realm
        .admin()
        .post(
            realm.path(
                "/client-scopes/"
                    + realm.clientScopeId("organization")
                    + "/protocol-mappers/models"),
            Json.object(
                "{'name': 'ours', 'protocol': 'openid-connect',"
                    + " 'protocolMapper': 'helpshift-identity-token'}"));
    realm
        .admin()
        .post(
            realm.path("/organizations"),
            Json.object("{'name': 'guild', 'domains': [{'name': 'guild.example'}]}"));
    String guild = realm.admin().get(realm.path("/organizations")).at("/0/id").asText();
    realm
        .admin()
        .post(
            realm.path("/organizations/" + guild + "/members"), "\"" + realm.userId("ann") + "\"");

    String access = realm.oidc().login("web", "ann", "openid organization:guild").access();
    assertIssued(realm.token().bearer(access).post());
    for (String other :
        new String[] {
          realm.oidc().login("web", "ann", "openid").access(),
          realm.oidc().login("web", "bob", "openid organization:guild").access()
        }) {
      assertRefused(realm.token().bearer(other).post(), 403, "insufficient_scope");
    }

    realm.admin().delete(realm.path("/organizations/" + guild));
    assertRefused(realm.token().bearer(access).post(), 403, "insufficient_scope");
  }

  /**
   * Otherwise an API could trade an access token that was granted less for one that counts for
   * more.
   */
  @Test
  @DisplayName("a token of permissions has the scopes of another client, and is refused")
  void permissions() {
    TestRealm realm =
        withAnn()
            .optionalScopes("web", "helpshift")
            .client("guarded", RealmTemplate.RESOURCE_SERVER)
            .create(keycloak);
    TokenSet tokens = realm.oidc().login("web", "ann", "openid");
    assertRefused(realm.token().bearer(tokens.access()).post(), 403, "insufficient_scope");

    String permissions = realm.oidc().permissions(tokens, "guarded").access();

    assertThat(Jose.payload(permissions).get("scope").asText()).contains("helpshift");
    assertThat(Jose.payload(permissions).get("azp").asText()).isEqualTo("web");
    assertRefused(realm.token().bearer(permissions).post(), 401, "invalid_token");
  }

  @Test
  @DisplayName("an exchange that asks for less gives an access token that counts for less")
  void narrowedExchange() {
    TestRealm realm =
        withAnn()
            .client("backend", RealmTemplate.EXCHANGES_TOKENS)
            .optionalScopes("backend", "helpshift", "email")
            .create(keycloak);
    TokenSet tokens = realm.oidc().login("backend", "ann", "openid helpshift email");

    assertIssued(
        realm.token().bearer(exchanged(realm, tokens, "openid helpshift").access()).post());
    assertRefused(
        realm.token().bearer(exchanged(realm, tokens, "openid email").access()).post(),
        403,
        "insufficient_scope");
  }

  @Test
  @DisplayName("an exchanged token of an impersonated session is not the user's own")
  void exchangeOfAnImpersonator() {
    TestRealm realm =
        withAnn()
            .client("plain", RealmTemplate.AUDIENCE_BACKEND)
            .client("backend", RealmTemplate.EXCHANGES_TOKENS)
            .create(keycloak);
    TokenSet plain = realm.impersonate("ann").singleSignOn("plain");

    TokenSet exchanged = realm.oidc().exchange("backend", plain);

    assertRefused(realm.token().bearer(exchanged.access()).post(), 403, "access_denied");
  }

  @Test
  @DisplayName("an exchanged token of a service account is nobody's")
  void exchangeOfAServiceAccount() {
    TestRealm realm = withAnn().client("backend", RealmTemplate.EXCHANGES_TOKENS).create(keycloak);

    TokenSet exchanged =
        realm.oidc().exchange("backend", realm.oidc().clientCredentials("backend"));

    assertThat(realm.token().bearer(exchanged.access()).post().status()).isIn(401, 403);
  }

  @Test
  @SinceKeycloak(value = "26.7", because = "the grant was a preview or missing")
  @DisplayName("another server's assertion is no login: no identity token and no claim")
  void assertionOfAnotherServer() {
    TestRealm home = RealmTemplate.working().user("carl", "{}").create(keycloak);
    TestRealm realm =
        withAnn()
            .mapper("claim.name", CLAIM)
            .mapper("helpshift.claim.format", "identities")
            .mapper("access.token.claim", "true")
            .client(
                "backend",
                "{'attributes': {'oauth2.jwt.authorization.grant.enabled': 'true',"
                    + " 'oauth2.jwt.authorization.grant.idp': 'home'}}")
            .create(keycloak);
    realm.broker("home", home, "{'jwtAuthorizationGrantEnabled': 'true'}");
    realm.link("ann", "home", home.userId("carl"));
    String assertion =
        Jose.resigned(
            home.oidc().login("backend", "carl").id(), claims -> claims.put("aud", realm.url()));

    TokenSet tokens =
        realm
            .oidc()
            .grant(
                "backend",
                Map.of(
                    "grant_type",
                    "urn:ietf:params:oauth:grant-type:jwt-bearer",
                    "assertion",
                    assertion,
                    "scope",
                    "openid"));

    assertThat(Jose.payload(tokens.access()).get("sub").asText()).isEqualTo(realm.userId("ann"));
    assertThat(Jose.payload(tokens.access()).has(CLAIM)).isFalse();
    assertRefused(realm.token().bearer(tokens.access()).post(), 401, "invalid_token");
  }

  @Test
  @DisplayName("Keycloak's other tokens are no access tokens")
  void otherTokens() {
    TestRealm realm = withAnn().create(keycloak);
    Browser browser = realm.browser();
    browser.login("web", "ann");
    String cookie = browser.cookies().replaceFirst(".*KEYCLOAK_IDENTITY=([^;]+).*", "$1");
    String initial =
        realm
            .admin()
            .post(
                realm.path("/clients-initial-access"),
                Json.object("{'count': 1, 'expiration': 60}"))
            .json()
            .get("token")
            .asText();
    realm.updateClient("web", "{'attributes': {'user.info.response.signature.alg': 'RS256'}}");
    String userinfo = realm.oidc().userinfo(realm.oidc().login("web", "ann")).orFail().body();

    for (String token : new String[] {cookie, initial, userinfo}) {
      assertThat(Jose.payload(token).size()).isPositive();
      assertRefused(realm.token().bearer(token).post(), 401, "invalid_token");
    }
  }

  private static JsonNode device(TestRealm realm) {
    return Http.postForm(
            realm.url() + "/protocol/openid-connect/auth/device",
            Map.of("client_id", "web", "scope", "openid"))
        .send()
        .orFail()
        .json();
  }

  private static TokenSet tokensOf(TestRealm realm, JsonNode device) {
    return realm
        .oidc()
        .grant(
            "web",
            Map.of(
                "grant_type",
                "urn:ietf:params:oauth:grant-type:device_code",
                "device_code",
                device.get("device_code").asText()));
  }

  private static TokenSet refresh(TestRealm realm, TokenSet tokens, String scope) {
    return realm
        .oidc()
        .grant(
            "web",
            Map.of(
                "grant_type", "refresh_token", "refresh_token", tokens.refresh(), "scope", scope));
  }

  private static TokenSet exchanged(TestRealm realm, TokenSet tokens, String scope) {
    return realm
        .oidc()
        .grant(
            "backend",
            Map.of(
                "grant_type",
                EXCHANGE,
                "subject_token",
                tokens.access(),
                "subject_token_type",
                "urn:ietf:params:oauth:token-type:access_token",
                "scope",
                scope));
  }
}
