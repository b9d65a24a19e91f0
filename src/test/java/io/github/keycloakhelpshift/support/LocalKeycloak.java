package io.github.keycloakhelpshift.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The Keycloak distribution as admins run it: {@code kc.sh build} with our JAR in {@code
 * providers/}, then {@code kc.sh start --optimized}.
 *
 * <p>It runs in a home of its own, so that {@code providers/} contains nothing else, and nothing
 * else is changed.
 */
public final class LocalKeycloak extends LoopbackKeycloak {

  /** The admin of everything. */
  public static final String ADMIN = "admin";

  private final KeycloakHome home;
  private final Path vault;
  private final Deployment deployment;
  private Process process;

  private LocalKeycloak(KeycloakHome home, Path vault, Deployment deployment) {
    super(vault, new ServerLog(home.log()));
    this.home = home;
    this.vault = vault;
    this.deployment = deployment;
  }

  /**
   * Starts a Keycloak.
   *
   * @param distribution an unpacked distribution; not changed
   * @param extension the JAR for {@code providers/}
   * @param directory where its home and log go; what was there is lost
   */
  public static LocalKeycloak start(
      Path distribution, Path extension, Path directory, Deployment deployment) {
    Path path = directory.resolve("home");
    Path log = directory.resolve("server.log");
    Path vault = path.resolve("data/vault");
    try {
      Files.createDirectories(directory);
      Files.deleteIfExists(log);
      KeycloakHome home =
          KeycloakHome.make(distribution, extension, deployment.buildOptions(), path, log);
      Files.createDirectories(vault);
      LocalKeycloak keycloak = new LocalKeycloak(home, vault, deployment);
      Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
      deployment.imported().ifPresent(keycloak::importRealm);
      keycloak.run();
      return keycloak;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void restart() {
    close();
    run();
  }

  @Override
  public void close() {
    if (process == null) {
      return;
    }
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroy);
    for (ProcessHandle one : all) {
      try {
        one.onExit().get(20, TimeUnit.SECONDS);
      } catch (Exception e) {
        one.destroyForcibly();
      }
    }
    process = null;
  }

  /** Kills it, like a power failure; it can be restarted. */
  public void kill() {
    List<ProcessHandle> all = processes();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
    process = null;
  }

  /** kc.sh passes a signal on, but may itself be gone first. */
  private List<ProcessHandle> processes() {
    List<ProcessHandle> all = new ArrayList<>(process.descendants().toList());
    all.add(process.toHandle());
    return all;
  }

  private void importRealm(Deployment.RealmFile realm) {
    try {
      process = kc(realm.environment(), List.of("import", "--optimized", "--file=" + realm.file()));
      home.await(process);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void run() {
    try {
      List<String> start = new ArrayList<>(List.of("start", "--optimized"));
      start.addAll(startOptions(vault.toString()));
      start.addAll(deployment.runOptions());
      process = kc(Map.of(), start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    long deadline = System.nanoTime() + START_TIMEOUT.toNanos();
    while (!isReady()) {
      if (!process.isAlive()) {
        throw didNotStart("it ended with " + process.exitValue());
      }
      if (System.nanoTime() > deadline) {
        throw didNotStart("not ready in " + START_TIMEOUT);
      }
      Await.pause();
    }
  }

  private IllegalStateException didNotStart(String why) {
    close();
    return new IllegalStateException("Keycloak did not start, %s:%n%s".formatted(why, log().end()));
  }

  private Process kc(Map<String, String> environment, List<String> arguments) throws IOException {
    Map<String, String> all = new HashMap<>(environment);
    all.put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    all.put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    return home.kc(all, arguments);
  }
}
