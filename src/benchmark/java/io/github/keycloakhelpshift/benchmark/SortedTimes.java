package io.github.keycloakhelpshift.benchmark;

/**
 * Measured times.
 *
 * @param ascending in any unit
 */
record SortedTimes(long[] ascending) {

  int count() {
    return ascending.length;
  }

  /**
   * Returns the time that this share of them does not exceed; not a number if nothing was measured.
   *
   * @param percentile from 0 to 100
   */
  double percentile(double percentile) {
    int place = (int) Math.ceil(percentile / 100 * ascending.length);
    return ascending.length == 0 ? Double.NaN : ascending[Math.max(place, 1) - 1];
  }
}
