package io.github.keycloakhelpshift.support;

import java.util.List;
import java.util.stream.Stream;

/**
 * The options of a server, in addition to those that all have.
 *
 * @param buildOptions for {@code kc.sh build}
 * @param runOptions for {@code kc.sh start}
 */
public record Deployment(List<String> buildOptions, List<String> runOptions) {

  /** Makes a deployment of one node, with a database in its own files. */
  public static Deployment standalone(String... buildOptions) {
    return new Deployment(
        Stream.concat(Stream.of("--db=dev-file"), Stream.of(buildOptions)).toList(),
        List.of("--cache=local", "--hostname-strict=false"));
  }

  /** A port of this machine that nothing listens on. */
  public static int freePort() {
    return LoopbackKeycloak.freePort();
  }

  /** The same with more options for {@code kc.sh start}. */
  public Deployment with(String... moreRunOptions) {
    return new Deployment(
        buildOptions, Stream.concat(runOptions.stream(), Stream.of(moreRunOptions)).toList());
  }
}
