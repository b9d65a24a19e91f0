package io.github.keycloakhelpshift.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private final Path home;
  private final Path vault;
  private final Deployment deployment;
  private Process process;

  private LocalKeycloak(Path home, Deployment deployment) {
    super(home.resolve("data/vault"), new ServerLog(home.resolveSibling("server.log")));
    this.home = home;
    this.vault = home.resolve("data/vault");
    this.deployment = deployment;
  }

  /**
   * Starts a Keycloak.
   *
   * @param distribution an unpacked distribution; not changed
   * @param extension the JAR for {@code providers/}
   * @param directory where its home and log go; what was there is lost
   */
  public static LocalKeycloak start(Path distribution, Path extension, Path directory) {
    return start(
        distribution, extension, directory, Deployment.standalone("--features=" + FEATURES));
  }

  /** Starts a Keycloak that is deployed like that, without the features above. */
  public static LocalKeycloak start(
      Path distribution, Path extension, Path directory, Deployment deployment) {
    LocalKeycloak keycloak = new LocalKeycloak(directory.resolve("home"), deployment);
    Runtime.getRuntime().addShutdownHook(new Thread(keycloak::close));
    try {
      keycloak.install(distribution, extension);
      keycloak.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return keycloak;
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

  /** Stops it, imports the realm of a file as {@code kc.sh import} does, and starts it again. */
  public void importRealm(Path file, Map<String, String> environment) {
    close();
    try {
      complete(kc(environment, "import", "--optimized", "--file=" + file.toAbsolutePath()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    run();
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

  private void install(Path distribution, Path extension) throws IOException {
    deleteTree(home);
    copyTree(distribution, home, Set.of("data", "providers"));
    Files.createDirectories(home.resolve("providers"));
    Files.createDirectories(vault);
    Files.copy(extension, home.resolve("providers").resolve(extension.getFileName()));
    copyTree(Path.of("src/test/resources/themes"), home.resolve("themes"), Set.of());
    Files.deleteIfExists(log().file());
    List<String> build =
        new ArrayList<>(
            List.of("build", "--vault=file", "--health-enabled=true", "--metrics-enabled=true"));
    build.addAll(deployment.buildOptions());
    complete(kc(Map.of(), build.toArray(String[]::new)));
  }

  private void complete(Process command) {
    process = command;
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("kc.sh failed:\n" + log().end());
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void run() {
    try {
      List<String> start = new ArrayList<>(List.of("start", "--optimized"));
      start.addAll(startOptions(vault.toString()));
      start.addAll(deployment.runOptions());
      process = kc(Map.of(), start.toArray(String[]::new));
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

  private Process kc(Map<String, String> environment, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(home.resolve("bin/kc.sh").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log().file().toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
    builder.environment().put("JAVA_HOME", System.getProperty("keycloak.java.home"));
    // Each test has a realm of its own: some hundred of them, cached, fill Keycloak's default of
    // 512 MB.
    builder.environment().putIfAbsent("JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx1g");
    builder.environment().putIfAbsent("JAVA_OPTS_APPEND", JAVA_OPTIONS);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN);
    builder.environment().put("KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN);
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static void copyTree(Path from, Path to, Set<String> except) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
              throws IOException {
            if (except.contains(from.relativize(directory).toString())) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            Files.createDirectories(to.resolve(from.relativize(directory)));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void deleteTree(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    Files.walkFileTree(
        tree,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, IOException failure)
              throws IOException {
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
