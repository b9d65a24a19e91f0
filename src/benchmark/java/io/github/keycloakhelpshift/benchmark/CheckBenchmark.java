package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Checks a realm with few and with many clients, one check after the other. The admin's first check
 * after a change reads the clients from the database; the others find them in Keycloak's cache.
 */
final class CheckBenchmark {

  /** Before the first measurement, so that the server's code is compiled. */
  private final int warmUp = Integer.getInteger("benchmark.warmUp");

  private final int rounds = Integer.getInteger("benchmark.rounds");
  private final ProcessHandle server = Load.process("benchmark.pid");
  private final OptedInRealm realm =
      new OptedInRealm(new AdminClient(System.getProperty("benchmark.server")));
  private final Statements statements;
  private final List<CheckCost> costs = new ArrayList<>();

  private CheckBenchmark(Statements statements) {
    this.statements = statements;
  }

  /** Argument: the file to write. */
  public static void main(String[] args) throws Exception {
    try (Statements statements = new Statements(System.getProperty("benchmark.database"))) {
      CheckBenchmark benchmark = new CheckBenchmark(statements);
      benchmark.run(Integer.getInteger("benchmark.clients"));
      new ObjectMapper().writeValue(new File(args[0]), benchmark.costs);
    }
  }

  private void run(int most) {
    for (int clients : new TreeSet<>(List.of(1, Math.max(1, most / 10), most))) {
      realm.addClients(clients);
      if (costs.isEmpty()) {
        check(warmUp);
      }
      measure(clients, false);
      realm.addSettings();
      measure(clients, true);
      realm.removeSettings();
    }
  }

  private void measure(int clients, boolean own) {
    // The first one reads what has changed.
    check(2);
    Duration cpu = serverCpu();
    long sent = statements.count();
    List<Double> millis = check(rounds);
    costs.add(
        new CheckCost(
            clients,
            own,
            millis,
            serverCpu().minus(cpu).toNanos() / 1e6 / rounds,
            (double) (statements.count() - sent) / rounds));
  }

  private List<Double> check(int times) {
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      long begin = System.nanoTime();
      realm.check();
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    return millis;
  }

  private Duration serverCpu() {
    return server.info().totalCpuDuration().orElseThrow();
  }
}
