package io.github.keycloakhelpshift.benchmark;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** What {@link ThroughputSimulation} measured, as Markdown. */
final class ThroughputReport {

  private final List<Phase> phases;

  ThroughputReport(List<Phase> phases) {
    this.phases = phases;
  }

  String toMarkdown() {
    StringBuilder text = new StringBuilder();
    text.append("Median of %d rounds (least to most)%n%n".formatted(of(Endpoint.TOKEN).size()));
    text.append("| endpoint | requests/s | p50 ms | p99 ms | server CPU µs/request |\n");
    text.append("| --- | --- | --- | --- | --- |\n");
    for (Endpoint endpoint : Endpoint.values()) {
      text.append(
          "| %s | %s | %s | %s | %s |%n"
              .formatted(
                  endpoint.label(),
                  spread("%.0f", endpoint, Phase::perSecond),
                  spread("%.1f", endpoint, phase -> phase.percentileMillis(50)),
                  spread("%.1f", endpoint, phase -> phase.percentileMillis(99)),
                  spread("%.0f", endpoint, Phase::cpuMicros)));
    }
    text.append("\nRatio in each round, median (least to most)\n\n");
    text.append("| ratio | by requests/s | by server CPU |\n");
    text.append("| --- | --- | --- |\n");
    text.append(ratio(Endpoint.TOKEN, Endpoint.USERINFO));
    text.append(ratio(Endpoint.TOKEN, Endpoint.AUTHENTICATE_ONLY));
    text.append(ratio(Endpoint.TOKEN_BY_COOKIE, Endpoint.USERINFO));
    return text.toString();
  }

  /** More is faster, in both columns. */
  private String ratio(Endpoint ours, Endpoint theirs) {
    return "| %s / %s | %s | %s |%n"
        .formatted(
            ours.label(),
            theirs.label(),
            ratios(ours, theirs, Phase::perSecond),
            ratios(theirs, ours, Phase::cpuMicros));
  }

  private String ratios(Endpoint above, Endpoint below, ToDoubleFunction<Phase> figure) {
    List<Phase> dividends = of(above);
    List<Phase> divisors = of(below);
    return spread(
        "%.2f",
        IntStream.range(0, dividends.size())
            .mapToDouble(
                round ->
                    figure.applyAsDouble(dividends.get(round))
                        / figure.applyAsDouble(divisors.get(round)))
            .toArray());
  }

  private List<Phase> of(Endpoint endpoint) {
    return phases.stream().filter(phase -> phase.endpoint() == endpoint).toList();
  }

  private String spread(String format, Endpoint endpoint, ToDoubleFunction<Phase> figure) {
    return spread(format, of(endpoint).stream().mapToDouble(figure).toArray());
  }

  private static String spread(String format, double[] values) {
    Arrays.sort(values);
    int half = values.length / 2;
    double median = values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    return (format + " (" + format + " to " + format + ")")
        .formatted(median, values[0], values[values.length - 1]);
  }
}
