package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.it.TokenAnswers.assertIssued;
import static io.github.keycloakhelpshift.it.TokenAnswers.assertRefused;
import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.keycloakhelpshift.support.Await;
import io.github.keycloakhelpshift.support.Browser;
import io.github.keycloakhelpshift.support.Deployment;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Jose;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakVersion;
import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.OwnKeycloak;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.SinceKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import io.github.keycloakhelpshift.support.TokenSet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A Keycloak with tracing, experimental features, and a way to ask on another device")
@OwnKeycloak
class DeploymentIT {

  private final Queue<String> spans = new ConcurrentLinkedQueue<>();
  private final Queue<String> devices = new ConcurrentLinkedQueue<>();
  private HttpServer collector;
  private LocalKeycloak server;

  @BeforeAll
  void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          // Protocol Buffers keep names as they are, so the spans can be searched as text.
          spans.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.createContext(
        "/device",
        exchange -> {
          String token = exchange.getRequestHeaders().getFirst("Authorization");
          devices.add(token.substring("Bearer ".length()));
          exchange.sendResponseHeaders(201, -1);
          exchange.close();
        });
    collector.start();
    String address = "http://127.0.0.1:" + collector.getAddress().getPort();
    String parameterizedScopes = KeycloakVersion.isAtLeast("26.7") ? ",parameterized-scopes" : "";
    server =
        KeycloakExtension.startAnother(
            "keycloak-deployment",
            Deployment.standalone(
                    "--tracing-enabled=true", "--features=declarative-ui" + parameterizedScopes)
                .with(
                    "--tracing-protocol=http/protobuf",
                    "--tracing-endpoint=" + address,
                    "--spi-ciba-auth-channel--ciba-http-auth-channel--http-authentication-channel-uri="
                        + address
                        + "/device")
                .importing(AsCode.FILES.resolve("realm.json"), AsCode.ENVIRONMENT));
  }

  @AfterAll
  void stop() {
    server.close();
    collector.stop(0);
  }

  @Test
  @DisplayName("works with a realm that has the former tab's component")
  void removedTab() {
    RemovedTabs.assertHarmless(server);
  }

  @Test
  @DisplayName("sends a span for each token call")
  void hasASpanForEachTokenCall() {
    TestRealm realm =
        working().user("ada", "{'email': 'ada@example.com', 'emailVerified': true}").create(server);

    realm.token().bearer(realm.oidc().login("web", "ada").access()).post().orFail();
    realm.token().post();

    Await.until("a span", () -> sent().contains("TokenEndpoint.issue"));
    Await.until("the refusal's", () -> sent().contains("login_required"));
    assertThat(sent()).contains(realm.name(), "web").doesNotContain("ada@example.com");
  }

  @Test
  @DisplayName("gives a token to a person who has let a client in on another device (CIBA)")
  void anotherDevice() {
    TestRealm realm =
        working()
            .user("ada", "{}")
            .client("backend", "{'attributes': {'oidc.ciba.grant.enabled': 'true'}}")
            .create(server);
    String endpoint = realm.url() + "/protocol/openid-connect/ext/ciba/auth";
    Map<String, String> login =
        Map.of(
            "client_id",
            "backend",
            "client_secret",
            "backend",
            "login_hint",
            "ada",
            "scope",
            "openid");
    String request =
        Http.postForm(endpoint, login).send().orFail().json().get("auth_req_id").asText();
    String device = devices.remove();
    assertRefused(realm.token().bearer(device).post(), 401, "invalid_token");

    Http.request("POST", endpoint + "/callback", "{\"status\": \"SUCCEED\"}")
        .header("Content-Type", "application/json")
        .bearer(device)
        .send()
        .orFail();
    TokenSet tokens =
        realm
            .oidc()
            .grant(
                "backend",
                Map.of("grant_type", "urn:openid:params:grant-type:ciba", "auth_req_id", request));

    assertThat(assertIssued(realm.token().bearer(tokens.access()).post()))
        .containsEntry("uid", realm.userId("ada"));
  }

  @Test
  @SinceKeycloak(value = "26.7", because = "the feature had another name")
  @DisplayName("counts a scope with a parameter for the logins that asked for it")
  void parameterizedScope() {
    TestRealm realm =
        working()
            .user("ada", "{}")
            .client("backend", "{'defaultClientScopes': ['basic', 'service_account']}")
            .optionalScopes("web", "helpshift")
            .create(server);
    realm.updateClientScope(
        "helpshift",
        "{'attributes': {'is.parameterized.scope': 'true', 'parameterized.scope.type': 'string'}}");

    String access = realm.oidc().login("web", "ada", "openid helpshift:eu").access();
    assertThat(Jose.payload(access).get("scope").asText()).contains("helpshift:eu");
    assertIssued(realm.token().bearer(access).post());
    Browser browser = realm.browser();
    browser.login("web", "ada");
    assertRefused(
        realm.token().cookie(browser, "web", RealmTemplate.WEB_ORIGIN).post(),
        403,
        "insufficient_scope");
    browser.singleSignOn("web", "openid helpshift:eu");
    assertIssued(realm.token().cookie(browser, "web", RealmTemplate.WEB_ORIGIN).post());
    assertRefused(
        realm.token().bearer(realm.oidc().login("web", "ada", "openid").access()).post(),
        403,
        "insufficient_scope");
  }

  @Test
  @DisplayName("works with a realm that kc.sh import has made, with secrets from the environment")
  void importedRealm() {
    AsCode.assertWorks(TestRealm.existing(server, "acme"));
  }

  private String sent() {
    return String.join("", spans);
  }
}
