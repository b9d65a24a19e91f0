package io.github.keycloakhelpshift.benchmark;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** All users' hours of one kind: what they cost the server's processor and the database. */
final class HourPhase implements Answers {

  private final HourOfRequests hour;
  private final ProcessHandle server;
  private final Statements statements;
  private final Map<Integer, Integer> failures = new TreeMap<>();
  private Duration cpuAtBegin;
  private long statementsAtBegin;
  private Duration cpu;
  private long sent;
  private int hours;

  HourPhase(HourOfRequests hour, ProcessHandle server, Statements statements) {
    this.hour = hour;
    this.server = server;
    this.statements = statements;
  }

  HourOfRequests hour() {
    return hour;
  }

  /** A connection starts: the first one counts. */
  synchronized void begin() {
    if (cpuAtBegin == null) {
      cpuAtBegin = serverCpu();
      statementsAtBegin = statements.count();
    }
  }

  /** A user's hour is over. */
  synchronized void hourEnds() {
    hours++;
  }

  /** A connection has ended: the last one counts. */
  synchronized void end() {
    cpu = serverCpu().minus(cpuAtBegin);
    sent = statements.count() - statementsAtBegin;
  }

  @Override
  public void answered(long duration) {
    // How long it took is not what an hour is about.
  }

  @Override
  public synchronized void failed(int status) {
    failures.merge(status, 1, Integer::sum);
  }

  synchronized Map<Integer, Integer> failures() {
    return Map.copyOf(failures);
  }

  synchronized HourCost cost(long bytes) {
    return new HourCost(hour, cpu.toNanos() / 1e6 / hours, (double) sent / hours, bytes);
  }

  private Duration serverCpu() {
    return server.info().totalCpuDuration().orElseThrow();
  }
}
