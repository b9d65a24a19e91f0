package io.github.keycloakhelpshift.benchmark;

import java.io.IOException;
import java.nio.file.Path;

/** One configuration's endpoints side by side, as Markdown. */
final class ThroughputReport {

  private final Measured measured;

  ThroughputReport(Measured measured) {
    this.measured = measured;
  }

  /** Argument: the file of what was measured. */
  public static void main(String[] args) throws IOException {
    System.out.print(new ThroughputReport(Measured.read(Path.of(args[0]))).toMarkdown());
  }

  String toMarkdown() {
    Configuration configuration = measured.configuration();
    StringBuilder text = new StringBuilder();
    text.append(
        "%,d users, sources: %d, clients: %d; median of %d rounds (least to most).%n%n"
            .formatted(
                configuration.users(),
                configuration.sources(),
                configuration.clients(),
                measured.spread(Endpoint.TOKEN, Round::perSecond).size()));
    text.append("| endpoint | requests/s | p50 ms | p99 ms | CPU µs/request |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    for (Endpoint endpoint : Endpoint.values()) {
      text.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  endpoint.label(),
                  measured.spread(endpoint, Round::perSecond).format("%.0f"),
                  measured.spread(endpoint, Round::p50Millis).format("%.1f"),
                  measured.spread(endpoint, Round::p99Millis).format("%.1f"),
                  measured.spread(endpoint, Round::cpuMicros).format("%.0f")));
    }
    text.append("\nRatio in each round, median (least to most); more is faster.\n\n");
    text.append("| ratio | by requests/s | by CPU |\n");
    text.append("| --- | --- | --- |\n");
    text.append(ratio(Endpoint.TOKEN, Endpoint.USERINFO));
    text.append(ratio(Endpoint.TOKEN, Endpoint.AUTHENTICATE_ONLY));
    text.append(ratio(Endpoint.TOKEN, Endpoint.SERVICE));
    text.append(ratio(Endpoint.TOKEN_WITH_BODY, Endpoint.TOKEN));
    text.append(ratio(Endpoint.TOKEN_BY_COOKIE, Endpoint.USERINFO));
    text.append(ratio(Endpoint.TOKEN_BY_COOKIE, Endpoint.SERVICE));
    text.append(ratio(Endpoint.SESSION, Endpoint.AUTHENTICATE_ONLY));
    text.append(ratio(Endpoint.SESSION_BY_COOKIE, Endpoint.AUTHENTICATE_ONLY));
    return text.toString();
  }

  private String ratio(Endpoint ours, Endpoint theirs) {
    return "| %s / %s | %s | %s |%n"
        .formatted(
            ours.label(),
            theirs.label(),
            measured.ratio(ours, theirs, Round::perSecond).format("%.2f"),
            measured.ratio(theirs, ours, Round::cpuMicros).format("%.2f"));
  }
}
