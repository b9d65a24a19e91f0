package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What signed-in hours cost, side by side, as Markdown. */
final class HourReport {

  private final List<HourCost> costs;

  HourReport(List<HourCost> costs) {
    this.costs = costs;
  }

  /** Argument: the file of what was measured. */
  public static void main(String[] args) throws IOException {
    System.out.print(read(Path.of(args[0])).toMarkdown());
  }

  static HourReport read(Path file) throws IOException {
    return new HourReport(
        new ObjectMapper().readValue(file.toFile(), new TypeReference<List<HourCost>>() {}));
  }

  String toMarkdown() {
    return """
        | one signed-in hour | requests | CPU ms | SQL statements | KB |
        | --- | --- | --- | --- | --- |
        %s
        """
        .formatted(costs.stream().map(HourReport::row).collect(Collectors.joining("\n")));
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
