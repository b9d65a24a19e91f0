package io.github.keycloakhelpshift.it;

import static io.github.keycloakhelpshift.support.RealmTemplate.working;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.keycloakhelpshift.support.Http;
import io.github.keycloakhelpshift.support.Json;
import io.github.keycloakhelpshift.support.KeycloakExtension;
import io.github.keycloakhelpshift.support.KeycloakServer;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Measures that {@code profiles} streams any number of users in one request without the heap
 * growing with their number. It makes that many users, which takes minutes, so it runs only when
 * asked to:
 *
 * <pre>
 * JAVA_OPTS_KC_HEAP="-Xms64m -Xmx384m" bin/test -Dit.test=ProfilesLoad -Dprofiles.users=100000
 * </pre>
 */
@ExtendWith(KeycloakExtension.class)
class ProfilesLoad {

  private static final Logger LOG = Logger.getLogger(ProfilesLoad.class.getName());

  private static final int IMPORT = 500;

  @Test
  void streamsInConstantMemory(KeycloakServer server) throws Exception {
    int users = Integer.getInteger("profiles.users", 10_000);
    TestRealm realm =
        working()
            .with("{'accessTokenLifespan': 3600, 'ssoSessionIdleTimeout': 36000}")
            .with("{'eventsListeners': [], 'eventsEnabled': false, 'adminEventsEnabled': false}")
            .attribute("helpshift.user_data.global.first_name", "firstName")
            .attribute("helpshift.identity.steam_id", "steam")
            .user("helpdesk", "{'clientRoles': {'realm-management': ['view-users']}}")
            .create(server);
    makeUsers(realm, 0, users / 10);
    stream(realm); // Classes are loaded, caches are warm.
    Stream tenth = stream(realm);
    makeUsers(realm, users / 10, users);
    Stream all = stream(realm);

    LOG.info(() -> "A tenth: " + tenth);
    LOG.info(() -> "All:     " + all);
    assertThat(tenth.lines()).isEqualTo(users / 10 + 1);
    assertThat(all.lines()).isEqualTo(users + 1);
    // After a collection only Keycloak itself is left, and ten times the users do not add to it.
    assertThat(all.liveMegabytes()).isLessThan(tenth.liveMegabytes() + 64);
  }

  /** The cost of one request. */
  private record Stream(long lines, long bytes, Duration time, long liveMegabytes) {}

  private static Stream stream(TestRealm realm) throws Exception {
    String token = realm.oidc().login("admin-cli", "helpdesk").access();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create(
                    realm.server().url() + "/admin/realms" + realm.path("/helpshift/profiles")))
            .header("Authorization", "Bearer " + token)
            .build();
    long start = System.nanoTime();
    long lines = 0;
    long bytes = 0;
    long live = 0;
    try (InputStream body =
            HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body();
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        bytes += line.length() + 1;
        if (++lines % 5_000 == 0) {
          live = Math.max(live, liveMegabytes(realm));
        }
      }
    }
    live = Math.max(live, liveMegabytes(realm));
    return new Stream(lines, bytes, Duration.ofNanos(System.nanoTime() - start), live);
  }

  /** Returns the size of the old generation after its last collection. */
  private static long liveMegabytes(TestRealm realm) {
    return Http.get(realm.server().managementUrl() + "/metrics")
            .send()
            .orFail()
            .body()
            .lines()
            .filter(line -> line.startsWith("jvm_memory_used_bytes{area=\"heap\""))
            .filter(line -> line.contains("Old") || line.contains("Tenured"))
            .mapToLong(line -> (long) Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
            .sum()
        >> 20;
  }

  private static void makeUsers(TestRealm realm, int from, int to) {
    for (int first = from; first < to; first += IMPORT) {
      ObjectNode json = Json.object("{'ifResourceExists': 'SKIP'}");
      ArrayNode array = json.putArray("users");
      for (int i = first; i < Math.min(first + IMPORT, to); i++) {
        ObjectNode user = array.addObject();
        user.put("username", "user%06d".formatted(i)).put("enabled", true);
        user.put("firstName", "First" + i).put("lastName", "Last" + i);
        user.put("email", "user%06d@example.com".formatted(i)).put("emailVerified", true);
        user.set("attributes", Json.of(Map.of("steam", new String[] {"7656119" + i})));
      }
      realm.admin().post(realm.path("/partialImport"), json);
    }
  }
}
