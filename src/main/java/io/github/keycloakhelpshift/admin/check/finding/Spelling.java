package io.github.keycloakhelpshift.admin.check.finding;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A text as somebody wrote it, which may be nearly right. */
public record Spelling(String text) {

  private static final int MAX_DISTANCE = 3;
  private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /**
   * Returns the candidate that is nearest to the text; empty if no candidate is near, or the text
   * is a candidate.
   */
  public Optional<String> nearest(Collection<String> candidates) {
    int most = Math.min(MAX_DISTANCE, plain().length() / 3);
    return candidates.stream()
        .map(Spelling::new)
        .filter(other -> Math.abs(other.plain().length() - plain().length()) <= most)
        .filter(other -> distance(other) <= most)
        .min(Comparator.comparingInt(this::distance).thenComparing(Spelling::text))
        .map(Spelling::text)
        .filter(nearest -> !nearest.equals(text));
  }

  /** Whether the two differ only in what people write differently in each product. */
  public boolean isSame(String other) {
    return !plain().isEmpty() && plain().equals(new Spelling(other).plain());
  }

  /** Returns the text without quotation marks at its ends. */
  public String unquoted() {
    return text.strip().replaceAll("^[\"'`\u2018-\u201f]+|[\"'`\u2018-\u201f]+$", "");
  }

  /** Returns only the letters and digits, in lower case. */
  private String plain() {
    return SEPARATORS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
  }

  /** Returns how many letters to insert, delete, replace or exchange with the next one. */
  private int distance(Spelling other) {
    String a = plain();
    String b = other.plain();
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
