package io.github.keycloakhelpshift.benchmark;

/**
 * What differs from one measurement to the next.
 *
 * @param users how many there are in the database
 * @param sources how many of {@link Sources} the realm asks for
 * @param clients how many have opted in
 */
record Configuration(int users, int sources, int clients) {

  private static final int MOST_SIGNED_IN = 1_000;

  /** As {@code bin/benchmark} hands it over. */
  static Configuration given() {
    return new Configuration(
        Integer.getInteger("benchmark.users"),
        Integer.getInteger("benchmark.sources"),
        Integer.getInteger("benchmark.clients"));
  }

  /** How many users have a session; the others are just there. */
  int signedIn() {
    return Math.min(users, MOST_SIGNED_IN);
  }

  /** One of those who sign in: they are spread evenly over all users. */
  String username(int signedIn) {
    return "user-" + (long) signedIn * users / signedIn();
  }

  /** Returns the client that the user signs in through. */
  String clientId(int signedIn) {
    return BenchmarkRealm.clientId(signedIn % clients);
  }
}
