package io.github.smtpbot.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parts a run of a script that puts no spaces between words, such as Thai, into the words that are
 * known and what stands between them.
 */
final class Runs {

  /** No known word is longer. */
  private static final int LONGEST = 30;

  private Runs() {}

  /**
   * The pieces of a run, in order. As little as possible is left unknown; where there are several
   * ways, the one with the fewest, so the longest, words.
   */
  static List<String> split(String run, Set<String> known) {
    int length = run.length();
    int[] cost = new int[length + 1];
    int[] start = new int[length + 1];
    for (int end = 1; end <= length; end++) {
      // An unknown character costs more than any number of words.
      cost[end] = cost[end - 1] + 1000;
      start[end] = -(end - 1) - 1;
      for (int from = Math.max(0, end - LONGEST); from < end; from++) {
        if (cost[from] + 1 < cost[end] && known.contains(run.substring(from, end))) {
          cost[end] = cost[from] + 1;
          start[end] = from;
        }
      }
    }
    List<String> pieces = new ArrayList<>();
    int unknownEnd = -1;
    for (int end = length; end > 0; ) {
      if (start[end] < 0) {
        unknownEnd = unknownEnd < 0 ? end : unknownEnd;
        end--;
        if (end == 0 || start[end] >= 0) {
          pieces.add(0, run.substring(end, unknownEnd));
          unknownEnd = -1;
        }
      } else {
        pieces.add(0, run.substring(start[end], end));
        end = start[end];
      }
    }
    return pieces;
  }
}
