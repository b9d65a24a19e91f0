package io.github.keycloakhelpshift.benchmark;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes a {@link SoakSample} every so often, while the load goes on. */
final class SoakRecorder {

  private static final List<Endpoint> ENDPOINTS = List.of(Endpoint.TOKEN, Endpoint.TOKEN_BY_COOKIE);

  private final ProcessHandle server;
  private final Heap heap;
  private final Statements statements;
  private final Duration every;
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final List<SoakSample> samples = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private Map<Endpoint, Phase> phases;
  private int refreshes;
  private long statementsBefore;
  private long beganAt;
  private long sampledAt;

  SoakRecorder(ProcessHandle server, Statements statements, Duration every) {
    this.server = server;
    this.heap = new Heap(server);
    this.statements = statements;
    this.every = every;
  }

  void start() {
    statementsBefore = statements.count();
    beganAt = System.nanoTime();
    sampledAt = beganAt;
    phases = newPhases();
    clock.scheduleAtFixedRate(
        this::sample, every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** The phase that goes on. */
  synchronized Phase phase(Endpoint endpoint) {
    return phases.get(endpoint);
  }

  synchronized void refreshed() {
    refreshes++;
  }

  /** Something went wrong, so that there is no result. */
  synchronized void failed(String what) {
    failures.add(what);
  }

  /** All samples; the last stretch is one if it is not much shorter than the others. */
  List<SoakSample> stop() throws IOException, InterruptedException, SQLException {
    clock.shutdown();
    if (!clock.awaitTermination(1, TimeUnit.MINUTES)) {
      throw new IOException("A sample takes longer than a minute");
    }
    if (System.nanoTime() - sampledAt > every.toNanos() / 2) {
      sample();
    }
    statements.close();
    if (!failures.isEmpty()) {
      throw new IOException("Failed: " + failures);
    }
    return samples;
  }

  private void sample() {
    try {
      long statementsNow = statements.count();
      Map<Endpoint, Phase> ended = phases;
      int refreshed;
      synchronized (this) {
        phases = newPhases();
        refreshed = refreshes;
        refreshes = 0;
      }
      sampledAt = System.nanoTime();
      for (Phase phase : ended.values()) {
        if (!phase.failures().isEmpty()) {
          failed(phase.endpoint().label() + ", by status: " + phase.failures());
        }
      }
      Phase byAccessToken = ended.get(Endpoint.TOKEN);
      Phase byCookie = ended.get(Endpoint.TOKEN_BY_COOKIE);
      samples.add(
          new SoakSample(
              (sampledAt - beganAt) / 60e9,
              byAccessToken.answers(),
              byCookie.answers(),
              refreshed,
              statementsNow - statementsBefore,
              heap.usedMiB(),
              byAccessToken.percentileMillis(50),
              byAccessToken.percentileMillis(99),
              byCookie.percentileMillis(50),
              byCookie.percentileMillis(99)));
      statementsBefore = statementsNow;
    } catch (IOException | RuntimeException e) {
      // The clock would keep it to itself.
      failed(e.toString());
    }
  }

  private Map<Endpoint, Phase> newPhases() {
    Map<Endpoint, Phase> started = new EnumMap<>(Endpoint.class);
    for (Endpoint endpoint : ENDPOINTS) {
      Phase phase = new Phase(endpoint, server);
      phase.begin();
      started.put(endpoint, phase);
    }
    return started;
  }
}
