package io.github.keycloakhelpshift.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** The common part of all Keycloaks for tests: they use free ports of this machine's loopback. */
abstract class LoopbackKeycloak implements KeycloakServer, AutoCloseable {

  static final Duration START_TIMEOUT = Duration.ofMinutes(5);

  // Experimental or preview features, in some versions, for the tests that need them.
  static final String FEATURES = "token-exchange,transient-users";

  private static final String LOG_LEVELS =
      "info,io.github.keycloakhelpshift:trace,org.keycloak.events:trace,org.hibernate.SQL:debug";

  /**
   * Of a JVM that lives for minutes only: the second compiler and a collector with threads of its
   * own would use more CPU than they save. The build and the first start take about half of it.
   */
  static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:-UseG1GC -XX:+UseSerialGC";

  /** Each JVM that runs tests beside others has ports of its own. */
  private static final int FIRST_PORT = 20_000 + 4_000 * (Integer.getInteger("test.fork", 1) % 3);

  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  private final int port = freePort();
  private final int managementPort = freePort();
  // One for all tests, so that they share its login.
  private final AdminApi admin = new AdminApi(url());
  private final Path vault;
  private final ServerLog log;

  LoopbackKeycloak(Path vault, ServerLog log) {
    this.vault = vault;
    this.log = log;
  }

  @Override
  public final URI url() {
    return URI.create("http://localhost:" + port);
  }

  @Override
  public final URI managementUrl() {
    return URI.create("http://localhost:" + managementPort);
  }

  @Override
  public final AdminApi admin() {
    return admin;
  }

  @Override
  public final ServerLog log() {
    return log;
  }

  /** In the file layout of Keycloak's {@code vault=file}: realm and name, underscores doubled. */
  @Override
  public final void putVaultSecret(String realm, String name, String secret) {
    try {
      Files.writeString(
          vault.resolve(realm.replace("_", "__") + "_" + name.replace("_", "__")), secret);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public abstract void close();

  /** Of {@code kc.sh start --optimized}, where the vault is in that folder. */
  final List<String> startOptions(String vaultFolder) {
    List<String> options = new ArrayList<>(more());
    Collections.addAll(
        options,
        "--http-enabled=true",
        "--http-host=127.0.0.1",
        "--http-port=" + port,
        "--http-management-port=" + managementPort,
        "--vault-dir=" + vaultFolder,
        "--log-level=" + LOG_LEVELS,
        // Too few bits for real life, but to find the primes of a realm's keys takes seconds.
        "--spi-keys--rsa-generated--key-size=512",
        "--spi-keys--rsa-enc-generated--key-size=512",
        "--spi-realm-restapi-extension--helpshift--web-chat-hosts=" + WEB_CHAT_HOST + ",localhost");
    return options;
  }

  private static List<String> more() {
    return Pattern.compile(" ")
        .splitAsStream(System.getProperty(KeycloakExtension.OPTIONS, ""))
        .filter(Predicate.not(String::isBlank))
        .toList();
  }

  final boolean isReady() {
    try {
      return Http.get(managementUrl() + "/health/ready").send().status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  /**
   * Returns a port that nothing listens on, and that nothing else gets: the kernel gives ports
   * above these to programs that ask for any port, and a server binds its port long after it was
   * configured.
   */
  static int freePort() {
    while (true) {
      int port = FIRST_PORT + ThreadLocalRandom.current().nextInt(4_000);
      if (GIVEN.add(port) && isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port)) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
