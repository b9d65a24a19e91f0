package io.github.keycloakhelpshift.benchmark;

import java.util.List;

/**
 * What one check of a realm costs.
 *
 * @param clients how many have opted in
 * @param own whether each of them has settings of its own
 * @param millis how long each check took
 * @param cpuMillis of the server's processor time, for one check
 * @param statements that Keycloak sent to the database, for one check
 */
record CheckCost(
    int clients, boolean own, List<Double> millis, double cpuMillis, double statements) {}
