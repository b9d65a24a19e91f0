package io.github.keycloakhelpshift.admin.profiles;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How many users were seen, how many became profiles, and why the others did not. */
final class ProfileSummary {

  private long users;
  private long profiles;
  private final SortedMap<String, Long> leftOut = new TreeMap<>();

  void addProfile() {
    users++;
    profiles++;
  }

  void addLeftOut(String reason) {
    users++;
    leftOut.merge(reason, 1L, Long::sum);
  }

  /**
   * As the admin API says it.
   *
   * @param seen how many users were gone through, those included that the admin may not view
   */
  Map<String, Object> toMap(long seen) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("users", users);
    map.put("profiles", profiles);
    map.put("left_out", leftOut);
    map.put("parts", (seen + ProfileExport.PART - 1) / ProfileExport.PART);
    return map;
  }

  @Override
  public String toString() {
    return "%d profiles of %d users, left out: %s".formatted(profiles, users, leftOut);
  }
}
