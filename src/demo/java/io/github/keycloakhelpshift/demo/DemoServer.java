package io.github.keycloakhelpshift.demo;

import com.sun.net.httpserver.HttpServer;
import io.github.keycloakhelpshift.simulator.HelpshiftSimulator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The example web apps, at a port of this machine. */
public final class DemoServer implements AutoCloseable {

  /** Where the demo realm expects the apps. */
  static final int PORT = 3000;

  /** Where it expects the Web Chat simulator. */
  static final int SIMULATOR_PORT = 3001;

  private static final Path PAGES = Path.of("src/demo/resources/demo-app");

  /** Where bin/recipes puts them. */
  private static final Path RECIPES = Path.of("target/recipes");

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpServer http;

  private DemoServer(int port) throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    http.setExecutor(threads);
    http.start();
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any free one
   */
  public static DemoServer listen(int port) throws IOException {
    return new DemoServer(port);
  }

  /**
   * Serves the apps of a realm.
   *
   * @param keycloak where Keycloak serves, without a slash at the end
   * @param realm the realm's name
   */
  public DemoServer serve(String keycloak, String realm) {
    Map<String, String> names = Map.of("keycloak", keycloak, "realm", realm);
    Pages pages = new Pages(PAGES, names);
    http.createContext("/", pages);
    http.createContext("/recipes/", new Pages(RECIPES, names));
    http.createContext("/server/", new ServerApp(keycloak + "/realms/" + realm, url(), pages));
    return this;
  }

  /** The apps' origin. */
  public String url() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }

  /** The apps and the simulator, until the process is ended: needs Keycloak's address. */
  public static void main(String... args) throws IOException {
    DemoRealm.read().addTo(HelpshiftSimulator.start(SIMULATOR_PORT));
    listen(PORT).serve(args[0], "demo");
  }
}
