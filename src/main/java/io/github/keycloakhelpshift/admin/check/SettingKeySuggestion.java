package io.github.keycloakhelpshift.admin.check;

import io.github.keycloakhelpshift.identity.IdentityType;
import io.github.keycloakhelpshift.identity.UserDataScope;
import io.github.keycloakhelpshift.settings.Setting;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Which setting somebody meant who wrote almost its key. */
final class SettingKeySuggestion {

  /** Letters that may be wrong: few, so that no other word comes out. */
  private static final int MAX_DISTANCE = 3;

  private static final List<String> KEYS = keys();

  private SettingKeySuggestion() {}

  /** The setting's key that is nearest; empty where none is near. */
  static Optional<String> of(String key) {
    String plain = plain(key);
    return KEYS.stream()
        .filter(known -> Math.abs(plain(known).length() - plain.length()) <= MAX_DISTANCE)
        .min(Comparator.comparingInt(known -> distance(plain, plain(known))))
        .filter(known -> distance(plain, plain(known)) <= MAX_DISTANCE);
  }

  private static List<String> keys() {
    List<String> keys = new ArrayList<>();
    Arrays.stream(Setting.values())
        .map(Setting::key)
        .filter(key -> !key.contains("<"))
        .forEach(keys::add);
    Arrays.stream(IdentityType.values()).map(Setting::identityKey).forEach(keys::add);
    for (UserDataScope scope : UserDataScope.values()) {
      for (String field : scope.fields().keySet()) {
        keys.add("helpshift.user_data." + scope.scopeName() + "." + field);
      }
    }
    return List.copyOf(keys);
  }

  /** Without what people write differently in each product. */
  private static String plain(String key) {
    return key.toLowerCase(Locale.ROOT).replaceAll("[_.\\s-]", "");
  }

  /** Levenshtein's: how many letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
