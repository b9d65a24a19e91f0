package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.Http;
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
 * With warm caches, {@code POST token} and {@code GET session} send no SQL. If Keycloak caches no
 * user sessions, they send no more than its own {@code userinfo}. The realm stores no events,
 * because storing one is Keycloak's own statement.
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

  /** A call that only reads the session, as ours do: Keycloak's userinfo. */
  private static Runnable userinfo(TestRealm realm, String access) {
    return () ->
        Http.get(realm.url() + "/protocol/openid-connect/userinfo").bearer(access).send().orFail();
  }

  private static Runnable session(TestRealm realm, String access) {
    return () -> Http.get(realm.url() + "/helpshift/session").bearer(access).send().orFail();
  }

  private static Runnable token(TokenRequest call) {
    return () -> assertThat(assertIssued(call.post())).containsKeys("steam_id", "discord_id");
  }

  /** Returns the statements of a call with warm caches. */
  private List<String> statements(Runnable call) {
    call.run();
    ServerLog.Mark mark = keycloak.log().mark();

    call.run();

    // Only those of the threads that answer requests, because Keycloak also works in the
    // background.
    return mark.since()
        .lines()
        .filter(line -> line.contains("[org.hibernate.SQL] (executor-thread-"))
        .toList();
  }

  /**
   * Checks that there are no statements; if Keycloak does not cache user sessions, no more than it
   * needs to read one.
   */
  private void assertCheap(Runnable call, Runnable userinfo) {
    List<String> allowed = statements(userinfo);
    List<String> statements = statements(call);

    if (KeycloakExtension.cachesSessions()) {
      assertThat(statements).isEmpty();
    } else {
      assertThat(allowed).isNotEmpty();
      assertThat(statements).hasSizeLessThanOrEqualTo(allowed.size());
    }
  }

  @Test
  void theLogShowsStatements() {
    ServerLog.Mark mark = keycloak.log().mark();

    createRealm();

    assertThat(mark.since()).contains("[org.hibernate.SQL] (executor-thread-");
  }

  @Test
  void aTokenByAnAccessToken() {
    TestRealm realm = createRealm();
    String access = realm.oidc().login("web", "ann").access();

    assertCheap(token(realm.token().bearer(access)), userinfo(realm, access));
  }

  @Test
  void aTokenByTheCookie() {
    TestRealm realm = createRealm();
    Browser browser = realm.browser();
    String access = browser.login("web", "ann").access();

    assertCheap(
        token(realm.token().cookie(browser, "web", RealmTemplate.WEB_ORIGIN)),
        userinfo(realm, access));
  }

  @Test
  void aLookAtTheSession() {
    TestRealm realm = createRealm();
    String access = realm.oidc().login("web", "ann").access();

    assertCheap(session(realm, access), userinfo(realm, access));
  }
}
