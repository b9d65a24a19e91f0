package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.ServerLog;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Once Keycloak's caches are warm, {@code POST token} asks the database nothing. The realm stores
 * no events, because storing one is Keycloak's own statement.
 */
@ExtendWith(KeycloakExtension.class)
class SqlIT {

  private final KeycloakServer keycloak;

  SqlIT(KeycloakServer keycloak) {
    this.keycloak = keycloak;
  }

  private TestRealm createRealm() {
    TestRealm realm =
        RealmTemplate.working()
            .with("{'eventsEnabled': false, 'roles': {'realm': [{'name': 'vip'}]}}")
            .attribute("helpshift.identity.steam_id", "steamId")
            .attribute("helpshift.identity.discord_id", "idp:discord")
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .attribute("helpshift.tags", "role:vip")
            .user(
                "ann",
                "{'email': 'ann@example.com', 'emailVerified': true, 'firstName': 'Ann',"
                    + " 'attributes': {'steamId': ['7656']}, 'realmRoles': ['vip']}")
            .create(keycloak);
    realm.link("ann", "discord", "8035");
    return realm;
  }

  private void assertNoStatement(TokenRequest call) {
    assertThat(assertIssued(call.post())).containsKeys("steam_id", "discord_id");
    ServerLog.Mark mark = keycloak.log().mark();

    assertIssued(call.post());

    // Of the threads that answer requests: Keycloak does other work in the background.
    List<String> statements =
        mark.since()
            .lines()
            .filter(line -> line.contains("[org.hibernate.SQL] (executor-thread-"))
            .toList();
    assertThat(statements).isEmpty();
  }

  @Test
  void theLogShowsStatements() {
    ServerLog.Mark mark = keycloak.log().mark();

    createRealm();

    assertThat(mark.since()).contains("[org.hibernate.SQL] (executor-thread-");
  }

  @Test
  void noneByAnAccessToken() {
    TestRealm realm = createRealm();

    assertNoStatement(realm.token().bearer(realm.oidc().login("web", "ann").access()));
  }

  @Test
  void noneByTheCookie() {
    TestRealm realm = createRealm();
    Browser browser = realm.browser();
    browser.login("web", "ann");

    assertNoStatement(realm.token().cookie(browser, "web", RealmTemplate.WEB_ORIGIN));
  }
}
