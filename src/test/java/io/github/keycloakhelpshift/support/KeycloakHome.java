package io.github.keycloakhelpshift.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A folder with Keycloak's distribution, our JAR in {@code providers/}, and what {@code kc.sh
 * build} has made of them.
 *
 * @param path the folder
 * @param log where the output of {@code kc.sh} goes
 */
record KeycloakHome(Path path, Path log) {

  private static final List<String> BUILD =
      List.of(
          "build",
          "--vault=file",
          "--health-enabled=true",
          "--metrics-enabled=true",
          // On a machine without D-Bus, the build waits 10 seconds for it on behalf of SSSD.
          "--spi-storage--sssd--enabled=false");

  private static final String STAMP = "built.txt";

  /**
   * Makes one. A build takes half a minute of a busy machine, so it runs once for all JVMs and
   * servers with the same JAR and options; the others get a copy.
   *
   * @param distribution an unpacked distribution; not changed
   * @param extension our JAR; the builds are kept in a folder beside it
   * @param path the folder; what was there is lost
   */
  static KeycloakHome make(
      Path distribution, Path extension, List<String> buildOptions, Path path, Path log)
      throws IOException {
    KeycloakHome home = new KeycloakHome(path, log);
    deleteTree(path);
    copyTree(built(distribution, extension, buildOptions).path, path, Set.of("data"));
    copyTree(Path.of("src/test/resources/themes"), path.resolve("themes"), Set.of());
    return home;
  }

  /** Starts {@code kc.sh}. */
  Process kc(Map<String, String> environment, List<String> arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(path.resolve("bin/kc.sh").toString()));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("KC_"));
    builder.environment().put("JAVA_HOME", System.getProperty("keycloak.java.home"));
    // Each test has a realm of its own: some hundred of them, cached, fill Keycloak's default of
    // 512 MB.
    builder.environment().putIfAbsent("JAVA_OPTS_KC_HEAP", "-Xms512m -Xmx1g");
    builder.environment().putIfAbsent("JAVA_OPTS_APPEND", LoopbackKeycloak.JAVA_OPTIONS);
    builder.environment().putAll(environment);
    return builder.start();
  }

  /** The build for that JAR and these options; whichever JVM comes first makes it. */
  private static synchronized KeycloakHome built(
      Path distribution, Path extension, List<String> options) throws IOException {
    String name =
        UUID.nameUUIDFromBytes((distribution + " " + extension + " " + options).getBytes(UTF_8))
            .toString();
    Path folder = extension.resolveSibling("keycloak-built").resolve(name);
    Files.createDirectories(folder);
    KeycloakHome built = new KeycloakHome(folder.resolve("home"), folder.resolve("build.log"));
    try (FileChannel file =
            FileChannel.open(
                folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = file.lock()) {
      assert lock.isValid();
      Path stamp = folder.resolve(STAMP);
      String jar = Files.getLastModifiedTime(extension).toString();
      if (!Files.exists(stamp) || !Files.readString(stamp).equals(jar)) {
        Files.deleteIfExists(stamp);
        built.build(distribution, extension, options);
        Files.writeString(stamp, jar);
      }
    }
    return built;
  }

  private void build(Path distribution, Path extension, List<String> options) throws IOException {
    deleteTree(path);
    copyTree(distribution, path, Set.of("data", "providers"));
    Files.createDirectories(path.resolve("providers"));
    // Keycloak compares the time of the JAR with that at the build.
    Files.copy(
        extension,
        path.resolve("providers").resolve(extension.getFileName()),
        StandardCopyOption.COPY_ATTRIBUTES);
    Files.deleteIfExists(log);
    List<String> build = new ArrayList<>(BUILD);
    build.addAll(options);
    await(kc(Map.of(), build));
  }

  /** Waits for the end of a command of {@code kc.sh} that is no server. */
  void await(Process command) throws IOException {
    try {
      if (command.waitFor() != 0) {
        throw new IllegalStateException("kc.sh failed:\n" + Files.readString(log));
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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
