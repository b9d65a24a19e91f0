package io.github.keycloakhelpshift.admin.check.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

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

  /** Returns how many letters to insert, delete, replace or exchange with the next one. */
  private static int distance(String a, String b) {
    int[][] edits = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        edits[i][j] = i == 0 || j == 0 ? i + j : edit(a, b, i, j, edits);
      }
    }
    return edits[a.length()][b.length()];
  }

  private static int edit(String a, String b, int i, int j, int[][] edits) {
    boolean same = a.charAt(i - 1) == b.charAt(j - 1);
    int replaced = edits[i - 1][j - 1] + (same ? 0 : 1);
    int least = Math.min(replaced, 1 + Math.min(edits[i - 1][j], edits[i][j - 1]));
    boolean exchanged =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return exchanged ? Math.min(least, edits[i - 2][j - 2] + 1) : least;
  }
}
