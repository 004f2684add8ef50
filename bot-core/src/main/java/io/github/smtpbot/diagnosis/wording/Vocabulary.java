package io.github.smtpbot.diagnosis.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The words that any phrase holds, each with a number; looked up without making a string. */
public final class Vocabulary {

  /** By their numbers. */
  private final List<String> words = new ArrayList<>();

  /**
   * The words by their hashes: the hash in the upper half, the number and one in the lower; 0 for
   * an empty slot. Most words of a text are none of these, which is seen here alone.
   */
  private long[] slots;

  /**
   * An empty one.
   *
   * @param room a power of two: twice as many words as it may hold before it has to grow
   */
  Vocabulary(int room) {
    this.slots = new long[room];
  }

  /** Some words, all of them in lower case. */
  public static Vocabulary of(Collection<String> words) {
    Vocabulary vocabulary = new Vocabulary(1 << 6);
    words.forEach(vocabulary::add);
    return vocabulary;
  }

  /** The number of a word in lower case, a new one if it has none yet. */
  int add(String word) {
    int hash = hash(word);
    int known = find(word, 0, word.length(), hash);
    if (known >= 0) {
      return known;
    }
    words.add(word);
    if (words.size() * 2 > slots.length) {
      grow();
    }
    put((long) hash << Integer.SIZE | words.size());
    return words.size() - 1;
  }

  /**
   * The number of the word that stands there, whatever its case; -1 if no phrase holds it.
   *
   * @param hash that of its characters, one {@link #hash(int, char) after the other}
   */
  int find(String text, int from, int to, int hash) {
    int slot = slot(hash);
    for (long entry = slots[slot]; entry != 0; entry = slots[slot]) {
      int number = (int) entry - 1;
      if (hash(entry) == hash && same(words.get(number), text, from, to)) {
        return number;
      }
      slot = slot + 1 & slots.length - 1;
    }
    return -1;
  }

  private void put(long entry) {
    int slot = slot(hash(entry));
    while (slots[slot] != 0) {
      slot = slot + 1 & slots.length - 1;
    }
    slots[slot] = entry;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long entry : old) {
      if (entry != 0) {
        put(entry);
      }
    }
  }

  private int slot(int hash) {
    return (hash ^ hash >>> 15) & slots.length - 1;
  }

  private static int hash(long entry) {
    return (int) (entry >>> Integer.SIZE);
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
