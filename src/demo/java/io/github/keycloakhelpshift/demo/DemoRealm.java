package io.github.keycloakhelpshift.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.keycloakhelpshift.simulator.HelpshiftSimulator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.StreamSupport;

/** The demo realm's file, as far as others must agree with it. */
public final class DemoRealm {

  /** The file, from the project's root. */
  public static final Path FILE = Path.of("realm-export/helpshift-demo-realm.json");

  private final JsonNode realm;

  private DemoRealm(JsonNode realm) {
    this.realm = realm;
  }

  public static DemoRealm read() throws IOException {
    return new DemoRealm(new ObjectMapper().readTree(FILE.toFile()));
  }

  /** Adds the realm's Helpshift app to a simulator. */
  public HelpshiftSimulator addTo(HelpshiftSimulator simulator) {
    JsonNode secret =
        StreamSupport.stream(
                realm.at("/components/org.keycloak.keys.KeyProvider").spliterator(), false)
            .filter(provider -> provider.path("providerId").asText().equals("helpshift-secret"))
            .findFirst()
            .orElseThrow();
    return simulator.app(
        secret.at("/config/platformId/0").asText(),
        realm.path("attributes").path("helpshift.domain").asText(),
        secret.at("/config/secret/0").asText());
  }

  /**
   * The realm as JSON, for other places than the demo's.
   *
   * @param name the realm's name in place of {@code demo}
   * @param apps the example apps' origin
   * @param simulator the simulator's origin
   */
  public String at(String name, String apps, String simulator) {
    return realm
        .toString()
        .replace("http://localhost:" + DemoServer.PORT, apps)
        .replace("http://localhost:" + DemoServer.SIMULATOR_PORT, simulator)
        .replace("/realms/demo/", "/realms/" + name + "/")
        .replace("default-roles-demo", "default-roles-" + name)
        .replace("\"realm\":\"demo\"", "\"realm\":\"" + name + "\"");
  }
}
