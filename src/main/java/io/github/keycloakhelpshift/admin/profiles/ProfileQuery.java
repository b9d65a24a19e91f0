package io.github.keycloakhelpshift.admin.profiles;

import java.util.Optional;

/**
 * The parameters of {@code profiles}, unchecked: which users, and which client's settings.
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
