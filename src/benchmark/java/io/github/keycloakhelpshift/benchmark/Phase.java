package io.github.keycloakhelpshift.benchmark;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * One endpoint under load for some seconds. Counts its answers, how long each took (Gatling knows
 * that to the millisecond only, which is most of an answer), and the server's processor time:
 * unlike the clock, that hardly cares what else the machine does.
 */
final class Phase implements Answers {

  private final Endpoint endpoint;
  private final ProcessHandle server;
  private long beganAt;
  private Duration cpuAtBegin;
  private Duration elapsed;
  private Duration cpu;
  private int answers;
  private final Map<Integer, Integer> failures = new TreeMap<>();
  private long[] nanos = new long[1 << 16];

  Phase(Endpoint endpoint, ProcessHandle server) {
    this.endpoint = endpoint;
    this.server = server;
  }

  Endpoint endpoint() {
    return endpoint;
  }

  /** A connection starts: the first one counts. */
  synchronized void begin() {
    if (cpuAtBegin == null) {
      cpuAtBegin = serverCpu();
      beganAt = System.nanoTime();
    }
  }

  @Override
  public synchronized void answered(long duration) {
    if (answers == nanos.length) {
      nanos = Arrays.copyOf(nanos, 2 * answers);
    }
    nanos[answers++] = duration;
  }

  @Override
  public synchronized void failed(int status) {
    failures.merge(status, 1, Integer::sum);
  }

  /** A connection has ended: the last one counts. */
  synchronized void end() {
    elapsed = Duration.ofNanos(System.nanoTime() - beganAt);
    cpu = serverCpu().minus(cpuAtBegin);
  }

  /** How many requests failed, by status; 0 stands for no answer. */
  synchronized Map<Integer, Integer> failures() {
    return Map.copyOf(failures);
  }

  synchronized int answers() {
    return answers;
  }

  synchronized double percentileMillis(double percentile) {
    long[] sorted = Arrays.copyOf(nanos, answers);
    Arrays.sort(sorted);
    return new SortedTimes(sorted).percentile(percentile) / 1e6;
  }

  synchronized Round toRound() {
    return new Round(
        endpoint,
        answers * 1e9 / elapsed.toNanos(),
        percentileMillis(50),
        percentileMillis(99),
        cpu.toNanos() / 1e3 / answers);
  }

  private Duration serverCpu() {
    return server.info().totalCpuDuration().orElseThrow();
  }
}
