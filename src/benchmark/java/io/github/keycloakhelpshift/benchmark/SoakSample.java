package io.github.keycloakhelpshift.benchmark;

/**
 * What one stretch of the soak came to.
 *
 * @param minute when it ended, since the load began
 * @param statements how many Keycloak sent to the database, of any kind
 * @param heapMiB what the server's heap holds after a garbage collection
 */
record SoakSample(
    double minute,
    int byAccessToken,
    int byCookie,
    int refreshes,
    long statements,
    double heapMiB,
    double p50Millis,
    double p99Millis,
    double cookieP50Millis,
    double cookieP99Millis) {

  int tokens() {
    return byAccessToken + byCookie;
  }
}
