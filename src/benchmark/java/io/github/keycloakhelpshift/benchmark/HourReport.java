package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What signed-in hours cost, side by side, and how soon a chat ends with its session, as Markdown.
 */
final class HourReport {

  private final List<HourCost> costs;
  private final SignOuts signOuts;

  private HourReport(List<HourCost> costs, SignOuts signOuts) {
    this.costs = costs;
    this.signOuts = signOuts;
  }

  /** Arguments: the files of what was measured, the costs and the times. */
  public static void main(String[] args) throws IOException {
    System.out.print(read(Path.of(args[0]), Path.of(args[1])).toMarkdown());
  }

  static HourReport read(Path costs, Path signOuts) throws IOException {
    return new HourReport(
        new ObjectMapper().readValue(costs.toFile(), new TypeReference<List<HourCost>>() {}),
        SignOuts.read(signOuts));
  }

  String toMarkdown() {
    return """
        | one signed-in hour | requests | CPU ms | SQL statements | KB |
        | --- | --- | --- | --- | --- |
        %s

        %s
        """
        .formatted(
            costs.stream().map(HourReport::row).collect(Collectors.joining("\n")),
            signOuts.toMarkdown().stripTrailing());
  }

  private static String row(HourCost cost) {
    return "| %s | %d | %.1f | %.1f | %.0f |"
        .formatted(
            cost.hour().name(),
            cost.hour().requests(),
            cost.cpuMillis(),
            cost.statements(),
            cost.bytes() / 1e3);
  }
}
