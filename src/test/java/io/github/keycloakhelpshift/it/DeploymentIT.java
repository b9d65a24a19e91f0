package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.keycloakhelpshift.support.Await;
import io.github.keycloakhelpshift.support.Deployment;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.LocalKeycloak;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@DisplayName("A Keycloak with the feature declarative-ui and with tracing")
@TestInstance(Lifecycle.PER_CLASS)
@DisabledIfSystemProperty(
    named = KeycloakExtension.KIND,
    matches = KeycloakExtension.IN_CONTAINER,
    disabledReason = "It starts a Keycloak of its own, which is in no container")
class DeploymentIT {

  private final Queue<String> spans = new ConcurrentLinkedQueue<>();
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
    collector.start();
    server =
        KeycloakExtension.startAnother(
            "keycloak-deployment",
            Deployment.standalone("--tracing-enabled=true", "--features=declarative-ui")
                .with(
                    "--tracing-protocol=http/protobuf",
                    "--tracing-endpoint=http://127.0.0.1:" + collector.getAddress().getPort()));
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
  @DisplayName("works with a realm that kc.sh import has made, with secrets from the environment")
  void importedRealm() {
    server.importRealm(AsCode.FILES.resolve("realm.json"), AsCode.ENVIRONMENT);

    AsCode.assertWorks(TestRealm.existing(server, "acme"));
  }

  private String sent() {
    return String.join("", spans);
  }
}
