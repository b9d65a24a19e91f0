package io.github.keycloakhelpshift.cluster;

import static io.github.keycloakhelpshift.cluster.Cluster.assertToken;
import static io.github.keycloakhelpshift.cluster.Cluster.identityToken;
import static io.github.keycloakhelpshift.cluster.Cluster.on;
import static io.github.keycloakhelpshift.support.RealmTemplate.SECRET;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Await;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

@DisplayName("Two nodes are one Keycloak")
@TestInstance(Lifecycle.PER_CLASS)
class ClusterIT {

  private static final int USERS = 20;

  private Cluster cluster;
  private LocalKeycloak first;
  private LocalKeycloak second;

  @BeforeAll
  void start() {
    Path extension = Path.of(System.getProperty("extension.jar"));
    cluster = new Cluster(extension.resolveSibling("keycloak-cluster"));
    first = cluster.addNode("first", extension);
    second = cluster.addNode("second", extension);
  }

  @AfterAll
  void stop() {
    cluster.close();
  }

  @Test
  @DisplayName("a user who logs in through one gets their token from the other")
  void sharesSessions() {
    TestRealm realm = working().user("ada", "{}").create(first);

    assertToken(realm.userId("ada"), on(second, realm), login(realm, "ada"));
  }

  @Test
  @DisplayName("a logout through one ends the session on the other")
  void endsSessions() {
    TestRealm realm = working().user("ada", "{}").user("bob", "{}").create(first);
    TokenSet ada = login(realm, "ada");
    TokenSet bob = login(realm, "bob");
    assertThat(session(second, realm, ada)).isEqualTo(204);
    assertThat(session(second, realm, bob)).isEqualTo(204);

    realm.oidc().logout("web", ada);
    realm.logoutUser("bob");

    Await.until("ada's session has ended", () -> session(second, realm, ada) == 401);
    Await.until("bob's session has ended", () -> session(second, realm, bob) == 401);
    assertThat(on(second, realm).token().bearer(ada.access()).post().status()).isEqualTo(401);
  }

  @Test
  @DisplayName("a setting or secret that is changed through one counts on the other")
  void sharesSettings() {
    TestRealm realm = working().user("ada", "{'firstName': 'Ada'}").create(first);
    TokenSet ada = login(realm, "ada");
    TestRealm other = on(second, realm);
    assertToken(realm.userId("ada"), other, ada);

    realm.setAttribute("helpshift.identity.uid", "firstName");
    Await.until("the new mapping", () -> userId(other, ada).equals("Ada"));

    String rotated = "the-shared-secret-that-comes-after-it-0123456789";
    realm.addSecret("{'secret': '" + rotated + "', 'priority': '200'}").orFail();
    Await.until("the new secret", () -> Jose.isSignedWith(identityToken(other, ada), rotated));
  }

  @Test
  @DisplayName(
      "a node is killed under load: every user still gets their own token, and nobody else's")
  void survivesAKilledNode() {
    RealmTemplate template = working().with("{'accessTokenLifespan': 3600}");
    for (int user = 0; user < USERS; user++) {
      template.user("user" + user, "{}");
    }
    TestRealm realm = template.create(first);
    Map<String, String> users = new LinkedHashMap<>();
    for (int user = 0; user < USERS; user++) {
      // Every other user logs in through the node that is killed.
      LocalKeycloak node = user % 2 == 0 ? first : second;
      users.put(realm.userId("user" + user), login(on(node, realm), "user" + user).access());
    }

    try (Load load = new Load(List.of(on(first, realm), on(second, realm)), users)) {
      Await.until("tokens for all, from both", () -> load.issued() > 4 * USERS);
      second.kill();
      int before = load.issued();
      Await.until("tokens for all, from one", () -> load.issued() > before + 4 * USERS);
      assertThat(load.complaints()).isEmpty();
    }
    users.forEach(
        (userId, access) ->
            assertThat(userIdOf(on(first, realm).token().bearer(access).post())).isEqualTo(userId));

    second.restart();
    users.forEach(
        (userId, access) ->
            assertThat(userIdOf(on(second, realm).token().bearer(access).post()))
                .isEqualTo(userId));
  }

  @Test
  @DisplayName("a restart of all nodes keeps sessions, settings and secrets")
  void survivesARestart() {
    TestRealm realm =
        working()
            .with("{'accessTokenLifespan': 3600}")
            .attribute("helpshift.identity.psn_id", "psn")
            .user("ada", "{'attributes': {'psn': ['ada-on-psn']}}")
            .create(first);
    TokenSet ada = login(realm, "ada");

    first.close();
    second.close();
    first.restart();
    second.restart();

    for (LocalKeycloak node : List.of(first, second)) {
      assertThat(identityToken(on(node, realm), ada))
          .satisfies(
              token ->
                  assertThat(Jose.verified(token, SECRET).get("identities").toString())
                      .contains(realm.userId("ada"), "ada-on-psn"));
    }
  }

  private static TokenSet login(TestRealm realm, String username) {
    return realm.oidc().login("web", username);
  }

  private static int session(LocalKeycloak node, TestRealm realm, TokenSet tokens) {
    return Http.get(on(node, realm).url() + "/helpshift/session")
        .bearer(tokens.access())
        .send()
        .status();
  }

  private static String userId(TestRealm node, TokenSet tokens) {
    return userIdOf(node.token().bearer(tokens.access()).post());
  }

  private static String userIdOf(Answer answer) {
    return answer.orFail().json().get("userId").asText();
  }
}
