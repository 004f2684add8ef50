package io.github.smtpbot.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds sentences in catalog prose. */
public final class Sentences {

  /** What ends sooner is an abbreviation. */
  private static final int SHORT = 20;

  private Sentences() {}

  /**
   * The first sentence: up to a full stop and a space. Thai, which has no full stop, parts
   * sentences by a space, which parts clauses too; there the whole text is the sentence.
   */
  static String first(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if ((c == '.' || c == '!' || c == '?') && text.charAt(i + 1) == ' ' && i > SHORT) {
        return text.substring(0, i + 1);
      }
    }
    return text;
  }

  /**
   * All sentences of a text that is not empty.
   *
   * @param start the word that begins one where no full stop ends the one before, as in Thai
   */
  public static List<String> of(String text, String start) {
    List<String> sentences = new ArrayList<>();
    int from = 0;
    for (int i = 1; i + 1 < text.length(); i++) {
      if (text.charAt(i) == ' ' && i - from > SHORT && ends(text, i, start)) {
        sentences.add(text.substring(from, i));
        from = i + 1;
      }
    }
    sentences.add(text.substring(from));
    return List.copyOf(sentences);
  }

  /** The same with a capital, as it stands alone. */
  public static String upperFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static boolean ends(String text, int space, String start) {
    char last = text.charAt(space - 1);
    return last == '.' || last == '!' || last == '?' || text.startsWith(start, space + 1);
  }
}
