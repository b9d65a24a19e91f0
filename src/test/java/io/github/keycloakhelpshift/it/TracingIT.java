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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

/** Keycloak's own tracing, as its collector receives it. */
class TracingIT {

  private final Queue<String> received = new ConcurrentLinkedQueue<>();
  private HttpServer collector;

  /** Takes whatever it gets. Names in Protocol Buffers stand there as they are. */
  @BeforeEach
  void collector() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/",
        exchange -> {
          received.add(
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  @DisabledIfSystemProperty(
      named = KeycloakExtension.KIND,
      matches = KeycloakExtension.IN_CONTAINER,
      disabledReason = "It starts a Keycloak of its own, which is in no container")
  void hasASpanForEachTokenCall() {
    try (LocalKeycloak server =
        KeycloakExtension.startAnother(
            "keycloak-tracing",
            Deployment.alone("--tracing-enabled=true")
                .with(
                    "--tracing-protocol=http/protobuf",
                    "--tracing-endpoint=http://127.0.0.1:" + collector.getAddress().getPort()))) {
      TestRealm realm =
          working()
              .user("ada", "{'email': 'ada@example.com', 'emailVerified': true}")
              .create(server);

      realm.token().bearer(realm.oidc().login("web", "ada").access()).post().orFail();
      realm.token().post();

      Await.until("a span", () -> all().contains("TokenEndpoint.issue"));
      Await.until("the refusal's", () -> all().contains("login_required"));
      assertThat(all()).contains(realm.name(), "web").doesNotContain("ada@example.com");
    }
  }

  private String all() {
    return String.join("", received);
  }
}
