package io.github.keycloakhelpshift.benchmark;

import static io.gatling.javaapi.core.CoreDsl.bodyString;
import static io.gatling.javaapi.core.CoreDsl.constantUsersPerSec;
import static io.gatling.javaapi.core.CoreDsl.doIf;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.core.CoreDsl.listFeeder;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Session;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The same load for minutes, half of it by access token, which is refreshed whenever it runs out,
 * and half by cookie.
 */
public final class SoakSimulation extends Simulation {

  private static final String USER = "user";
  private static final String REFRESHED = "refreshed";

  private final Configuration configuration = Configuration.given();
  private final String realmUrl = System.getProperty("benchmark.realm");
  private final SoakRecorder recorder;

  /** Logs the users in, then lays out the load. */
  public SoakSimulation() throws SQLException {
    recorder =
        new SoakRecorder(
            Load.process("benchmark.pid"),
            new Statements(System.getProperty("benchmark.database")),
            Duration.ofSeconds(Integer.getInteger("benchmark.sample")));
    List<SignedIn> signedIn = SignedIn.users(realmUrl, configuration);
    setUp(
            population(
                Endpoint.TOKEN,
                feed(listFeeder(signedIn.stream().map(SoakSimulation::refreshable).toList())
                        .circular())
                    .exec(refresh())
                    .exec(session -> session.set("accessToken", user(session).accessToken()))),
            population(
                Endpoint.TOKEN_BY_COOKIE,
                feed(listFeeder(signedIn.stream().map(Load::credentials).toList()).circular())))
        .protocols(Load.protocol(realmUrl));
  }

  @Override
  public void before() {
    recorder.start();
  }

  @Override
  public void after() {
    try {
      List<SoakSample> samples = recorder.stop();
      new ObjectMapper()
          .writeValue(Path.of(System.getProperty("benchmark.result")).toFile(), samples);
    } catch (IOException | InterruptedException | SQLException e) {
      // Not an exception: Gatling would keep it to itself.
      System.err.println(e);
    }
  }

  /**
   * Half of the rate, however long the answers take. Were the next request to wait for an answer, a
   * stall would keep away the very requests that it slows down.
   */
  private PopulationBuilder population(Endpoint endpoint, ChainBuilder credentials) {
    return scenario(endpoint.label())
        .exec(credentials)
        .exec(Load.request(endpoint, () -> recorder.phase(endpoint)))
        .injectOpen(
            constantUsersPerSec(Integer.getInteger("benchmark.rate") / 2.0)
                .during(Duration.ofMinutes(Integer.getInteger("benchmark.minutes"))));
  }

  private ChainBuilder refresh() {
    return doIf(session -> user(session).needsRefresh())
        .then(
            exec(http("refresh")
                    .post("/protocol/openid-connect/token")
                    .formParam("grant_type", "refresh_token")
                    .formParam("client_id", "#{clientId}")
                    .formParam("refresh_token", session -> user(session).refreshToken())
                    .check(bodyString().saveAs(REFRESHED)))
                .exec(
                    session -> {
                      if (session.isFailed()) {
                        recorder.failed("refresh");
                      } else {
                        user(session).refreshed(SignedIn.Tokens.read(session.getString(REFRESHED)));
                        recorder.refreshed();
                      }
                      return session.markAsSucceeded();
                    }));
  }

  private static Map<String, Object> refreshable(SignedIn user) {
    return Map.of(USER, new SoakUser(user.tokens()), "clientId", user.clientId());
  }

  private static SoakUser user(Session session) {
    return session.get(USER);
  }
}
