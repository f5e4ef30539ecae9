package energy.ebbflow.hal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody probably meant to write. */
public final class NearestWord {
  private NearestWord() {}

  /**
   * The known word with the smallest edit distance, if it is near enough to be a slip: at most a
   * third of the written word, and at least two edits are forgiven.
   */
  public static Optional<String> of(String written, Collection<String> known) {
    int forgiven = Math.max(2, written.length() / 3);
    return known.stream()
        .filter(word -> distance(written, word) <= forgiven)
        .min(
            Comparator.comparingInt((String word) -> distance(written, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Edits (insert, delete, replace one character) between two words. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replace = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replace, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
