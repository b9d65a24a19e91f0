package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertRefused;
import static io.github.keycloakhelpshift.it.TokenAnswers.identities;
import static io.github.keycloakhelpshift.it.TokenAnswers.verified;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@DisplayName("docs/backends.md: each command")
@ExtendWith(KeycloakExtension.class)
class BackendDocsIT {

  private static final Pattern COMMAND = Pattern.compile("(?s)```sh\n(.*?)```");

  private TestRealm realm;
  private List<String> commands;

  @BeforeEach
  void createRealm(KeycloakServer keycloak) throws IOException {
    realm =
        RealmTemplate.working()
            .user("ann", "{}")
            .client(
                "shop",
                "{'publicClient': true, 'directAccessGrantsEnabled': true,"
                    + " 'defaultClientScopes': ['basic'],"
                    + " 'protocolMappers': [{'name': 'audience', 'protocol': 'openid-connect',"
                    + " 'protocolMapper': 'oidc-audience-mapper', 'config': {"
                    + " 'included.client.audience': 'backend', 'access.token.claim': 'true'}}]}")
            .client("backend", "{'attributes': {'standard.token.exchange.enabled': 'true'}}")
            .client(
                "claim",
                "{'publicClient': true, 'directAccessGrantsEnabled': true,"
                    + " 'protocolMappers': [{'name': 'Helpshift', 'protocol': 'openid-connect',"
                    + " 'protocolMapper': 'helpshift-identity-token', 'config': {"
                    + " 'claim.name': 'helpshift_identity_token',"
                    + " 'userinfo.token.claim': 'true'}}]}")
            .create(keycloak);
    commands =
        COMMAND
            .matcher(Files.readString(Path.of("docs", "backends.md")))
            .results()
            .map((MatchResult command) -> command.group(1))
            .toList();
  }

  @Test
  @DisplayName("passes the user's token on, for the whole answer or only the token")
  void passesOn() throws Exception {
    String access = realm.oidc().login("web", "ann").access();

    assertAnn(Json.of(run(0, access)).get("identity_token").asText());
    assertAnn(run(1, access));
  }

  @Test
  @DisplayName("exchanges the token of a client that has not opted in")
  void exchanges() throws Exception {
    String access = realm.oidc().login("shop", "ann").access();
    assertRefused(realm.token().bearer(access).post(), 403, "unauthorized_client");

    String exchanged = Json.of(run(2, access)).get("access_token").asText();

    assertAnn(Json.of(run(0, exchanged)).get("identity_token").asText());
  }

  @Test
  @DisplayName("reads the claim in userinfo")
  void readsTheClaim() throws Exception {
    String access = realm.oidc().login("claim", "ann").access();

    assertAnn(Json.of(run(3, access)).get("helpshift_identity_token").asText());
  }

  @Test
  @DisplayName("gets nothing for a service account")
  void serviceAccount() throws Exception {
    String access = Json.of(run(4, "")).get("access_token").asText();

    assertRefused(realm.token().bearer(access).post(), 403, "access_denied");
    assertThat(commands).hasSize(5);
  }

  private void assertAnn(String token) {
    assertThat(identities(verified(token, RealmTemplate.SECRET)))
        .isEqualTo(Map.of("uid", realm.userId("ann")));
  }

  /** The output of the page's command with that number. */
  private String run(int number, String accessToken) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("bash", "-c", commands.get(number))
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    builder
        .environment()
        .putAll(
            Map.of("realm", realm.url(), "access_token", accessToken, "client_secret", "backend"));
    Process command = builder.start();
    String output = new String(command.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(command.waitFor()).as(commands.get(number)).isZero();
    return output;
  }
}
