package io.github.keycloakhelpshift.benchmark;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;
import java.util.Map;
import java.util.function.Supplier;

/** What the simulations send, and how its answers are counted. */
final class Load {

  private static final String SENT_AT = "sentAt";
  private static final String STATUS = "status";
  private static final int NO_ANSWER = 0;

  private Load() {}

  static HttpProtocolBuilder protocol(String realmUrl) {
    return http.baseUrl(realmUrl)
        .shareConnections()
        .disableCaching()
        .check(status().saveAs(STATUS), status().in(200, 204));
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
        "refreshToken",
        user.tokens().refreshToken(),
        "cookie",
        user.cookie());
  }

  /** One request, counted by what counts when it is answered. */
  static ChainBuilder request(Endpoint endpoint, Supplier<? extends Answers> answers) {
    return request(endpoint.request(), answers);
  }

  /** As the other, for a request of any kind. */
  static ChainBuilder request(
      HttpRequestActionBuilder request, Supplier<? extends Answers> answers) {
    return exec(session -> session.set(SENT_AT, System.nanoTime()))
        .exec(request)
        .exec(
            session -> {
              if (session.isFailed()) {
                answers.get().failed(session.contains(STATUS) ? session.getInt(STATUS) : NO_ANSWER);
              } else {
                answers.get().answered(System.nanoTime() - session.getLong(SENT_AT));
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
