package io.github.smtpbot.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A phrase taken apart into words, as texts are when phrases are looked for: for comparing phrases
 * with one another when the catalog is checked.
 *
 * @param parts words in lower case, and {@link #GAP} for up to {@value #WIDEST_GAP} words
 */
record PhrasePattern(List<String> parts) {

  static final String GAP = "*";

  private static final int WIDEST_GAP = 8;

  static PhrasePattern of(String phrase) {
    List<String> parts = new ArrayList<>();
    for (String written : phrase.strip().split("\\s+", -1)) {
      if (written.equals(GAP)) {
        parts.add(GAP);
      } else {
        addWords(written, parts);
      }
    }
    return new PhrasePattern(Collections.unmodifiableList(parts));
  }

  /** Whether this is found in every text in which the other is found. */
  boolean isFoundWherever(PhrasePattern other) {
    for (int start = 0; start + fewestParts() <= other.parts.size(); start++) {
      if (!other.parts.get(start).equals(GAP) && fits(0, other.parts, start)) {
        return true;
      }
    }
    return false;
  }

  /** The first word. */
  String firstWord() {
    return parts.isEmpty() ? "" : parts.get(0);
  }

  private int fewestParts() {
    return parts.size() - Collections.frequency(parts, GAP);
  }

  /** Whether this, from one of its parts on, fits the other's parts from there on. */
  private boolean fits(int part, List<String> other, int at) {
    if (part == parts.size()) {
      return true;
    }
    if (!parts.get(part).equals(GAP)) {
      return at < other.size()
          && other.get(at).equals(parts.get(part))
          && fits(part + 1, other, at + 1);
    }
    if (at < other.size() && other.get(at).equals(GAP) && fits(part + 1, other, at + 1)) {
      return true;
    }
    // A gap of ours holds some of the other's words, but not a gap of the other's and words too:
    // together they may be too many.
    for (int held = 0; held <= WIDEST_GAP && at + held <= other.size(); held++) {
      if (held > 0 && other.get(at + held - 1).equals(GAP)) {
        return false;
      }
      if (fits(part + 1, other, at + held)) {
        return true;
      }
    }
    return false;
  }

  /** Takes what stands between spaces apart: {@code non-existent} is two words, 5.7.1 is one. */
  private static void addWords(String written, List<String> words) {
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (isSign(c)) {
        end(word, words);
        words.add(String.valueOf(c));
      } else if (isLetterOrDigit(c) || isInner(written, i, '.')) {
        word.append(Character.toLowerCase(c));
      } else if (!isInner(written, i, '\'')) {
        end(word, words);
      }
    }
    end(word, words);
  }

  private static void end(StringBuilder word, List<String> words) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** Whether a dot stands between digits, or an apostrophe between letters. */
  private static boolean isInner(String written, int at, char sign) {
    if (written.charAt(at) != sign || at == 0 || at + 1 == written.length()) {
      return false;
    }
    char before = written.charAt(at - 1);
    char after = written.charAt(at + 1);
    return sign == '.'
        ? Character.isDigit(before) && Character.isDigit(after)
        : Character.isLetter(before) && Character.isLetter(after);
  }

  private static boolean isLetterOrDigit(char c) {
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Whether a character is a word of its own: kana, Chinese characters. */
  private static boolean isSign(char c) {
    return c >= '\u3040' && c <= '\u9fff';
  }
}
