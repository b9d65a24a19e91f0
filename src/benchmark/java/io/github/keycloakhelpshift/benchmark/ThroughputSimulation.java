package io.github.keycloakhelpshift.benchmark;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Every endpoint in turn, round after round, so that whatever else the machine does hits all of
 * them alike. The same users, tokens and connections for each; as many requests as the server
 * answers.
 */
public final class ThroughputSimulation extends Simulation {

  private static final String SENT_AT = "sentAt";
  private static final String STATUS = "status";
  private static final int NO_ANSWER = 0;

  private final String realmUrl = System.getProperty("benchmark.realm");
  private final int connections = Integer.getInteger("benchmark.connections");
  private final ProcessHandle server = server();
  private final List<Phase> measured = new ArrayList<>();
  private final FeederBuilder<Object> users;

  /** Logs the users in, then lays out the phases. */
  public ThroughputSimulation() {
    List<SignedIn> signedIn = SignedIn.users(realmUrl, Integer.getInteger("benchmark.users"));
    requireWholeToken(signedIn.get(0));
    users =
        listFeeder(
                signedIn.stream()
                    .map(
                        user ->
                            Map.<String, Object>of(
                                "accessToken", user.accessToken(), "cookie", user.cookie()))
                    .toList())
            .circular();

    List<PopulationBuilder> populations = new ArrayList<>();
    for (Endpoint endpoint : Endpoint.values()) {
      populations.add(warmUp(new Phase(endpoint, server)));
    }
    for (int round = 1; round <= Integer.getInteger("benchmark.rounds"); round++) {
      for (Endpoint endpoint : Endpoint.values()) {
        Phase phase = new Phase(endpoint, server);
        measured.add(phase);
        populations.add(round(round, phase));
      }
    }
    setUp(oneAfterTheOther(populations))
        .protocols(
            http.baseUrl(realmUrl)
                .shareConnections()
                .disableCaching()
                .check(status().saveAs(STATUS), status().is(200)));
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
      Files.writeString(
          Path.of(System.getProperty("benchmark.report")),
          new ThroughputReport(measured).toMarkdown());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
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
    String label = phase.endpoint().label();
    ChainBuilder request =
        feed(users)
            .exec(session -> session.set(SENT_AT, System.nanoTime()))
            .exec(phase.endpoint().request(label))
            .exec(
                session -> {
                  if (session.isFailed()) {
                    phase.failed(session.contains(STATUS) ? session.getInt(STATUS) : NO_ANSWER);
                  } else {
                    phase.answered(System.nanoTime() - session.getLong(SENT_AT));
                  }
                  return session.markAsSucceeded().remove(STATUS);
                });
    return scenario(label + ", " + name)
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

  /** kc.sh starts the server as its child. */
  private static ProcessHandle server() {
    return ProcessHandle.of(Long.getLong("benchmark.pid"))
        .orElseThrow()
        .descendants()
        .filter(process -> process.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElseThrow();
  }

  /** A realm that sends less than it should would be measured as a fast one. */
  private void requireWholeToken(SignedIn user) {
    String answer = user.post(realmUrl + "/helpshift/token");
    try {
      ObjectMapper json = new ObjectMapper();
      String[] parts = json.readTree(answer).path("identity_token").asText().split("\\.");
      if (parts.length != 3
          || json.readTree(Base64.getUrlDecoder().decode(parts[1])).path("identities").size()
              != BenchmarkRealm.IDENTITIES) {
        throw new IllegalStateException("Not a token of all identities: " + answer);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
