package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakhelpshift.support.Deployment;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("bin/check")
@ExtendWith(KeycloakExtension.class)
class CheckCommandIT {

  private final KeycloakServer server;
  private final Map<String, String> environment =
      new HashMap<>(Map.of("KEYCLOAK_CLIENT_ID", "pipeline", "KEYCLOAK_CLIENT_SECRET", "pipeline"));

  CheckCommandIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  @DisplayName("exits with 0 if nothing is wrong")
  void sound() throws Exception {
    Run run = check(withChecker(working()), "--json");

    assertThat(run.status()).as(run.output()).isZero();
    assertThat(Json.of(run.output()).get("errors").asInt()).isZero();
  }

  @Test
  @DisplayName("exits with 1 if something is wrong, and says what to do; warnings count if strict")
  void wrong() throws Exception {
    Run run = check(withChecker(working().withoutSecret()));
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("error SECRET_MISSING", "To do: ", "Errors: 1, ");

    TestRealm doubtful = withChecker(working().client("web", "{'webOrigins': ['*']}"));
    assertThat(check(doubtful).status()).isZero();
    assertThat(check(doubtful, "--strict").status()).isEqualTo(1);
    doubtful.setAttribute("helpshift.check.accept", "CLIENT_ANY_WEB_ORIGIN:web");
    assertThat(check(doubtful, "--strict"))
        .satisfies(accepted -> assertThat(accepted.status()).as(accepted.output()).isZero());
  }

  @Test
  @DisplayName("names the client scope of a finding, and how many findings are accepted")
  void clientScope() throws Exception {
    TestRealm realm =
        withChecker(
            working()
                .mapper("helpshift.identity.steam_id", "idp:steam")
                .attribute("helpshift.check.accept", "EVENTS_NOT_SAVED, IMPERSONATION"));

    Run run = check(realm);

    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output())
        .contains(
            "error IDENTITY_PROVIDER_UNKNOWN, client scope helpshift,"
                + " setting helpshift.identity.steam_id")
        .contains(", accepted: ");
  }

  @Test
  @DisplayName("works with a JDK if curl is missing")
  void withoutCurl(@TempDir Path path) throws Exception {
    for (String command : List.of("bash", "awk", "cat", "mktemp", "od", "rm", "sed", "tr")) {
      Files.createSymbolicLink(path.resolve(command), Path.of("/usr/bin", command));
    }
    Files.createSymbolicLink(
        path.resolve("java"), Path.of(System.getProperty("java.home"), "bin", "java"));
    environment.put("PATH", path.toString());

    Run run = check(withChecker(working().withoutSecret()));

    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("error SECRET_MISSING");
  }

  @Test
  @DisplayName("shows what a user's token would contain, and why the rest is left out")
  void user() throws Exception {
    TestRealm realm =
        withChecker(
            working()
                .user("ada & co", "{'email': 'ada@example.com'}")
                .attribute("helpshift.identity.psn_id", "psn"));

    Run run = check(realm, "--user", "ada & co", "--client", "web");

    assertThat(run.status()).as(run.output()).isZero();
    assertThat(run.output())
        .contains("ada & co would get an identity token:", "uid " + realm.userId("ada & co"))
        .contains("Left out: email, from email: ", "(EMAIL_NOT_VERIFIED)")
        .contains("Left out: psn_id, from psn: ", "(ABSENT)");
    assertThat(Json.of(check(realm, "--json", "--user", "ada & co").output()).get("user_id"))
        .hasToString("\"" + realm.userId("ada & co") + "\"");
    assertThat(check(withChecker(working().withoutSecret().user("bob", "{}")), "--user", "bob"))
        .satisfies(refused -> assertThat(refused.status()).isEqualTo(1))
        .satisfies(refused -> assertThat(refused.output()).contains("would get no identity token"));
  }

  @Test
  @DisplayName("explains a wrong secret, and does not show it")
  void wrongSecret() throws Exception {
    TestRealm realm = withChecker(working());
    environment.put("KEYCLOAK_CLIENT_SECRET", "not-the-secret");

    Run run = check(realm);

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.output())
        .contains("401: realm " + realm.name() + " gives client pipeline no access token")
        .doesNotContain("not-the-secret");
  }

  @Test
  @DisplayName("explains a token that Keycloak does not accept")
  void wrongToken() throws Exception {
    TestRealm realm = withChecker(working());
    environment.put("KEYCLOAK_TOKEN", "not.a.token");

    assertThat(check(realm))
        .isEqualTo(
            new Run(
                2,
                """
                bin/check: 401: Keycloak does not accept the access token
                bin/check: It has expired, or it is from another realm or another address of this \
                Keycloak. Get a new one from %s, for realm %s or master.
                """
                    .formatted(server.url(), realm.name())));
  }

  @Test
  @DisplayName("explains a missing role, by its name")
  void missingRole() throws Exception {
    TestRealm realm = withChecker(working(), "'query-users'");

    assertThat(check(realm))
        .satisfies(run -> assertThat(run.status()).isEqualTo(2))
        .satisfies(
            run -> assertThat(run.output()).contains("403: ", "view-realm of realm-management"));
    assertThat(check(realm, "--user", "ada").output())
        .contains("403: ", "or there is no user ada", "view-users of realm-management");
  }

  @Test
  @DisplayName("distinguishes a missing realm and a missing user")
  void notFound() throws Exception {
    TestRealm realm = withChecker(working());
    assertThat(check(realm, "--user", "nobody").output())
        .contains("404: realm " + realm.name() + " has no user nobody");
    assertThat(check(server.url().toString(), "no-such-realm").output())
        .contains("404: " + server.url() + " has no realm no-such-realm");
  }

  @Test
  @DisplayName("explains a Keycloak without the extension")
  void noExtension() throws Exception {
    TestRealm realm = withChecker(working());
    environment.put("KEYCLOAK_TOKEN", realm.oidc().clientCredentials("pipeline").access());
    HttpServer without =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    without.createContext("/", exchange -> answer(exchange, withoutExtension(exchange)));
    without.start();
    try {
      assertThat(check("http://127.0.0.1:" + without.getAddress().getPort(), realm.name()).output())
          .contains("404: this Keycloak has no Helpshift extension", "providers/");
    } finally {
      without.stop(0);
    }
  }

  @Test
  @DisplayName("says that the server does not answer")
  void noAnswer() throws Exception {
    Run run = check("http://127.0.0.1:" + Deployment.freePort(), "acme");

    assertThat(run.status()).isEqualTo(2);
    assertThat(run.output()).contains("no answer from http://127.0.0.1:");
  }

  /**
   * Keycloak's own status for an extension that it does not have. Keycloak looks an extension up by
   * its path, so it answers the same for ours where the JAR is missing.
   */
  private int withoutExtension(HttpExchange exchange) {
    Http request =
        Http.get(
            server.url()
                + exchange
                    .getRequestURI()
                    .toString()
                    .replace("/helpshift/", "/no-such-extension/"));
    exchange
        .getRequestHeaders()
        .getOrDefault("Authorization", List.of())
        .forEach(authorization -> request.header("Authorization", authorization));
    return request.send().status();
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private TestRealm withChecker(RealmTemplate template) {
    return withChecker(template, "'view-realm', 'view-users', 'view-clients'");
  }

  private TestRealm withChecker(RealmTemplate template, String roles) {
    return template
        .client(
            "pipeline",
            "{'secret': 'pipeline', 'serviceAccountsEnabled': true, 'standardFlowEnabled': false}")
        .user(
            "service-account-pipeline",
            "{'serviceAccountClientId': 'pipeline',"
                + " 'clientRoles': {'realm-management': ["
                + roles
                + "]}}")
        .create(server);
  }

  private record Run(int status, String output) {}

  private Run check(TestRealm realm, String... options) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of(server.url().toString(), realm.name()));
    return check(arguments.toArray(String[]::new));
  }

  private Run check(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bin/check"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
