package io.github.keycloakhelpshift.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.github.keycloakhelpshift.simulator.HelpshiftSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.StreamSupport;

/** The example web apps at one port of this machine, and the Web Chat simulator at the next. */
public final class DemoServer implements AutoCloseable {

  /** Where the demo realm expects the apps. */
  public static final int APP_PORT = 3000;

  private final HelpshiftSimulator simulator;
  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  private DemoServer(String keycloak, HelpshiftSimulator simulator, int port) throws IOException {
    this.simulator = simulator;
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    http.setExecutor(threads);
    String url = "http://localhost:" + http.getAddress().getPort();
    Pages pages = new Pages(Map.of("keycloak", keycloak));
    http.createContext("/", pages);
    http.createContext("/server/", new ServerApp(keycloak + "/realms/demo", url, pages));
    http.start();
  }

  /**
   * Starts both.
   *
   * @param keycloak where Keycloak serves, without a slash at the end
   * @param realm the demo realm's file, which names the Helpshift app
   */
  public static DemoServer start(String keycloak, Path realm) throws IOException {
    HelpshiftSimulator simulator = simulator(realm);
    try {
      return new DemoServer(keycloak, simulator, APP_PORT);
    } catch (IOException e) {
      simulator.close();
      throw e;
    }
  }

  private static HelpshiftSimulator simulator(Path realmFile) throws IOException {
    JsonNode realm = new ObjectMapper().readTree(realmFile.toFile());
    JsonNode secret =
        StreamSupport.stream(
                realm.at("/components/org.keycloak.keys.KeyProvider").spliterator(), false)
            .filter(provider -> provider.path("providerId").asText().equals("helpshift-secret"))
            .findFirst()
            .orElseThrow();
    return HelpshiftSimulator.start(APP_PORT + 1)
        .app(
            secret.at("/config/platformId/0").asText(),
            realm.path("attributes").path("helpshift.domain").asText(),
            secret.at("/config/secret/0").asText());
  }

  /** Helpshift's side of it. */
  public HelpshiftSimulator simulator() {
    return simulator;
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
    simulator.close();
  }

  /** Runs until the process is ended: Keycloak's address, then the demo realm's file. */
  public static void main(String... args) throws IOException {
    start(args[0], Path.of(args[1]));
  }
}
