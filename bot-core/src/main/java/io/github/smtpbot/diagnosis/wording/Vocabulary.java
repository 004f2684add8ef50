package io.github.smtpbot.diagnosis.wording;

import java.util.Arrays;

/** The words that any phrase holds, each with a number; looked up without making a string. */
public final class Vocabulary {

  private String[] words = new String[1 << 12];
  private int[] ids = new int[1 << 12];
  private int size;

  Vocabulary() {
    Arrays.fill(words, "");
  }

  /** The number of a word in lower case, a new one if it has none yet. */
  int add(String word) {
    if (size * 2 >= words.length) {
      grow();
    }
    int slot = slot(word, 0, word.length(), hash(word, 0, word.length()));
    if (words[slot].isEmpty()) {
      words[slot] = word;
      ids[slot] = size++;
    }
    return ids[slot];
  }

  /** The number of the word that stands there, whatever its case; -1 if no phrase holds it. */
  int find(CharSequence text, int from, int to) {
    int slot = slot(text, from, to, hash(text, from, to));
    return words[slot].isEmpty() ? -1 : ids[slot];
  }

  private int slot(CharSequence text, int from, int to, int hash) {
    int mask = words.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    while (!words[slot].isEmpty() && !same(words[slot], text, from, to)) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    String[] old = words;
    int[] oldIds = ids;
    words = new String[old.length * 2];
    ids = new int[old.length * 2];
    Arrays.fill(words, "");
    for (int i = 0; i < old.length; i++) {
      if (!old[i].isEmpty()) {
        int slot = slot(old[i], 0, old[i].length(), hash(old[i], 0, old[i].length()));
        words[slot] = old[i];
        ids[slot] = oldIds[i];
      }
    }
  }

  private static int hash(CharSequence text, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '\'') {
        hash = hash * 31 + lower(c);
      }
    }
    return hash;
  }

  private static boolean same(String word, CharSequence text, int from, int to) {
    int at = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != '\'') {
        if (at >= word.length() || word.charAt(at) != lower(c)) {
          return false;
        }
        at++;
      }
    }
    return at == word.length();
  }

  static char lower(char c) {
    if (c < 0x80) {
      return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }
    return Character.toLowerCase(c);
  }
}
