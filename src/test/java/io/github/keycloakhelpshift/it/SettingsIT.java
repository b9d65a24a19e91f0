package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static io.github.keycloakhelpshift.it.TokenAnswers.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.ServerLog;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A setting comes from the mapper, else from the realm, else it is the default; it counts at once.
 */
@ExtendWith(KeycloakExtension.class)
class SettingsIT {

  private static final String STEAM = "helpshift.identity.steam_id";

  private final KeycloakServer keycloak;

  SettingsIT(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  private static RealmTemplate withAnn() {
    return RealmTemplate.working()
        .user(
            "ann",
            "{'email': 'ann@example.com', 'emailVerified': true,"
                + " 'attributes': {'steamA': ['A'], 'steamB': ['B']}}");
  }

  private static Map<String, String> sentFor(TestRealm realm) {
    return assertIssued(asAnn(realm));
  }

  private static Answer asAnn(TestRealm realm) {
    return realm.token().bearer(realm.oidc().login("web", "ann").access()).post();
  }

  @Test
  void theMappersBeforeTheRealmsBeforeTheDefault() {
    TestRealm realm = withAnn().create(keycloak);
    assertThat(sentFor(realm)).doesNotContainKey("steam_id");

    realm.setAttribute(STEAM, "steamA");
    assertThat(sentFor(realm)).containsEntry("steam_id", "A");

    realm.configureMapper(STEAM, "steamB");
    assertThat(sentFor(realm)).containsEntry("steam_id", "B");

    realm.configureMapper(STEAM, "");
    assertThat(sentFor(realm)).containsEntry("steam_id", "A");

    realm.setAttribute(STEAM, "");
    assertThat(sentFor(realm)).doesNotContainKey("steam_id");
  }

  @Test
  void aMapperCanTakeBackWhatTheRealmSends() {
    TestRealm realm =
        withAnn()
            .attribute(STEAM, "steamA")
            .mapper(STEAM, "none")
            .mapper("helpshift.identity.email", "none")
            .create(keycloak);

    assertThat(sentFor(realm)).containsOnlyKeys("uid");
  }

  @Test
  void eachClientHasItsOwn() {
    TestRealm realm =
        withAnn()
            .attribute(STEAM, "steamA")
            .client(
                "plain",
                "{'protocolMappers': [{'name': 'own', 'protocol': 'openid-connect',"
                    + " 'protocolMapper': 'helpshift-identity-token',"
                    + " 'config': {'helpshift.identity.steam_id': 'none'}}]}")
            .create(keycloak);

    assertThat(sentFor(realm)).containsEntry("steam_id", "A");
    assertThat(
            assertIssued(realm.token().bearer(realm.oidc().login("plain", "ann").access()).post()))
        .doesNotContainKey("steam_id");
  }

  @Test
  void theClientsOwnMapperBeforeThatOfAScope() {
    TestRealm realm =
        withAnn()
            .mapper(STEAM, "steamA")
            .mapper("helpshift.identity.discord_id", "steamB")
            .client(
                "web",
                "{'protocolMappers': [{'name': 'own', 'protocol': 'openid-connect',"
                    + " 'protocolMapper': 'helpshift-identity-token',"
                    + " 'config': {'helpshift.identity.steam_id': 'none'}}]}")
            .create(keycloak);

    assertThat(sentFor(realm)).doesNotContainKey("steam_id").containsEntry("discord_id", "B");
  }

  @Test
  void aKeyOfAnotherVersionHarmsNobody() {
    TestRealm realm = withAnn().attribute("helpshift.of_the_future", "yes").create(keycloak);

    assertThat(sentFor(realm)).containsKey("uid");
  }

  @Test
  void aBrokenOneIsNamedInTheLogAndNotToStrangers() {
    TestRealm realm = withAnn().create(keycloak);
    realm.setAttribute("helpshift.email_policy", "sometimes");
    ServerLog.Mark mark = keycloak.log().mark();

    Answer answer = asAnn(realm);

    assertRefused(answer, 503, "temporarily_unavailable");
    assertThat(answer.body()).doesNotContain("email_policy");
    assertThat(mark.since()).containsPattern("WARN .*helpshift\\.email_policy");
    assertThat(realm.event("TOKEN_EXCHANGE_ERROR").at("/details/reason").asText())
        .contains("helpshift.email_policy");
  }

  @Test
  void aToolThatRemovesThemByUpdatingTheRealmLeavesATrace() {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.full_privacy", "true")
            .attribute(STEAM, "steamA")
            .create(keycloak);
    ServerLog.Mark mark = keycloak.log().mark();

    realm.admin().put(realm.path(""), Json.of("{'attributes': {'helpshift.domain': 'acme'}}"));

    assertThat(mark.since())
        .containsPattern("WARN .*" + realm.name() + ".*helpshift\\.full_privacy.*" + STEAM)
        .doesNotContain("steamA");
    assertThat(removals(realm)).hasSize(1);
  }

  /** As Terraform and other tools do, with a token of a client that has no user. */
  @Test
  void theTraceIsAnAdminEventOfTheToolsClient() {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.full_privacy", "true")
            .attribute(STEAM, "steamA")
            .client(
                "terraform",
                "{'secret': 'terraform', 'serviceAccountsEnabled': true, 'fullScopeAllowed': true,"
                    + " 'defaultClientScopes': ['roles']}")
            .user(
                "service-account-terraform",
                "{'serviceAccountClientId': 'terraform',"
                    + " 'clientRoles': {'realm-management': ['realm-admin']}}")
            .create(keycloak);
    String tool = realm.oidc().clientCredentials("terraform").access();

    update(realm, tool, "{'displayName': 'Acme', 'attributes': {'helpshift.domain': 'acme'}}");
    update(realm, tool, "{'displayName': 'Acme again', 'attributes': {'helpshift.domain': 'b'}}");

    assertThat(removals(realm)).hasSize(1);
    JsonNode event = removals(realm).get(0);
    assertThat(Json.of(event.get("representation").asText()).properties())
        .extracting(Map.Entry::getKey)
        .contains("helpshift.full_privacy", STEAM)
        .doesNotContain("helpshift.domain");
    assertThat(event.toString()).doesNotContain("steamA");
    assertThat(event.at("/authDetails/clientId").asText()).isEqualTo(realm.clientUuid("terraform"));
    assertThat(event.at("/authDetails/userId").asText())
        .isEqualTo(realm.userId("service-account-terraform"));
  }

  @Test
  void aRefusedUpdateOfTheRealmLeavesNoTrace() {
    TestRealm realm =
        withAnn()
            .attribute("helpshift.full_privacy", "true")
            .user("viewer", "{'clientRoles': {'realm-management': ['view-realm']}}")
            .create(keycloak);
    ServerLog.Mark mark = keycloak.log().mark();

    Answer answer =
        put(realm, realm.oidc().login("admin-cli", "viewer").access(), "{'attributes': {}}");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(removals(realm)).isEmpty();
    assertThat(mark.since()).doesNotContain("removed its Helpshift settings");
  }

  private static void update(TestRealm realm, String access, String changes) {
    put(realm, access, changes).orFail();
  }

  private static Answer put(TestRealm realm, String access, String changes) {
    return Http.request(
            "PUT",
            realm.server().url() + "/admin/realms" + realm.path(""),
            Json.object(changes).toString())
        .header("Content-Type", "application/json")
        .bearer(access)
        .send();
  }

  /** The admin events of removed settings. */
  private static JsonNode removals(TestRealm realm) {
    return realm.admin().get(realm.path("/admin-events?resourcePath=helpshift/settings"));
  }

  @Test
  void anUpdateOfTheRealmWithoutAttributesRemovesNone() {
    TestRealm realm = withAnn().attribute("helpshift.full_privacy", "true").create(keycloak);
    ServerLog.Mark mark = keycloak.log().mark();

    realm.admin().put(realm.path(""), Json.of("{'displayName': 'Acme'}"));

    assertThat(sentFor(realm)).containsOnlyKeys("uid");
    assertThat(mark.since()).doesNotContain("removed its Helpshift settings");
  }

  @Test
  void aLineBreakInANameForgesNoLineOfTheLog() {
    TestRealm realm =
        withAnn()
            .client(
                "app\nFORGED client",
                "{'publicClient': true, 'directAccessGrantsEnabled': true,"
                    + " 'defaultClientScopes': ['basic', 'helpshift']}")
            .mapper("claim.name", "token\nFORGED claim")
            .mapper("id.token.claim", "true")
            .attribute("helpshift.identity.steam\nFORGED setting", "steamId")
            .create(keycloak);
    ServerLog.Mark mark = keycloak.log().mark();

    String access = realm.oidc().login("app\nFORGED client", "ann").access();
    assertRefused(realm.token().bearer(access).post(), 503, "temporarily_unavailable");

    assertThat(mark.since())
        .contains("FORGED client", "FORGED claim", "FORGED setting")
        .doesNotContainPattern("(?m)^FORGED");
  }

  @Test
  void aRealmWithoutSettingsNeedsOnlyASecret() {
    TestRealm realm = withAnn().create(keycloak);
    realm.update(
        Json.object("{'attributes': {'helpshift.domain': '', 'helpshift.platform_id': ''}}")
            .toString());

    assertThat(sentFor(realm)).containsOnlyKeys("uid", "email");
  }
}
