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

  /** Adds the realm's Helpshift app to a simulator, with User Hub and without it. */
  public HelpshiftSimulator addTo(HelpshiftSimulator simulator) {
    String platformId = realm.path("attributes").path("helpshift.platform_id").asText();
    String domain = realm.path("attributes").path("helpshift.domain").asText();
    return simulator
        .app(platformId, domain, secret("identities"))
        .legacyApp(platformId, domain, secret("user_auth_token"));
  }

  private String secret(String verification) {
    return StreamSupport.stream(
            realm.at("/components/org.keycloak.keys.KeyProvider").spliterator(), false)
        .filter(provider -> provider.path("providerId").asText().equals("helpshift-secret"))
        .map(provider -> provider.path("config"))
        .filter(config -> config.at("/verification/0").asText("identities").equals(verification))
        .map(config -> config.at("/secret/0").asText())
        .findFirst()
        .orElseThrow();
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
