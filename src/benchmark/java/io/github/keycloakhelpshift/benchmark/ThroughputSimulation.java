package io.github.keycloakhelpshift.benchmark;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Every endpoint in turn, round after round, so that whatever else the machine does hits all of
 * them alike. The same users, sessions and connections for each; as many requests as the server
 * answers.
 */
public final class ThroughputSimulation extends Simulation {

  private final Configuration configuration = Configuration.given();
  private final String realmUrl = System.getProperty("benchmark.realm");
  private final int connections = Integer.getInteger("benchmark.connections");
  private final ProcessHandle server = Load.process("benchmark.pid");
  private final ProcessHandle service = Load.process("benchmark.service.pid");
  private final List<Phase> measured = new ArrayList<>();
  private final FeederBuilder<Object> users;

  /** Logs the users in, then lays out the phases. */
  public ThroughputSimulation() {
    List<SignedIn> signedIn = SignedIn.users(realmUrl, configuration);
    requireWholeTokens(signedIn.get(0));
    users = listFeeder(signedIn.stream().map(Load::credentials).toList()).circular();

    List<PopulationBuilder> populations = new ArrayList<>();
    for (Endpoint endpoint : Endpoint.values()) {
      populations.add(warmUp(phase(endpoint)));
    }
    for (int round = 1; round <= Integer.getInteger("benchmark.rounds"); round++) {
      for (Endpoint endpoint : Endpoint.values()) {
        Phase phase = phase(endpoint);
        measured.add(phase);
        populations.add(round(round, phase));
      }
    }
    setUp(oneAfterTheOther(populations)).protocols(Load.protocol(realmUrl));
  }

  @Override
  public void after() {
    List<Phase> failed = measured.stream().filter(phase -> !phase.failures().isEmpty()).toList();
    if (!failed.isEmpty()) {
      // Not an exception: Gatling would keep it to itself.
      failed.forEach(
          phase ->
              System.err.println(
                  "Failed, by status: " + phase.endpoint().label() + " " + phase.failures()));
      return;
    }
    try {
      new Measured(configuration, measured.stream().map(Phase::toRound).toList())
          .write(Path.of(System.getProperty("benchmark.result")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Phase phase(Endpoint endpoint) {
    return new Phase(endpoint, endpoint == Endpoint.SERVICE ? service : server);
  }

  /** By requests, not by time: what the server's JIT compiler waits for. */
  private PopulationBuilder warmUp(Phase phase) {
    int each = Integer.getInteger("benchmark.warmUp") / connections;
    return population(phase, "warm-up", requests -> repeat(each).on(requests));
  }

  private PopulationBuilder round(int number, Phase phase) {
    Duration duration = Duration.ofSeconds(Integer.getInteger("benchmark.seconds"));
    return population(phase, "round " + number, requests -> during(duration).on(requests));
  }

  private PopulationBuilder population(Phase phase, String name, UnaryOperator<ChainBuilder> loop) {
    ChainBuilder request = feed(users).exec(Load.request(phase.endpoint(), () -> phase));
    return scenario(phase.endpoint().label() + ", " + name)
        .exec(
            session -> {
              phase.begin();
              return session;
            })
        .exec(loop.apply(request))
        .exec(
            session -> {
              phase.end();
              return session;
            })
        .injectOpen(atOnceUsers(connections));
  }

  private static PopulationBuilder oneAfterTheOther(List<PopulationBuilder> populations) {
    PopulationBuilder rest = populations.get(populations.size() - 1);
    for (int i = populations.size() - 2; i >= 0; i--) {
      rest = populations.get(i).andThen(rest);
    }
    return rest;
  }

  /** A service that sends too little would look fast. */
  private void requireWholeTokens(SignedIn user) {
    try {
      Answer ours =
          Answer.read(SignedIn.post(realmUrl + "/helpshift/token", user.tokens().accessToken()));
      Answer theirs =
          Answer.read(SignedIn.post(System.getProperty("benchmark.service"), user.serviceToken()));
      if (!ours.equals(theirs) || ours.size() != configuration.sources()) {
        throw new IllegalStateException("Not whole and equal: " + ours + " and " + theirs);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
