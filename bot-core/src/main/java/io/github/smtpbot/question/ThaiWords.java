package io.github.smtpbot.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Parts a run of Thai, which puts no spaces between words, into the words that a question of codes
 * is made of.
 */
final class ThaiWords {

  private static final List<String> KNOWN =
      Word.ROLES.values().stream()
          .flatMap(Set::stream)
          .filter(word -> Typed.isThai(word.charAt(0)))
          .toList();

  private ThaiWords() {}

  /**
   * The words of a run, if it consists of known words only; else the run itself. Where there are
   * several ways, the one with the longest last word.
   */
  static List<String> split(String run) {
    // For each end, the word that ends there after known words only; empty where there is none.
    List<String> lastWord = new ArrayList<>();
    lastWord.add("");
    for (int end = 1; end <= run.length(); end++) {
      String last = "";
      for (String word : KNOWN) {
        int start = end - word.length();
        boolean goesOn = start == 0 || (start > 0 && !lastWord.get(start).isEmpty());
        if (goesOn && word.length() > last.length() && run.startsWith(word, start)) {
          last = word;
        }
      }
      lastWord.add(last);
    }
    List<String> words = new ArrayList<>();
    for (int end = run.length(); end > 0; end -= words.get(0).length()) {
      if (lastWord.get(end).isEmpty()) {
        return List.of(run);
      }
      words.add(0, lastWord.get(end));
    }
    return words;
  }
}
