package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmTemplate;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code bin/check}, as a pipeline runs it. */
@ExtendWith(KeycloakExtension.class)
class CheckCommandIT {

  private final KeycloakServer server;

  CheckCommandIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  void leavesWithZeroWhereNothingIsWrong() throws Exception {
    Run run = check(withChecker(working()), "pipeline");

    assertThat(run.status()).as(run.output()).isZero();
    assertThat(Json.of(run.output()).get("errors").asInt()).isZero();
  }

  @Test
  void leavesWithOneWhereSomethingIs() throws Exception {
    TestRealm broken = withChecker(working().withoutSecret());
    Run run = check(broken, "pipeline");
    assertThat(run.status()).as(run.output()).isEqualTo(1);
    assertThat(run.output()).contains("SECRET_MISSING");

    TestRealm doubtful = withChecker(working().client("web", "{'webOrigins': ['*']}"));
    assertThat(check(doubtful, "pipeline").status()).isZero();
    assertThat(check(doubtful, "pipeline", "--strict").status()).isEqualTo(1);
  }

  @Test
  void leavesWithTwoWhereItCannotCheck() throws Exception {
    Run run = check(withChecker(working()), "not-the-secret");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.output()).doesNotContain("not-the-secret");
  }

  private TestRealm withChecker(RealmTemplate template) {
    return template
        .client(
            "pipeline",
            "{'secret': 'pipeline', 'serviceAccountsEnabled': true, 'standardFlowEnabled': false}")
        .user(
            "service-account-pipeline",
            "{'serviceAccountClientId': 'pipeline',"
                + " 'clientRoles': {'realm-management': ['view-realm']}}")
        .create(server);
  }

  private record Run(int status, String output) {}

  private Run check(TestRealm realm, String secret, String... options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bin/check"));
    command.addAll(List.of(options));
    command.addAll(List.of(server.url().toString(), realm.name()));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("KEYCLOAK_CLIENT_ID", "pipeline");
    builder.environment().put("KEYCLOAK_CLIENT_SECRET", secret);
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), output);
  }
}
