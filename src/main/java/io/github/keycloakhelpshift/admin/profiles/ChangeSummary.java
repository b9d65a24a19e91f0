package io.github.keycloakhelpshift.admin.profiles;

import java.util.SortedMap;

/**
 * The effects of a change of settings on users. It contains no name and no value of a user.
 *
 * @param users how many users the caller may view
 * @param hidden how many of them are not counted, because a value that decides on full privacy is
 *     hidden from the caller
 * @param changes by identifier, and {@code everything} for the whole token; without what would not
 *     change
 */
record ChangeSummary(long users, long hidden, SortedMap<String, ChangeCount> changes) {}
