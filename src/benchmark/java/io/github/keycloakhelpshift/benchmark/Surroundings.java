package io.github.keycloakhelpshift.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** On what, with what and by which command something was measured. */
final class Surroundings {

  private Surroundings() {}

  static String describe() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return """
        %s, by `%s`. %d processors (%s), %.0f GB of memory; Java %s, Keycloak %s, PostgreSQL %s, \
        Node.js %s. Load average before it began: %s.
        """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            System.getProperty("benchmark.command"),
            system.getAvailableProcessors(),
            system.getArch(),
            system.getTotalMemorySize() / 1e9,
            System.getProperty("java.version"),
            System.getProperty("benchmark.keycloak.version"),
            System.getProperty("benchmark.postgres.version"),
            System.getProperty("benchmark.node.version"),
            System.getProperty("benchmark.load"));
  }
}
