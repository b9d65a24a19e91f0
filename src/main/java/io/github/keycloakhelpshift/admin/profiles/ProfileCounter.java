package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.identity.Reason;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the profiles, and the users who are left out, by the reason. */
final class ProfileCounter {

  private final SortedMap<String, Long> leftOut = new TreeMap<>();
  private final SortedMap<String, Long> userDataLeftOut = new TreeMap<>();
  private long profiles;

  void addProfile(List<Reason> leftOutOfUserData) {
    profiles++;
    leftOutOfUserData.forEach(reason -> userDataLeftOut.merge(reason.toString(), 1L, Long::sum));
  }

  void addLeftOut(String reason) {
    leftOut.merge(reason, 1L, Long::sum);
  }

  /**
   * Returns the numbers so far.
   *
   * @param seen how many users were read, including those that the admin can't view
   * @param part how many users a part has
   */
  ProfileSummary summary(long seen, int part) {
    long users = profiles + leftOut.values().stream().mapToLong(Long::longValue).sum();
    return new ProfileSummary(
        users,
        profiles,
        new TreeMap<>(leftOut),
        new TreeMap<>(userDataLeftOut),
        (seen + part - 1) / part);
  }
}
