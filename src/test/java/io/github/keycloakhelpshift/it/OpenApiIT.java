package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.OpenApi;
import io.github.keycloakhelpshift.support.TestRealm;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code docs/openapi.json} describes the endpoints' answers: this test calls each operation.
 * {@link AdminApiIT} also compares its own answers with it.
 */
@ExtendWith(KeycloakExtension.class)
class OpenApiIT {

  private static final String ADMIN = "/admin/realms/{realm}/helpshift/";
  private static final String REALM = "/realms/{realm}/helpshift/";

  private final OpenApi openApi = OpenApi.ofDocs();
  private final Set<String> called = new TreeSet<>();

  @Test
  void describesEveryOperation(KeycloakServer server) {
    TestRealm realm =
        working()
            .user("ada", "{'email': 'ada@example.com', 'emailVerified': true}")
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .create(server);
    String access = realm.oidc().login("web", "ada").access();

    admin(realm, "GET", "settings", null, 200);
    admin(realm, "PUT", "settings", "{'settings': {'helpshift.domain': 'a.b'}}", 400);
    admin(
        realm,
        "PUT",
        "settings",
        "{'settings': {'helpshift.domain': 'acme', 'helpshift.platform_id': 'p2'}}",
        200);
    admin(realm, "GET", "check", null, 200);
    admin(realm, "GET", "users/" + realm.userId("ada") + "/preview", null, 200);
    admin(realm, "GET", "users/nobody/preview", null, 404);
    admin(realm, "GET", "users/preview?username=ada", null, 200);
    admin(realm, "GET", "profiles", null, 200);
    admin(realm, "GET", "profiles?part=0", null, 400);
    admin(realm, "GET", "profiles/summary", null, 200);
    admin(realm, "GET", "profiles/summary?with=helpshift.full_privacy%3Dtrue", null, 200);
    admin(realm, "GET", "profiles/summary?with=nonsense", null, 400);
    app(realm, "POST", "token", access, 200);
    app(realm, "POST", "token", "no.such.token", 401);
    app(realm, "POST", "token", realm.oidc().login("plain", "ada").access(), 403);
    app(realm, "GET", "web-chat", access, 200);
    app(realm, "GET", "web-chat?client_id=none", null, 400);
    app(realm, "GET", "session", access, 204);
    app(realm, "GET", "web-chat.js", null, 200);
    app(realm, "GET", "web-chat.d.ts", null, 200);

    assertThat(called).containsExactlyInAnyOrderElementsOf(openApi.operations());
  }

  @Test
  void describesAUserUnderFullPrivacy(KeycloakServer server) {
    TestRealm realm =
        working()
            .user("ada", "{}")
            .attribute("helpshift.full_privacy", "true")
            .attribute("helpshift.widget.position", "bottom-left")
            .create(server);

    admin(realm, "GET", "profiles", null, 200);
    app(realm, "GET", "web-chat", realm.oidc().login("web", "ada").access(), 200);
  }

  @Test
  void describesAUserOfADomainWithoutUserHub(KeycloakServer server) {
    TestRealm realm =
        working()
            .user("ada", "{'firstName': 'Ada', 'email': 'ada@example.com', 'emailVerified': true}")
            .attribute("helpshift.login", "user_auth_token")
            .secretConfig("verification", "user_auth_token")
            .create(server);
    String access = realm.oidc().login("web", "ada").access();

    app(realm, "POST", "token", access, 200);
    app(realm, "GET", "web-chat", access, 200);
    admin(realm, "GET", "users/" + realm.userId("ada") + "/preview", null, 200);
  }

  private void admin(TestRealm realm, String method, String path, String body, int status) {
    String at = realm.path("/helpshift/" + path);
    Answer answer =
        body == null ? realm.admin().send(method, at) : realm.admin().send(method, at, body);
    check(realm, method, ADMIN, path, answer, status);
  }

  private void app(TestRealm realm, String method, String path, String access, int status) {
    Http request = Http.request(method, realm.url() + "/helpshift/" + path);
    Answer answer = (access == null ? request : request.bearer(access)).send();
    check(realm, method, REALM, path, answer, status);
  }

  private void check(
      TestRealm realm, String method, String base, String path, Answer answer, int status) {
    assertThat(answer.status()).as(method + " " + path + ": " + answer.body()).isEqualTo(status);
    openApi.require(method, base.replace("{realm}", realm.name()) + path, answer);
    called.add(
        method
            + " "
            + base
            + path.replaceAll("\\?.*", "").replaceAll("users/[^/]+/", "users/{id}/"));
  }
}
