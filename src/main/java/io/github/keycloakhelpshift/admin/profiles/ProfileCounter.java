package io.github.keycloakhelpshift.admin.profiles;

import io.github.keycloakhelpshift.identity.Reason;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Counts the profiles, and the users who are left out, by the reason. */
final class ProfileCounter {

  private final SortedMap<String, Long> leftOut = new TreeMap<>();
  private final Map<Reason, Long> userDataLeftOut = new HashMap<>();
  private final Locale language;
  private long profiles;

  ProfileCounter(Locale language) {
    this.language = language;
  }

  void addProfile(List<Reason> leftOutOfUserData) {
    profiles++;
    leftOutOfUserData.forEach(reason -> userDataLeftOut.merge(reason, 1L, Long::sum));
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
        users, profiles, new TreeMap<>(leftOut), inWords(), (seen + part - 1) / part);
  }

  private SortedMap<String, Long> inWords() {
    SortedMap<String, Long> words = new TreeMap<>();
    userDataLeftOut.forEach(
        (reason, count) -> words.merge(reason.text(language), count, Long::sum));
    return words;
  }
}
