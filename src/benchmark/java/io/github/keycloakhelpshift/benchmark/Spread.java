package io.github.keycloakhelpshift.benchmark;

import java.util.Arrays;

/** A figure of several rounds. */
final class Spread {

  private final double[] sorted;

  Spread(double... values) {
    sorted = values.clone();
    Arrays.sort(sorted);
  }

  int size() {
    return sorted.length;
  }

  double median() {
    int half = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
  }

  /** The median, and in brackets the least and the most. */
  String format(String number) {
    return (number + " (" + number + " to " + number + ")")
        .formatted(median(), sorted[0], sorted[sorted.length - 1]);
  }
}
