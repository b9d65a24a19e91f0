package io.github.keycloakhelpshift.support;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The options of a server, in addition to those that all have.
 *
 * @param buildOptions for {@code kc.sh build}
 * @param runOptions for {@code kc.sh start}
 * @param imported the realm that {@code kc.sh import} makes before the first start
 */
public record Deployment(
    List<String> buildOptions, List<String> runOptions, Optional<RealmFile> imported) {

  /**
   * A realm as {@code kc.sh import} reads it.
   *
   * @param environment the values of its placeholders
   */
  public record RealmFile(Path file, Map<String, String> environment) {}

  public Deployment(List<String> buildOptions, List<String> runOptions) {
    this(buildOptions, runOptions, Optional.empty());
  }

  /**
   * What most tests run on, with the experimental and preview features that they need, and with a
   * database that forgets.
   */
  public static Deployment usual() {
    return oneNode("--db=dev-mem", "--features=" + LoopbackKeycloak.FEATURES);
  }

  /** Makes a deployment of one node, with a database in its own files. */
  public static Deployment standalone(String... buildOptions) {
    return oneNode(
        Stream.concat(Stream.of("--db=dev-file"), Stream.of(buildOptions)).toArray(String[]::new));
  }

  private static Deployment oneNode(String... buildOptions) {
    return new Deployment(
        List.of(buildOptions), List.of("--cache=local", "--hostname-strict=false"));
  }

  /** A port of this machine that nothing listens on. */
  public static int freePort() {
    return LoopbackKeycloak.freePort();
  }

  /** The same with more options for {@code kc.sh start}. */
  public Deployment with(String... moreRunOptions) {
    return new Deployment(
        buildOptions,
        Stream.concat(runOptions.stream(), Stream.of(moreRunOptions)).toList(),
        imported);
  }

  /** The same with a realm that {@code kc.sh import} makes. */
  public Deployment importing(Path file, Map<String, String> environment) {
    return new Deployment(
        buildOptions, runOptions, Optional.of(new RealmFile(file.toAbsolutePath(), environment)));
  }
}
