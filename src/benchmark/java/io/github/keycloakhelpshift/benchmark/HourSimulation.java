package io.github.keycloakhelpshift.benchmark;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.repeat;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.FeederBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Many users' signed-in hours, one kind after the other: the requests that the script was seen to
 * send, without the time between them.
 */
public final class HourSimulation extends Simulation {

  private static final HttpRequestActionBuilder WEB_CHAT =
      byCookie(http("GET web-chat").get("/helpshift/web-chat?client_id=#{clientId}"));

  private static final HttpRequestActionBuilder REFRESH =
      http("refresh")
          .post("/protocol/openid-connect/token")
          .formParam("grant_type", "refresh_token")
          .formParam("client_id", "#{clientId}")
          .formParam("refresh_token", "#{refreshToken}");

  private final String realmUrl = System.getProperty("benchmark.realm");
  private final int connections = Integer.getInteger("benchmark.connections");
  private final int hoursEach = Math.max(1, Integer.getInteger("benchmark.hours") / connections);
  private final List<HourPhase> measured = new ArrayList<>();
  private final Statements statements;
  private final Traffic traffic;
  private final FeederBuilder<Object> users;

  /** Logs the users in, then lays out the hours. */
  public HourSimulation() throws IOException, SQLException {
    statements = new Statements(System.getProperty("benchmark.database"));
    List<SignedIn> signedIn = SignedIn.users(realmUrl, Configuration.given());
    traffic = new Traffic(realmUrl, signedIn.get(0));
    users = listFeeder(signedIn.stream().map(Load::credentials).toList()).circular();
    ProcessHandle server = Load.process("benchmark.pid");
    List<PopulationBuilder> populations = new ArrayList<>();
    for (HourOfRequests hour : HourOfRequests.read(Path.of(System.getProperty("benchmark.hour")))) {
      measured.add(new HourPhase(hour, server, statements));
    }
    // All that will be sent is compiled before the first is measured.
    measured.forEach(phase -> populations.add(warmUp(phase)));
    measured.forEach(phase -> populations.add(hours(phase)));
    PopulationBuilder rest = populations.get(populations.size() - 1);
    for (int i = populations.size() - 2; i >= 0; i--) {
      rest = populations.get(i).andThen(rest);
    }
    setUp(rest).protocols(Load.protocol(realmUrl));
  }

  @Override
  public void after() {
    measured.stream()
        .filter(phase -> !phase.failures().isEmpty())
        .forEach(
            phase ->
                System.err.println(
                    "Failed, by status: " + phase.hour().name() + " " + phase.failures()));
    if (measured.stream().anyMatch(phase -> !phase.failures().isEmpty())) {
      return;
    }
    try (statements) {
      List<HourCost> costs =
          measured.stream().map(phase -> phase.cost(traffic.bytes(phase.hour()))).toList();
      new ObjectMapper()
          .writeValue(Path.of(System.getProperty("benchmark.result")).toFile(), costs);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** By requests, as many as the other simulations send to warm up. */
  private PopulationBuilder warmUp(HourPhase phase) {
    int requests = Integer.getInteger("benchmark.warmUp") / connections;
    int times = Math.max(1, requests / Math.max(1, phase.hour().requests()));
    return scenario(phase.hour().name() + ", warm-up")
        .exec(repeat(times).on(requests(phase)))
        .injectOpen(atOnceUsers(connections));
  }

  private PopulationBuilder hours(HourPhase phase) {
    return scenario(phase.hour().name())
        .exec(
            session -> {
              phase.begin();
              return session;
            })
        .exec(
            repeat(hoursEach)
                .on(
                    requests(phase)
                        .exec(
                            session -> {
                              phase.hourEnds();
                              return session;
                            })))
        .exec(
            session -> {
              phase.end();
              return session;
            })
        .injectOpen(atOnceUsers(connections));
  }

  private ChainBuilder requests(HourPhase phase) {
    HourOfRequests hour = phase.hour();
    return feed(users)
        .exec(times(hour.webChat(), Load.request(WEB_CHAT, () -> phase)))
        .exec(times(hour.token(), Load.request(Endpoint.TOKEN_BY_COOKIE, () -> phase)))
        .exec(times(hour.session(), Load.request(Endpoint.SESSION_BY_COOKIE, () -> phase)))
        .exec(times(hour.refresh(), Load.request(REFRESH, () -> phase)));
  }

  private static ChainBuilder times(int count, ChainBuilder request) {
    return count == 0 ? exec(session -> session) : repeat(count).on(request);
  }

  private static HttpRequestActionBuilder byCookie(HttpRequestActionBuilder request) {
    return request.header("Cookie", "#{cookie}").header("Origin", BenchmarkRealm.ORIGIN);
  }
}
