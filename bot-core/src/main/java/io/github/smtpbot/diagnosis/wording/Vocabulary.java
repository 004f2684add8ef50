package io.github.smtpbot.diagnosis.wording;

import java.util.Arrays;
import java.util.Collection;

/** The words that any phrase holds, each with a number; looked up without making a string. */
public final class Vocabulary {

  private String[] words;
  private int[] hashes;
  private int[] ids;
  private int size;

  /**
   * An empty one.
   *
   * @param room a power of two: twice as many words as it may hold before it has to grow
   */
  Vocabulary(int room) {
    this.words = new String[room];
    this.hashes = new int[room];
    this.ids = new int[room];
    Arrays.fill(words, "");
  }

  /** Some words, all of them in lower case. */
  public static Vocabulary of(Collection<String> words) {
    Vocabulary vocabulary = new Vocabulary(1 << 6);
    words.forEach(vocabulary::add);
    return vocabulary;
  }

  /** The number of a word in lower case, a new one if it has none yet. */
  int add(String word) {
    if (size * 2 >= words.length) {
      grow();
    }
    int hash = hash(word);
    int slot = slot(word, 0, word.length(), hash);
    if (words[slot].isEmpty()) {
      words[slot] = word;
      hashes[slot] = hash;
      ids[slot] = size++;
    }
    return ids[slot];
  }

  /**
   * The number of the word that stands there, whatever its case; -1 if no phrase holds it.
   *
   * @param hash that of its characters, one {@link #hash(int, char) after the other}
   */
  int find(String text, int from, int to, int hash) {
    int slot = slot(text, from, to, hash);
    return words[slot].isEmpty() ? -1 : ids[slot];
  }

  private int slot(String text, int from, int to, int hash) {
    int mask = words.length - 1;
    int slot = (hash ^ hash >>> 15) & mask;
    while (!words[slot].isEmpty() && (hashes[slot] != hash || !same(words[slot], text, from, to))) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    String[] old = words;
    int[] oldHashes = hashes;
    int[] oldIds = ids;
    words = new String[old.length * 2];
    hashes = new int[old.length * 2];
    ids = new int[old.length * 2];
    Arrays.fill(words, "");
    for (int i = 0; i < old.length; i++) {
      if (!old[i].isEmpty()) {
        int slot = slot(old[i], 0, old[i].length(), oldHashes[i]);
        words[slot] = old[i];
        hashes[slot] = oldHashes[i];
        ids[slot] = oldIds[i];
      }
    }
  }

  private static int hash(String word) {
    int hash = 0;
    for (int i = 0; i < word.length(); i++) {
      hash = hash(hash, word.charAt(i));
    }
    return hash;
  }

  /** The hash of some characters and one more, whatever its case; an apostrophe does not count. */
  static int hash(int hash, char c) {
    return c == '\'' ? hash : hash * 31 + lower(c);
  }

  private static boolean same(String word, String text, int from, int to) {
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
