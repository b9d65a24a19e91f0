package io.github.keycloakhelpshift.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** How the stub answers one request, instead of the right answer. */
sealed interface Behaviour {

  /** Closes the connection without an answer. */
  record Drop() implements Behaviour {}

  /**
   * Answers with an error of the endpoints' form.
   *
   * @param retryAfter the header, or an empty string
   */
  record Fail(int status, String error, String retryAfter) implements Behaviour {

    Fail retryAfter(String value) {
      return new Fail(status, error, value);
    }
  }

  /**
   * A proxy in front of Keycloak answers instead.
   *
   * @param body a page, or JSON
   * @param location where a redirect leads to, or an empty string
   */
  record Foreign(int status, String body, String location) implements Behaviour {}

  /** Gives the right answer, but only after the gate opens; tells when it was sent. */
  record Hold(CountDownLatch gate, CountDownLatch sent) implements Behaviour {

    Hold() {
      this(new CountDownLatch(1), new CountDownLatch(1));
    }

    void open() {
      gate.countDown();
    }

    /** Opens the gate and waits until the answer was sent, even if nobody receives it. */
    void openAndAwait() throws InterruptedException {
      open();
      assertThat(sent.await(10, TimeUnit.SECONDS)).as("the held answer was sent").isTrue();
    }
  }

  static Drop drop() {
    return new Drop();
  }

  static Fail fail(int status, String error) {
    return new Fail(status, error, "");
  }

  static Foreign foreign(int status, String body) {
    return new Foreign(status, body, "");
  }

  static Foreign redirect(String location) {
    return new Foreign(302, "", location);
  }

  static Hold hold() {
    return new Hold();
  }
}
