package io.github.keycloakhelpshift.script;

import java.util.concurrent.CountDownLatch;

/** How the stub answers one request in place of the right answer. */
sealed interface Behaviour {

  /** Closes the connection without an answer. */
  record Drop() implements Behaviour {}

  /** Answers with an error of the endpoints' form. */
  record Fail(int status, String error) implements Behaviour {}

  /** Answers rightly, but not before the gate opens. */
  record Hold(CountDownLatch gate) implements Behaviour {

    Hold() {
      this(new CountDownLatch(1));
    }

    void open() {
      gate.countDown();
    }
  }

  static Drop drop() {
    return new Drop();
  }

  static Fail fail(int status, String error) {
    return new Fail(status, error);
  }

  static Hold hold() {
    return new Hold();
  }
}
