package io.github.keycloakhelpshift.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** All rounds of one configuration, and how they compare. */
record Measured(Configuration configuration, List<Round> rounds) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Measured read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), Measured.class);
  }

  void write(Path file) throws IOException {
    JSON.writeValue(file.toFile(), this);
  }

  Spread spread(Endpoint endpoint, ToDoubleFunction<Round> figure) {
    return new Spread(of(endpoint).stream().mapToDouble(figure).toArray());
  }

  /** The one endpoint's figure divided by the other's, in each round. */
  Spread ratio(Endpoint above, Endpoint below, ToDoubleFunction<Round> figure) {
    List<Round> dividends = of(above);
    List<Round> divisors = of(below);
    return new Spread(
        IntStream.range(0, dividends.size())
            .mapToDouble(
                round ->
                    figure.applyAsDouble(dividends.get(round))
                        / figure.applyAsDouble(divisors.get(round)))
            .toArray());
  }

  private List<Round> of(Endpoint endpoint) {
    return rounds.stream().filter(round -> round.endpoint() == endpoint).toList();
  }
}
