package io.github.keycloakhelpshift.cluster;

import io.github.keycloakhelpshift.support.Answer;
import io.github.keycloakhelpshift.support.TestRealm;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Users who ask for identity tokens again and again, through whichever node answers, as a load
 * balancer sends them. Each answer must be the token of the user who asked; others are kept as
 * complaints.
 */
final class Load implements AutoCloseable {

  private static final int THREADS = 4;

  private final List<TestRealm> nodes;
  private final List<Map.Entry<String, String>> users;
  private final AtomicInteger issued = new AtomicInteger();
  private final Queue<String> complaints = new ConcurrentLinkedQueue<>();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final List<Future<?>> running = new ArrayList<>();
  private volatile boolean stopped;

  /**
   * Begins.
   *
   * @param nodes the same realm, on each node
   * @param users access tokens by user id
   */
  Load(List<TestRealm> nodes, Map<String, String> users) {
    this.nodes = nodes;
    this.users = List.copyOf(users.entrySet());
    for (int thread = 0; thread < THREADS; thread++) {
      int first = thread;
      running.add(threads.submit(() -> ask(first)));
    }
  }

  /** Returns the number of tokens so far. */
  int issued() {
    return issued.get();
  }

  /** Returns the answers that are not a token of the user who asked. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private void ask(int first) {
    for (int turn = first; !stopped; turn++) {
      Map.Entry<String, String> user = users.get(turn % users.size());
      TestRealm node = nodes.get((turn / users.size() + turn) % nodes.size());
      try {
        Answer answer = node.token().bearer(user.getValue()).post();
        if (answer.status() == 200 && answer.json().path("userId").asText().equals(user.getKey())) {
          issued.incrementAndGet();
        } else {
          complaints.add(user.getKey() + ": " + answer.status() + " " + answer.body());
        }
      } catch (UncheckedIOException e) {
        // This node is gone, or went while it answered: the balancer asks another, as we do next.
      }
    }
  }

  @Override
  public void close() {
    stopped = true;
    threads.shutdown();
    for (Future<?> one : running) {
      try {
        one.get();
      } catch (InterruptedException | ExecutionException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
