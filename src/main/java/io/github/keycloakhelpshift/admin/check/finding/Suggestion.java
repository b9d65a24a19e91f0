package io.github.keycloakhelpshift.admin.check.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/** Suggests what an admin meant with a text that is nearly right. */
public final class Suggestion {

  private static final int MAX_DISTANCE = 3;

  private Suggestion() {}

  /**
   * Returns the candidate that is nearest to the text; empty if no candidate is near, or the text
   * is a candidate.
   */
  public static Optional<String> of(String text, Collection<String> candidates) {
    String plain = plain(text);
    int most = Math.min(MAX_DISTANCE, plain.length() / 3);
    return candidates.stream()
        .filter(candidate -> Math.abs(plain(candidate).length() - plain.length()) <= most)
        .filter(candidate -> distance(plain, plain(candidate)) <= most)
        .min(
            Comparator.comparingInt((String candidate) -> distance(plain, plain(candidate)))
                .thenComparing(Comparator.naturalOrder()))
        .filter(candidate -> !candidate.equals(text));
  }

  /** Whether the two differ only in what people write differently in each product. */
  public static boolean isSame(String one, String other) {
    return !plain(one).isEmpty() && plain(one).equals(plain(other));
  }

  /** Returns the text without quotation marks at its ends. */
  public static String unquoted(String text) {
    return text.strip().replaceAll("^[\"'`\u2018-\u201f]+|[\"'`\u2018-\u201f]+$", "");
  }

  /** Returns only the letters and digits, in lower case. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Returns the Levenshtein distance: how many letters to insert, delete or replace. */
  private static int distance(String a, String b) {
    int[] row = IntStream.rangeClosed(0, b.length()).toArray();
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
