package io.github.keycloakhelpshift.benchmark;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** What became of heap, latency and SQL in the course of a soak. */
final class SoakReport {

  private final List<SoakSample> samples;

  SoakReport(List<SoakSample> samples) {
    this.samples = samples;
  }

  void draw(Charts charts) throws IOException {
    List<Double> minutes = column(SoakSample::minute);
    charts.lines(
        "soak-heap.svg",
        "minutes",
        "MiB of heap after garbage collection",
        minutes,
        Map.of("heap", column(SoakSample::heapMiB)));
    Map<String, List<Double>> latencies = new LinkedHashMap<>();
    latencies.put("p50, access token", column(SoakSample::p50Millis));
    latencies.put("p99, access token", column(SoakSample::p99Millis));
    latencies.put("p50, cookie", column(SoakSample::cookieP50Millis));
    latencies.put("p99, cookie", column(SoakSample::cookieP99Millis));
    charts.logarithmicLines("soak-latency.svg", "minutes", "ms", minutes, latencies);
  }

  String toMarkdown() {
    StringBuilder text = new StringBuilder(summary());
    text.append(
        """

        | minute | tokens | by cookie | refreshes | SQL statements | heap MiB | p50 ms | p99 ms | \
        p50 ms by cookie | p99 ms by cookie |
        | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
        """);
    for (SoakSample sample : samples) {
      text.append(
          "| %.1f | %d | %d | %d | %d | %.1f | %.1f | %.1f | %.1f | %.1f |%n"
              .formatted(
                  sample.minute(),
                  sample.byAccessToken(),
                  sample.byCookie(),
                  sample.refreshes(),
                  sample.statements(),
                  sample.heapMiB(),
                  sample.p50Millis(),
                  sample.p99Millis(),
                  sample.cookieP50Millis(),
                  sample.cookieP99Millis()));
    }
    text.append(
        """

        ![Heap after garbage collection](images/soak-heap.svg)

        ![Latency](images/soak-latency.svg)
        """);
    return text.toString();
  }

  private String summary() {
    List<SoakSample> second = samples.subList(samples.size() / 2, samples.size());
    return """
        %,d tokens, %,.0f a second; none was refused. In the second half, by least squares: heap \
        %+.2f MiB a minute, p99 %+.2f ms a minute.

        %s
        """
        .formatted(
            sum(samples, SoakSample::tokens),
            sum(samples, SoakSample::tokens) / (60 * samples.get(samples.size() - 1).minute()),
            slope(second, SoakSample::heapMiB),
            slope(second, SoakSample::p99Millis),
            sql());
  }

  private String sql() {
    List<SoakSample> quiet = samples.stream().filter(sample -> sample.refreshes() == 0).toList();
    if (quiet.isEmpty()) {
      return "Access tokens were refreshed in each sample, so that no sample shows only the SQL of tokens.";
    }
    return "In the samples in which no access token was refreshed, %d of %d: %,d SQL statements for %,d tokens."
        .formatted(
            quiet.size(),
            samples.size(),
            sum(quiet, SoakSample::statements),
            sum(quiet, SoakSample::tokens));
  }

  private List<Double> column(ToDoubleFunction<SoakSample> figure) {
    return samples.stream().mapToDouble(figure).boxed().toList();
  }

  private static long sum(List<SoakSample> samples, ToDoubleFunction<SoakSample> figure) {
    return (long) samples.stream().mapToDouble(figure).sum();
  }

  /** Change a minute, by least squares. */
  private static double slope(List<SoakSample> samples, ToDoubleFunction<SoakSample> figure) {
    double x = samples.stream().mapToDouble(SoakSample::minute).average().orElseThrow();
    double y = samples.stream().mapToDouble(figure).average().orElseThrow();
    double xy =
        samples.stream().mapToDouble(s -> (s.minute() - x) * (figure.applyAsDouble(s) - y)).sum();
    double xx = samples.stream().mapToDouble(s -> Math.pow(s.minute() - x, 2)).sum();
    return xy / xx;
  }
}
