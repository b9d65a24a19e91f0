package io.github.keycloakhelpshift.benchmark;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.Map;
import java.util.function.Supplier;

/** What both simulations send, and how its answers are counted. */
final class Load {

  private static final String SENT_AT = "sentAt";
  private static final String STATUS = "status";
  private static final int NO_ANSWER = 0;

  private Load() {}

  static HttpProtocolBuilder protocol(String realmUrl) {
    return http.baseUrl(realmUrl)
        .shareConnections()
        .disableCaching()
        .check(status().saveAs(STATUS), status().is(200));
  }

  /** The credentials that {@link Endpoint}'s requests ask the session for. */
  static Map<String, Object> credentials(SignedIn user) {
    return Map.of(
        "clientId",
        user.clientId(),
        "accessToken",
        user.tokens().accessToken(),
        "serviceToken",
        user.serviceToken(),
        "cookie",
        user.cookie());
  }

  /** One request, counted by the phase that goes on when it is answered. */
  static ChainBuilder request(Endpoint endpoint, Supplier<Phase> phase) {
    return exec(session -> session.set(SENT_AT, System.nanoTime()))
        .exec(endpoint.request())
        .exec(
            session -> {
              if (session.isFailed()) {
                phase.get().failed(session.contains(STATUS) ? session.getInt(STATUS) : NO_ANSWER);
              } else {
                phase.get().answered(System.nanoTime() - session.getLong(SENT_AT));
              }
              return session.markAsSucceeded().remove(STATUS);
            });
  }

  /** A process that the benchmark has started; kc.sh starts the server as its child. */
  static ProcessHandle process(String property) {
    ProcessHandle process = ProcessHandle.of(Long.getLong(property)).orElseThrow();
    return process
        .descendants()
        .filter(child -> child.info().command().orElse("").endsWith("java"))
        .findFirst()
        .orElse(process);
  }
}
