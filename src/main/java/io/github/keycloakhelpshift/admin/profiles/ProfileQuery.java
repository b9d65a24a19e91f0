package io.github.keycloakhelpshift.admin.profiles;

/**
 * Which users, and by whose settings: the parameters of {@code profiles} as they came.
 *
 * @param clientId the client whose settings count; null: the realm's alone
 * @param group path of a group; null: any
 * @param role name of a realm role; null: any
 * @param createdSince ISO 8601 instant; null: ever
 * @param changedSince ISO 8601 instant; null: ever
 * @param part from 1; null: all
 */
public record ProfileQuery(
    String clientId,
    String group,
    String role,
    String createdSince,
    String changedSince,
    Integer part) {}
