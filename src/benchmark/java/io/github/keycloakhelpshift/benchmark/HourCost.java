package io.github.keycloakhelpshift.benchmark;

/**
 * What one user's hour costs the login server.
 *
 * @param cpuMillis of the server's processor time
 * @param statements that Keycloak sent to the database
 * @param bytes of the requests and their answers, as HTTP/1.1 has them
 */
record HourCost(HourOfRequests hour, double cpuMillis, double statements, long bytes) {}
