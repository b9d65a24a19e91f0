package io.github.keycloakhelpshift.fuzz;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Fuzzed text as entries of several maps, a line for each: {@code realm/helpshift.domain=acme}. So
 * an input that is kept reads well, and a mutation seldom breaks more than one entry.
 */
public final class FuzzedLines {

  private record Line(String section, String key, String value) {}

  private final List<Line> lines = new ArrayList<>();

  public FuzzedLines(FuzzedDataProvider data) {
    for (String line : data.consumeRemainingAsString().split("\n", -1)) {
      int slash = line.indexOf('/');
      int sign = line.indexOf('=', slash + 1);
      if (slash >= 0 && sign >= 0) {
        lines.add(
            new Line(
                line.substring(0, slash),
                line.substring(slash + 1, sign),
                line.substring(sign + 1)));
      }
    }
  }

  /** The entries of one map; of a key that stands there twice, the last. */
  public Map<String, String> section(String name) {
    Map<String, String> section = new TreeMap<>();
    for (Line line : lines) {
      if (line.section().equals(name)) {
        section.put(line.key(), line.value());
      }
    }
    return section;
  }

  /** The values of a key, in their order. */
  public List<String> values(String section, String key) {
    return lines.stream()
        .filter(line -> line.section().equals(section) && line.key().equals(key))
        .map(Line::value)
        .toList();
  }
}
