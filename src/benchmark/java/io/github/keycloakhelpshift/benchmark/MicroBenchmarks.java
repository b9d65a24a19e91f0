package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs the parts that need no server, and prints what they cost. */
final class MicroBenchmarks {

  private MicroBenchmarks() {}

  /** Argument: the file to write. */
  public static void main(String[] args) throws RunnerException, IOException {
    Collection<RunResult> runs =
        new Runner(
                new OptionsBuilder()
                    .include(SigningBenchmark.class.getName())
                    .include(SettingsBenchmark.class.getName())
                    .forks(2)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(5)
                    .measurementTime(TimeValue.seconds(1))
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Map<String, Result<?>> results =
        runs.stream()
            .collect(
                Collectors.toMap(
                    run -> run.getPrimaryResult().getLabel(), RunResult::getPrimaryResult));
    Map<String, Double> nanos = new HashMap<>();
    results.forEach((part, result) -> nanos.put(part, result.getScore()));
    new ObjectMapper().writeValue(new File(args[0]), nanos);
    System.out.printf("%nMean of 10 iterations in 2 JVMs (99.9 %% confidence)%n%n");
    System.out.println("| part | ns |");
    System.out.println("| --- | --- |");
    print("signing a token of five identities", results.get("token"));
    print("HMAC-SHA256 of the same bytes", results.get("bareMac"));
    print("reading the settings of a realm with sixty attributes", results.get("read"));
    System.out.printf(
        "%nSigning / bare HMAC: %.2f%n%n",
        results.get("token").getScore() / results.get("bareMac").getScore());
  }

  private static void print(String part, Result<?> result) {
    System.out.printf("| %s | %.0f ± %.0f |%n", part, result.getScore(), result.getScoreError());
  }
}
