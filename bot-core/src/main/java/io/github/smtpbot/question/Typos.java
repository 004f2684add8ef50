package io.github.smtpbot.question;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells the word that was meant by a mistyped one, {@code gmial}: a name, or a word that asks. The
 * first letter is taken as right. Immutable to its users; safe for use by many threads.
 */
final class Typos {

  /** A shorter word has too many others beside it. */
  private static final int SHORTEST = 5;

  /** A word this long may hold two mistakes. */
  private static final int LONG = 9;

  /** No word is longer. */
  private static final int LONGEST = 24;

  private final Map<Character, List<String>> byFirst = new HashMap<>();

  /** Knows the words of these phrases, each of lower case. */
  Typos(Iterable<String> phrases) {
    for (String phrase : phrases) {
      for (String word : phrase.split(" ", -1)) {
        boolean takes = word.length() >= SHORTEST && word.length() <= LONGEST && isPlain(word);
        List<String> words =
            takes ? byFirst.computeIfAbsent(word.charAt(0), key -> new ArrayList<>()) : List.of();
        if (takes && !words.contains(word)) {
          words.add(word);
        }
      }
    }
  }

  private static boolean isPlain(String word) {
    return word.charAt(0) >= 'a'
        && word.charAt(0) <= 'z'
        && word.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }

  /** The one word that was meant; null if there is none, or there are several. */
  @Nullable String meant(String typed) {
    if (typed.length() < SHORTEST - 1 || typed.length() > LONGEST || !isPlain(typed)) {
      return null;
    }
    int most = typed.length() >= LONG ? 2 : 1;
    String best = null;
    int least = most + 1;
    boolean several = false;
    for (String word : byFirst.getOrDefault(typed.charAt(0), List.of())) {
      int distance =
          Math.abs(word.length() - typed.length()) > most ? most + 1 : distance(typed, word);
      if (distance < least) {
        best = word;
        least = distance;
        several = false;
      } else if (distance == least) {
        several = true;
      }
    }
    return least > most || several ? null : best;
  }

  /** How many letters were added, left out, taken for another, or changed with their neighbour. */
  private static int distance(String one, String other) {
    int[] before = new int[other.length() + 1];
    int[] last = new int[other.length() + 1];
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && one.charAt(i - 1) == other.charAt(j - 2)
                && one.charAt(i - 2) == other.charAt(j - 1);
        if (swapped) {
          row[j] = Math.min(row[j], before[j - 2] + 1);
        }
      }
      int[] spare = before;
      before = last;
      last = row;
      row = spare;
    }
    return last[other.length()];
  }
}
