package io.github.keycloakhelpshift.benchmark;

/**
 * What one {@link Phase} came to.
 *
 * @param cpuMicros microseconds of the server's processor time for each answer
 */
record Round(
    Endpoint endpoint, double perSecond, double p50Millis, double p99Millis, double cpuMicros) {}
