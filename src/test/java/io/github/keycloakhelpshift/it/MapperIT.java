package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.identities;
import static io.github.keycloakhelpshift.it.TokenAnswers.verified;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.ServerLog;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The claim of the protocol mapper: where it is, what it contains, and that it breaks no login. */
@ExtendWith(KeycloakExtension.class)
class MapperIT {

  private static final String CLAIM = "helpshift";
  private static final String ACCESS = "access token";
  private static final String ID = "ID token";
  private static final String USERINFO = "userinfo";
  private static final String INTROSPECTION = "introspection";

  private final KeycloakServer keycloak;

  MapperIT(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  private static RealmTemplate withAnn() {
    return RealmTemplate.working()
        .user("ann", "{'email': 'ann@example.com', 'emailVerified': true}");
  }

  /** Returns everything that Keycloak tells a client about its user, by place. */
  private static Map<String, JsonNode> told(TestRealm realm) {
    TokenSet tokens = realm.oidc().login("backend", "ann");
    Map<String, JsonNode> told = new LinkedHashMap<>();
    told.put(ACCESS, Jose.payload(tokens.access()));
    told.put(ID, Jose.payload(tokens.id()));
    Answer userinfo = realm.oidc().userinfo(tokens);
    if (userinfo.status() == 200) { // A lightweight token has no such place.
      told.put(USERINFO, userinfo.json());
    }
    told.put(INTROSPECTION, realm.oidc().introspect("backend", tokens));
    assertThat(told.get(INTROSPECTION).get("active").asBoolean()).isTrue();
    return told;
  }

  private static List<String> placesOfClaim(Map<String, JsonNode> told) {
    return told.entrySet().stream()
        .filter(place -> place.getValue().has(CLAIM))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * One row.
   *
   * @param on the switch that is on
   * @param signed where a signed claim then is
   * @param plain where the plain identities then are
   */
  private record Row(String on, boolean lightweight, List<String> signed, List<String> plain) {}

  static Stream<Row> switches() {
    return Stream.of(
        new Row("id.token.claim", false, List.of(ID), List.of(ID)),
        new Row("userinfo.token.claim", false, List.of(USERINFO), List.of(USERINFO)),
        new Row("introspection.token.claim", false, List.of(), List.of(INTROSPECTION)),
        new Row("access.token.claim", false, List.of(), List.of(ACCESS)),
        new Row("lightweight.claim", false, List.of(), List.of()),
        new Row("access.token.claim", true, List.of(), List.of()),
        new Row("lightweight.claim", true, List.of(), List.of(ACCESS)),
        new Row("introspection.token.claim", true, List.of(), List.of(INTROSPECTION)));
  }

  @ParameterizedTest
  @MethodSource("switches")
  void claimIsWhereTheSwitchesSay(Row row) {
    TestRealm realm = realmOf(row, "token");

    Map<String, JsonNode> told = told(realm);

    assertThat(placesOfClaim(told)).isEqualTo(row.signed());
    row.signed()
        .forEach(
            place ->
                assertThat(
                        identities(
                            verified(told.get(place).get(CLAIM).asText(), RealmTemplate.SECRET)))
                    .isEqualTo(Map.of("uid", realm.userId("ann"), "email", "ann@example.com")));
  }

  @ParameterizedTest
  @MethodSource("switches")
  void plainIdentitiesAreWhereverTheSwitchesSay(Row row) {
    assertThat(placesOfClaim(told(realmOf(row, "identities")))).isEqualTo(row.plain());
  }

  private TestRealm realmOf(Row row, String format) {
    RealmTemplate template =
        withAnn().mapper("claim.name", CLAIM).mapper("helpshift.claim.format", format);
    for (String key :
        List.of(
            "id.token.claim",
            "userinfo.token.claim",
            "introspection.token.claim",
            "access.token.claim",
            "lightweight.claim")) {
      template.mapper(key, String.valueOf(key.equals(row.on())));
    }
    return template
        .client(
            "backend",
            "{'attributes': {'client.use.lightweight.access.token.enabled': "
                + row.lightweight()
                + "}}")
        .create(keycloak);
  }

  @Test
  void thereIsNoClaimWithoutAName() {
    TestRealm realm =
        withAnn()
            .mapper("id.token.claim", "true")
            .mapper("access.token.claim", "true")
            .create(keycloak);

    told(realm)
        .forEach(
            (place, claims) -> assertThat(claims.toString()).as(place).doesNotContain("identit"));
  }

  @Test
  void thePlainIdentitiesWhereTheFormatSaysSo() {
    TestRealm realm =
        withAnn()
            .mapper("claim.name", CLAIM)
            .mapper("id.token.claim", "true")
            .mapper("helpshift.claim.format", "identities")
            .attribute("helpshift.identity.uid.metadata.name", "username")
            .create(keycloak);

    assertThat(told(realm).get(ID).get(CLAIM))
        .isEqualTo(
            Json.of(
                "[{'identifier': 'uid', 'value': 'UID', 'metadata': {'name': 'ann'}},"
                        .replace("UID", realm.userId("ann"))
                    + " {'identifier': 'email', 'value': 'ann@example.com'}]"));
  }

  @Test
  void aNameWithDotsIsAPath() {
    TestRealm realm =
        withAnn()
            .mapper("claim.name", "apps.helpshift")
            .mapper("id.token.claim", "true")
            .create(keycloak);

    assertThat(told(realm).get(ID).at("/apps/helpshift").asText()).startsWith("eyJ");
  }

  static Stream<UnaryOperator<RealmTemplate>> withoutToken() {
    return Stream.of(
        template ->
            template
                .attribute("helpshift.identity.uid", "none")
                .user("ann", "{'emailVerified': false}"),
        RealmTemplate::withoutSecret,
        template -> template.attribute("helpshift.secret", "${vault.nothing_there}"),
        template -> template.attribute("helpshift.email_policy", "sometimes"),
        template -> template.mapper("helpshift.identity.uid", "idp:"));
  }

  @ParameterizedTest
  @MethodSource("withoutToken")
  void whoCannotHaveATokenStillLogsIn(UnaryOperator<RealmTemplate> broken) {
    TestRealm realm =
        broken
            .apply(
                withAnn()
                    .mapper("claim.name", CLAIM)
                    .mapper("id.token.claim", "true")
                    .mapper("access.token.claim", "true")
                    .mapper("userinfo.token.claim", "true")
                    .mapper("introspection.token.claim", "true"))
            .create(keycloak);

    assertThat(placesOfClaim(told(realm))).isEmpty();
    assertThat(realm.browser().login("web", "ann").id()).isNotNull();
  }

  @Test
  void aBrokenSettingIsNamedInTheLog() {
    TestRealm realm =
        withAnn()
            .mapper("claim.name", CLAIM)
            .mapper("id.token.claim", "true")
            .attribute("helpshift.email_policy", "sometimes")
            .create(keycloak);
    ServerLog.Mark mark = keycloak.log().mark();

    told(realm);

    assertThat(mark.since()).containsPattern("WARN .*helpshift\\.email_policy");
  }

  @Test
  void noClaimForAServiceAccount() {
    TestRealm realm =
        withAnn().mapper("claim.name", CLAIM).mapper("access.token.claim", "true").create(keycloak);

    TokenSet tokens = realm.oidc().clientCredentials("backend");

    assertThat(Jose.payload(tokens.access()).has(CLAIM)).isFalse();
  }

  @Test
  void noClaimForAnAdminWhoImpersonates() {
    TestRealm realm =
        withAnn().mapper("claim.name", CLAIM).mapper("id.token.claim", "true").create(keycloak);

    TokenSet tokens = realm.impersonate("ann").singleSignOn("web");

    assertThat(Jose.payload(tokens.id()).has(CLAIM)).isFalse();
  }

  /** Otherwise admins who may view users and clients could read anybody's valid token there. */
  @ParameterizedTest
  @ValueSource(strings = {"access-token", "id-token", "userinfo"})
  void noClaimInAnExampleThatAnAdminGenerates(String what) {
    RealmTemplate template = withAnn().mapper("claim.name", CLAIM);
    for (String place : List.of("id.token.claim", "access.token.claim", "userinfo.token.claim")) {
      template.mapper(place, "true");
    }
    TestRealm realm = template.create(keycloak);

    JsonNode example =
        realm
            .admin()
            .get(
                realm.path(
                    "/clients/%s/evaluate-scopes/generate-example-%s?scope=openid&userId=%s"
                        .formatted(realm.clientUuid("web"), what, realm.userId("ann"))));

    assertThat(example.get("sub").asText()).isEqualTo(realm.userId("ann"));
    assertThat(example.has(CLAIM)).isFalse();
  }

  /**
   * Otherwise admins who may only view a client's authorization could read anybody's claim there.
   */
  @Test
  void noClaimInAnEvaluationOfPolicies() {
    TestRealm realm =
        withAnn()
            .mapper("claim.name", CLAIM)
            .mapper("helpshift.claim.format", "identities")
            .mapper("access.token.claim", "true")
            .client(
                "guarded",
                "{'secret': 'guarded', 'serviceAccountsEnabled': true,"
                    + " 'authorizationServicesEnabled': true}")
            .create(keycloak);

    JsonNode evaluation =
        realm
            .admin()
            .post(
                realm.path(
                    "/clients/"
                        + realm.clientUuid("guarded")
                        + "/authz/resource-server/policy/evaluate"),
                Json.object(
                        "{'resources': [], 'roleIds': [], 'context': {'attributes': {}},"
                            + " 'entitlements': true}")
                    .put("clientId", realm.clientUuid("web"))
                    .put("userId", realm.userId("ann")))
            .json();

    assertThat(evaluation.at("/rpt/sub").asText()).isEqualTo(realm.userId("ann"));
    assertThat(evaluation.get("rpt").has(CLAIM)).isFalse();
  }

  /** For a client without a login Keycloak makes a copy of the session that it does not store. */
  @Test
  void anExchangedTokenHasTheClaimOfAClientThatTheUserHasLoggedInTo() {
    TestRealm realm =
        withAnn()
            .mapper("claim.name", CLAIM)
            .mapper("userinfo.token.claim", "true")
            .mapper("id.token.claim", "true")
            .client("plain", RealmTemplate.AUDIENCE_BACKEND)
            .client("backend", RealmTemplate.EXCHANGES_TOKENS)
            .create(keycloak);
    TokenSet own = realm.oidc().login("backend", "ann");
    assertThat(realm.oidc().userinfo(own).json().has(CLAIM)).isTrue();
    TokenSet foreign = realm.oidc().login("plain", "ann");

    TokenSet ofOwn = exchanged(realm, own);
    assertThat(realm.oidc().userinfo(ofOwn).orFail().json().has(CLAIM)).isTrue();
    TokenSet ofForeign = exchanged(realm, foreign);
    assertThat(realm.oidc().userinfo(ofForeign).orFail().json().has(CLAIM)).isFalse();
    assertThat(Jose.payload(ofForeign.id()).get("sub").asText()).isEqualTo(realm.userId("ann"));
    assertThat(Jose.payload(ofForeign.id()).has(CLAIM)).isFalse();
  }

  private static TokenSet exchanged(TestRealm realm, TokenSet tokens) {
    return realm
        .oidc()
        .grant(
            "backend",
            Map.of(
                "grant_type", "urn:ietf:params:oauth:grant-type:token-exchange",
                "subject_token", tokens.access(),
                "subject_token_type", "urn:ietf:params:oauth:token-type:access_token",
                "scope", "openid"));
  }

  @Test
  void aSwitchThatDoesNothingIsRefusedWhenItIsSaved() {
    TestRealm realm = withAnn().create(keycloak);

    Answer answer =
        realm
            .admin()
            .send(
                "POST",
                realm.path("/clients/" + realm.clientUuid("plain") + "/protocol-mappers/models"),
                Json.of(
                    "{'name': 'own', 'protocol': 'openid-connect',"
                        + " 'protocolMapper': 'helpshift-identity-token',"
                        + " 'config': {'claim.name': 'helpshift', 'access.token.claim': 'true'}}"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("access.token.claim", "only into userinfo and the ID token");
  }

  @Test
  void aClaimThatNoSecretSignsIsRefusedWhenItIsSaved() {
    TestRealm realm = withAnn().create(keycloak);
    String config =
        "{'name': 'own', 'protocol': 'openid-connect',"
            + " 'protocolMapper': 'helpshift-identity-token',"
            + " 'config': {'claim.name': 'helpshift', 'userinfo.token.claim': 'true',"
            + " 'helpshift.claim.format': 'user_auth_token'}}";
    String mappers =
        realm.path("/clients/" + realm.clientUuid("backend") + "/protocol-mappers/models");

    Answer refused = realm.admin().send("POST", mappers, Json.of(config));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.body()).contains("helpshift-secret with Verification user_auth_token");
    assertThat(findings(realm)).doesNotContain("SECRET_MISSING");

    realm.addSecret("{'secret': 'a-secret-key', 'verification': 'user_auth_token'}").orFail();
    realm.admin().post(mappers, Json.of(config));
    assertThat(realm.oidc().userinfo(realm.oidc().login("backend", "ann")).json().has("helpshift"))
        .isTrue();

    realm.secrets().stream()
        .filter(secret -> secret.at("/config/verification/0").asText().equals("user_auth_token"))
        .forEach(
            secret -> realm.admin().delete(realm.path("/components/" + secret.get("id").asText())));
    assertThat(findings(realm)).contains("SECRET_MISSING");
  }

  private static List<String> findings(TestRealm realm) {
    return realm
        .admin()
        .get(realm.path("/helpshift/check"))
        .get("findings")
        .findValuesAsText("code");
  }

  @Test
  void aBrokenSettingIsRefusedWhenItIsSaved() {
    TestRealm realm = withAnn().create(keycloak);

    Answer answer =
        realm
            .admin()
            .send(
                "POST",
                realm.path(
                    "/client-scopes/" + realm.clientScopeId("email") + "/protocol-mappers/models"),
                Json.of(
                    "{'name': 'ours', 'protocol': 'openid-connect',"
                        + " 'protocolMapper': 'helpshift-identity-token',"
                        + " 'config': {'helpshift.email_policy': 'sometimes'}}"));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("helpshift.email_policy", "is not one of verified, any");
  }
}
