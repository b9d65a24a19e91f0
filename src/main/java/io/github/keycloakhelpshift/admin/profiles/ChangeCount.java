package io.github.keycloakhelpshift.admin.profiles;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The number of users for whom something would change.
 *
 * @param gained how many would have it who do not have it
 * @param lost how many would no longer have it
 * @param changed how many would have another value
 * @param reasons why users would lose it, and how many for each reason
 */
record ChangeCount(long gained, long lost, long changed, SortedMap<String, Long> reasons) {

  static final ChangeCount GAIN = new ChangeCount(1, 0, 0, Collections.emptySortedMap());
  static final ChangeCount OTHER_VALUE = new ChangeCount(0, 0, 1, Collections.emptySortedMap());

  static ChangeCount loss(String reason) {
    return new ChangeCount(0, 1, 0, new TreeMap<>(Map.of(reason, 1L)));
  }

  ChangeCount plus(ChangeCount other) {
    SortedMap<String, Long> both = new TreeMap<>(reasons);
    other.reasons.forEach((reason, count) -> both.merge(reason, count, Long::sum));
    return new ChangeCount(gained + other.gained, lost + other.lost, changed + other.changed, both);
  }
}
