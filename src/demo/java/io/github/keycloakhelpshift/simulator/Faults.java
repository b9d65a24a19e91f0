package io.github.keycloakhelpshift.simulator;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Collects what is wrong with a payload, under the names of Helpshift's details. */
final class Faults {

  private final Map<String, TreeSet<String>> byKind = new TreeMap<>();

  void add(String kind, String what) {
    byKind.computeIfAbsent(kind, unused -> new TreeSet<>()).add(what);
  }

  Verdict verdict() {
    if (byKind.isEmpty()) {
      return Verdict.OK;
    }
    Map<String, List<String>> details = new TreeMap<>();
    byKind.forEach((kind, names) -> details.put(kind, List.copyOf(names)));
    return Verdict.invalidPayload(details);
  }
}
