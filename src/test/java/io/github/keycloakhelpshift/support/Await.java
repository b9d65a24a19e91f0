package io.github.keycloakhelpshift.support;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a condition, never for time. */
public final class Await {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  private Await() {}

  /** Returns once the condition holds; fails if it does not hold in time. */
  public static void until(String what, BooleanSupplier condition) {
    until(what, TIMEOUT, condition);
  }

  static void until(String what, Duration timeout, BooleanSupplier condition) {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Waited in vain: " + what);
      }
      pause();
    }
  }

  /** The time between two checks of a condition. */
  static void pause() {
    LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
  }
}
