package io.github.keycloakhelpshift.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.settings.SettingsReader;
import io.github.keycloakhelpshift.settings.WebChatHosts;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.RealmImport;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** {@code kc.sh import} has its test in {@link DeploymentIT}, whose server can be stopped. */
@DisplayName("A realm that is kept as code")
@ExtendWith(KeycloakExtension.class)
class AsCodeIT {

  private final KeycloakServer server;

  AsCodeIT(KeycloakServer server) {
    this.server = server;
  }

  @Test
  @DisplayName("is set up by a partial import, with the secret in the vault")
  void partialImport() throws IOException {
    TestRealm realm = realm("as-code-partial", "{}");
    server.putVaultSecret(realm.name(), "helpshift", AsCode.SECRET);

    realm.admin().post(realm.path("/components"), Json.object(read("helpshift-secret.json")));
    realm.admin().post(realm.path("/partialImport"), Json.object(read("partial-import.json")));

    AsCode.assertWorks(realm);
  }

  @Test
  @DisplayName("is set up by Keycloak's own admin client, and a second run changes nothing")
  void adminClient() throws Exception {
    TestRealm realm =
        realm(
            "as-code-client",
            "{'clients': [{'clientId': 'pipeline', 'secret': 'pipeline',"
                + " 'serviceAccountsEnabled': true, 'standardFlowEnabled': false}],"
                + " 'users': [{'username': 'service-account-pipeline', 'enabled': true,"
                + " 'serviceAccountClientId': 'pipeline',"
                + " 'clientRoles': {'realm-management': ['manage-realm', 'manage-clients']}}]}");

    setUp(realm);
    setUp(realm);

    AsCode.assertWorks(realm);
  }

  @Test
  @DisplayName("is one file for kc.sh, the operator and keycloak-config-cli")
  void operator() throws IOException {
    ObjectNode operator = Json.object(read("operator.json"));
    String realm = read("realm.json");

    assertThat(operator.at("/spec/realm")).isEqualTo(Json.object(realm));
    assertThat(operator.at("/spec/placeholders").fieldNames())
        .toIterable()
        .containsExactlyInAnyOrderElementsOf(AsCode.ENVIRONMENT.keySet());
    assertThat(Pattern.compile("\\$\\{(\\w+)}").matcher(realm).results().map(one -> one.group(1)))
        .hasSameElementsAs(AsCode.ENVIRONMENT.keySet());
  }

  @Test
  @DisplayName("has settings in Terraform's mapper that exist")
  void terraform() throws IOException {
    Map<String, String> settings =
        Pattern.compile("\"(helpshift\\.[^\"]+)\" *= \"([^\"]*)\"")
            .matcher(read("main.tf"))
            .results()
            .collect(
                Collectors.toMap(
                    (MatchResult row) -> row.group(1), row -> row.group(2).replace("$${", "${")));

    assertThat(settings).containsKeys("helpshift.domain", "helpshift.secret");
    assertThat(new SettingsReader(WebChatHosts.HELPSHIFT).read(Map.of(), settings).problems())
        .isEmpty();
  }

  /** Makes a realm without Helpshift. */
  private TestRealm realm(String name, String members) {
    ObjectNode realm = Json.object("{'enabled': true, 'sslRequired': 'none'}").put("realm", name);
    Json.merge(realm, Json.object(members));
    server.admin().post("", RealmImport.quick(realm));
    return TestRealm.existing(server, name);
  }

  private void setUp(TestRealm realm) throws IOException, InterruptedException {
    Path project = AsCode.FILES.resolve("admin-client");
    if (!Files.exists(project.resolve("node_modules"))) {
      assumeTrue(hasNpm() || "true".equals(System.getenv("CI")), "There is no npm");
      run(project, Map.of(), "npm", "ci", "--silent");
    }
    Map<String, String> environment = new HashMap<>(AsCode.ENVIRONMENT);
    environment.put("KEYCLOAK_URL", server.url().toString());
    environment.put("KEYCLOAK_REALM", realm.name());
    environment.put("KEYCLOAK_CLIENT_ID", "pipeline");
    environment.put("KEYCLOAK_CLIENT_SECRET", "pipeline");
    run(project, environment, "npm", "run", "set-up");
  }

  private static boolean hasNpm() {
    return Pattern.compile(File.pathSeparator)
        .splitAsStream(System.getenv("PATH"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, "npm")));
  }

  private static void run(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }

  private static String read(String file) throws IOException {
    return Files.readString(AsCode.FILES.resolve(file));
  }
}
