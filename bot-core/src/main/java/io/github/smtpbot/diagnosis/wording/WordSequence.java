package io.github.smtpbot.diagnosis.wording;

import java.util.Arrays;

/**
 * A text as the run of its words, the way phrases are matched: case, punctuation and line breaks do
 * not count, {@code can't} is one word, {@code 5.7.1} is one word, and where a script writes no
 * spaces each sign is a word.
 */
public final class WordSequence {

  /** Room is made at first for so many words at most. */
  private static final int MOST_AT_FIRST = 1 << 10;

  /** What is kept of a word: where it begins and ends, its chunk, and its hash. */
  private static final int WIDTH = 4;

  private final String text;
  private int[] words;
  private int size;

  private WordSequence(String text) {
    this.text = text;
    this.words = new int[WIDTH * Math.min(8 + text.length() / 6, MOST_AT_FIRST)];
  }

  public static WordSequence of(String text) {
    WordSequence words = new WordSequence(text);
    words.split();
    return words;
  }

  String text() {
    return text;
  }

  public int size() {
    return size;
  }

  /** Where a word begins in the text. */
  int start(int word) {
    return words[word * WIDTH];
  }

  /** Where a word ends in the text, exclusive. */
  int end(int word) {
    return words[word * WIDTH + 1];
  }

  /** The number of the run of characters between spaces that a word stands in. */
  int chunk(int word) {
    return words[word * WIDTH + 2];
  }

  /** The number of a word in a vocabulary, or -1. */
  int id(int word, Vocabulary vocabulary) {
    return vocabulary.find(text, start(word), end(word), words[word * WIDTH + 3]);
  }

  /** Whether a vocabulary holds a word. */
  public boolean isIn(Vocabulary vocabulary, int word) {
    return id(word, vocabulary) >= 0;
  }

  /** A word in lower case, without apostrophes. */
  public String word(int word) {
    StringBuilder out = new StringBuilder(end(word) - start(word));
    for (int i = start(word); i < end(word); i++) {
      if (text.charAt(i) != '\'') {
        out.append(Vocabulary.lower(text.charAt(i)));
      }
    }
    return out.toString();
  }

  private void split() {
    int length = text.length();
    int chunk = 0;
    int i = 0;
    while (i < length) {
      char c = text.charAt(i);
      if (c == ' ' || c == '\n') {
        chunk++;
        i++;
      } else if (!isWordPart(c)) {
        i++;
      } else {
        int from = i++;
        int hash = Vocabulary.hash(0, c);
        if (!isSign(c)) {
          while (i < length && continues(i)) {
            hash = Vocabulary.hash(hash, text.charAt(i));
            i++;
          }
        }
        add(from, i, chunk, hash);
      }
    }
  }

  private boolean continues(int at) {
    char c = text.charAt(at);
    if (isWordPart(c)) {
      return !isSign(c);
    }
    if ((c != '.' && c != '\'') || at + 1 >= text.length()) {
      return false;
    }
    char before = text.charAt(at - 1);
    char after = text.charAt(at + 1);
    return c == '.'
        ? isDigit(before) && isDigit(after)
        : Character.isLetter(before) && Character.isLetter(after);
  }

  private void add(int from, int to, int chunk, int hash) {
    int at = size * WIDTH;
    if (at == words.length) {
      words = Arrays.copyOf(words, at * 2);
    }
    words[at] = from;
    words[at + 1] = to;
    words[at + 2] = chunk;
    words[at + 3] = hash;
    size++;
  }

  private static boolean isWordPart(char c) {
    if (c < 0x80) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c);
    }
    return Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Whether a character is a word of its own: kana, Chinese characters. */
  private static boolean isSign(char c) {
    return c >= '\u3040' && c <= '\u9fff';
  }

  /** Whether it is of a script that comes after the alphabets: most put nothing between words. */
  public static boolean isUnspaced(char c) {
    return c >= '\u0e00';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
