package io.github.keycloakhelpshift.support;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.testcontainers.containers.BindMode;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.images.PullPolicy;
import org.testcontainers.images.builder.ImageFromDockerfile;
import org.testcontainers.utility.MountableFile;

/**
 * The image that {@code docker/Dockerfile} makes, with the build options that tests need.
 *
 * <p>On the host's own network: Keycloak calls servers of tests, and those are on this machine's
 * {@code localhost}.
 */
public final class ContainerKeycloak extends LoopbackKeycloak {

  private static final String HOME = "/opt/keycloak/";

  private static final String VAULT = HOME + "data/vault";

  private final KeycloakContainer container;

  private ContainerKeycloak(String version, Path extension, Path vault, Path logs) {
    super(vault, new ServerLog(logs.resolve("keycloak.log")));
    this.container =
        new KeycloakContainer("quay.io/keycloak/keycloak:" + version)
            .withOptimizedFlag()
            .withEnv("JAVA_OPTS_APPEND", JAVA_OPTIONS)
            .withAdminUsername(LocalKeycloak.ADMIN)
            .withAdminPassword(LocalKeycloak.ADMIN)
            // The image is built here: there is nothing to pull.
            .withImagePullPolicy(PullPolicy.defaultPolicy())
            .withNetworkMode("host")
            .withCopyFileToContainer(
                MountableFile.forHostPath("src/test/resources/themes"), HOME + "themes")
            .withFileSystemBind(vault.toString(), VAULT, BindMode.READ_ONLY)
            .withFileSystemBind(logs.toString(), HOME + "data/log", BindMode.READ_WRITE)
            .waitingFor(new UntilReady());
    container.setImage(image(version, extension));
    container.setExposedPorts(List.of());
    startOptions(VAULT).forEach(container::withCustomCommand);
    Deployment.standalone().runOptions().forEach(container::withCustomCommand);
    // A file has every line once it is logged; the container's output comes later.
    List.of("--log=console,file", "--log-console-level=info", "--log-file-rotation-enabled=false")
        .forEach(container::withCustomCommand);
  }

  /**
   * Starts a Keycloak.
   *
   * @param version of the base image
   * @param extension the JAR for {@code providers/}
   * @param directory where its log and vault go
   */
  public static ContainerKeycloak start(String version, Path extension, Path directory) {
    try {
      Path vault = Files.createDirectories(directory.resolve("vault"));
      // A folder of each start's own: the files in it are the container's user's, not ours to
      // delete.
      Path logs = Files.createDirectories(directory.resolve("log-" + UUID.randomUUID()));
      Files.setPosixFilePermissions(logs, PosixFilePermissions.fromString("rwxrwxrwx"));
      ContainerKeycloak keycloak = new ContainerKeycloak(version, extension, vault, logs);
      keycloak.container.start();
      return keycloak;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ImageFromDockerfile image(String version, Path extension) {
    // Kept, so that the next run builds only what has changed.
    return new ImageFromDockerfile("keycloak-helpshift-test", false)
        .withFileFromPath("Dockerfile", Path.of("docker/Dockerfile"))
        .withFileFromPath("providers/keycloak-helpshift.jar", extension)
        .withBuildArgs(
            Map.of(
                "KEYCLOAK_VERSION",
                version,
                "KC_DB",
                "dev-file",
                "KC_FEATURES",
                FEATURES,
                "KC_VAULT",
                "file"));
  }

  @Override
  public void restart() {
    container.getDockerClient().restartContainerCmd(container.getContainerId()).exec();
    awaitReady();
  }

  @Override
  public void close() {
    container.stop();
  }

  private void awaitReady() {
    Await.until(
        "Keycloak is ready",
        START_TIMEOUT,
        () -> {
          if (!container.isRunning()) {
            throw new IllegalStateException("Keycloak did not start:\n" + container.getLogs());
          }
          return isReady();
        });
  }

  private final class UntilReady extends AbstractWaitStrategy {

    @Override
    protected void waitUntilReady() {
      awaitReady();
    }
  }
}
