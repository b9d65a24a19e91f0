package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static io.github.keycloakhelpshift.it.TokenAnswers.assertRefused;
import static io.github.keycloakhelpshift.it.TokenAnswers.identities;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmImport;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The demo realm, imported from its file in {@code realm-export/}. */
@ExtendWith(KeycloakExtension.class)
class DemoRealmIT {

  private static final Path FILE = Path.of("realm-export/helpshift-demo-realm.json");

  private static TestRealm realm;
  private static String secret;

  @BeforeAll
  static void importRealm(KeycloakServer keycloak) throws IOException {
    ObjectNode json = Json.object(Files.readString(FILE));
    secret = json.at("/components/org.keycloak.keys.KeyProvider/0/config/secret/0").asText();
    realm = RealmImport.post(keycloak, json);
  }

  private static Map<String, String> identitiesOf(String username) {
    Answer answer = realm.token().bearer(realm.oidc().login("web", username).access()).post();
    return identities(assertIssued(answer, secret));
  }

  @Test
  void thePlayersTokenHasWhatThePlayerHas() {
    assertThat(identitiesOf("player"))
        .isEqualTo(
            Map.of(
                "uid", realm.userId("player"),
                "email", "player@example.com",
                "steam_id", "76561198000000001",
                "psn_id", "PatPlays",
                "discord_id", "80351110224678912"));
  }

  @Test
  void othersHaveTheirUidAlone() {
    assertThat(identitiesOf("unverified")).containsOnlyKeys("uid");
    assertThat(identitiesOf("guest")).containsOnlyKeys("uid");
  }

  @Test
  void theSecretIsSaidToBeForTheDemoAlone() {
    assertThat(secret).contains("demo-only");
    assertThat(realm.secrets().get(0).get("name").asText()).contains("DEMO ONLY");
  }

  @Test
  void aPlayerCannotEditHisPlatformIds() {
    String token = realm.oidc().login("web", "player").access();
    ObjectNode account =
        (ObjectNode)
            Http.get(realm.url() + "/account")
                .bearer(token)
                .header("Accept", "application/json")
                .send()
                .orFail()
                .json();
    assertThat(account.at("/attributes/steamId/0").asText()).isEqualTo("76561198000000001");
    account.put("firstName", "Patricia");
    edit(token, account).orFail();

    account.withObject("attributes").putArray("steamId").add("somebody else's");
    account.withObject("attributes").putArray("xboxLiveId").add("somebody else's");

    // It can be refused, or accepted without the ids.
    edit(token, account);

    assertThat(identitiesOf("player"))
        .containsEntry("steam_id", "76561198000000001")
        .doesNotContainKey("xbox_live_id");
  }

  private static Answer edit(String token, ObjectNode account) {
    return Http.request("POST", realm.url() + "/account", account.toString())
        .header("Content-Type", "application/json")
        .bearer(token)
        .send();
  }

  @Test
  void theBackendIsNoPerson() {
    String token =
        realm
            .oidc()
            .grant(
                "game-backend",
                Map.of(
                    "grant_type", "client_credentials",
                    "client_secret", "demo-only-game-backend-secret"))
            .access();

    assertRefused(realm.token().bearer(token).post(), 403, "unauthorized_client");
  }

  @Test
  void theWebAppMustProveItsCode() {
    Answer answer =
        Http.get(
                realm.url()
                    + "/protocol/openid-connect/auth?client_id=web&response_type=code"
                    + "&redirect_uri=http://localhost:3000/")
            .send();

    assertThat(answer.header("Location").orElse("")).contains("error=invalid_request");
  }

  @Test
  void keycloaksPagesLetTheWidgetsFramesLoad() {
    Answer page = Http.get(realm.url() + "/account/").send();

    assertThat(page.header("Content-Security-Policy").orElse(""))
        .containsPattern("frame-src 'self' [^;]*https://\\*\\.helpshift\\.com")
        .contains("frame-ancestors 'self'", "object-src 'none'");
  }
}
