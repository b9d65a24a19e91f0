package io.github.keycloakhelpshift.admin.profiles;

import java.util.List;
import java.util.Optional;

/**
 * The parameters of {@code profiles}, unchecked: which users, and which settings.
 *
 * @param clientId the client whose settings count; empty: only the realm's
 * @param scope the user data to write: global or app; empty: global
 * @param group path of a group; empty: any
 * @param role name of a realm role; empty: any
 * @param part from 1; empty: all
 * @param changes settings of the realm to try, each as {@code <key>=<value>}; empty: none
 */
public record ProfileQuery(
    Optional<String> clientId,
    Optional<String> scope,
    Optional<String> group,
    Optional<String> role,
    Optional<Integer> part,
    List<String> changes) {}
