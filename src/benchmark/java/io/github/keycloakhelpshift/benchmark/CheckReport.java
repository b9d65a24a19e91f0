package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** What the check costs with few and with many clients, as Markdown. */
final class CheckReport {

  private static final double GOAL = 2;
  private static final double LINEAR = 1.25;

  private final List<CheckCost> costs;

  CheckReport(List<CheckCost> costs) {
    this.costs = costs;
  }

  /** Argument: the file of what was measured. */
  public static void main(String[] args) throws IOException {
    System.out.print(read(Path.of(args[0])).toMarkdown());
  }

  static CheckReport read(Path file) throws IOException {
    return new CheckReport(
        new ObjectMapper().readValue(file.toFile(), new TypeReference<List<CheckCost>>() {}));
  }

  String toMarkdown() {
    return """
        | goal | by a client scope | with settings of their own |
        | --- | --- | --- |
        | without what each client takes, at most %.0f times the cost of 1 client | %s | %s |
        | linear: one more client among the most takes at most %.2f times as much as among the fewest | %s | %s |

        | clients | settings of their own | ms | CPU ms | SQL statements |
        | --- | --- | --- | --- | --- |
        %s
        """
        .formatted(
            GOAL,
            reached(fixed(false), GOAL),
            reached(fixed(true), GOAL),
            LINEAR,
            reached(growth(false), LINEAR),
            reached(growth(true), LINEAR),
            costs.stream().map(CheckReport::row).collect(Collectors.joining("\n")));
  }

  private static String row(CheckCost cost) {
    return "| %d | %s | %s | %.1f | %.1f |"
        .formatted(
            cost.clients(),
            cost.own() ? "yes" : "no",
            new Spread(cost.millis().stream().mapToDouble(Double::doubleValue).toArray())
                .format("%.1f"),
            cost.cpuMillis(),
            cost.statements());
  }

  /** What the most clients cost without what each one takes, in costs of one client. */
  private double fixed(boolean own) {
    CheckCost most = one(own, 2);
    double each = each(one(own, 1), most);
    return (most.cpuMillis() - (most.clients() - 1) * each) / one(own, 0).cpuMillis();
  }

  private double growth(boolean own) {
    return each(one(own, 1), one(own, 2)) / each(one(own, 0), one(own, 1));
  }

  /** What one more client takes. */
  private static double each(CheckCost few, CheckCost many) {
    return (many.cpuMillis() - few.cpuMillis()) / (many.clients() - few.clients());
  }

  private CheckCost one(boolean own, int size) {
    return costs.stream().filter(cost -> cost.own() == own).skip(size).findFirst().orElseThrow();
  }

  private static String reached(double measured, double most) {
    return "%.2f: %s".formatted(measured, measured <= most ? "yes" : "no");
  }
}
