package io.github.keycloakhelpshift.admin.profiles;

import java.util.Optional;

/**
 * Which users, and by which client's settings: the parameters of {@code profiles} as they came.
 *
 * @param clientId the client whose settings count; empty: only the realm's
 * @param group path of a group; empty: any
 * @param role name of a realm role; empty: any
 * @param part from 1; empty: all
 */
public record ProfileQuery(
    Optional<String> clientId,
    Optional<String> group,
    Optional<String> role,
    Optional<Integer> part) {}
