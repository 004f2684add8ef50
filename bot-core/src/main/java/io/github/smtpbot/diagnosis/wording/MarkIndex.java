package io.github.smtpbot.diagnosis.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The tokens that providers print, such as {@code [TSS04]} or {@code AUP#*}, found by the first
 * letters that they are sure to hold. Case does not count; punctuation around a token does not,
 * unless the mark has it. Immutable once built; safe for use by many threads.
 *
 * @param <T> what a mark stands for
 */
public final class MarkIndex<T> {

  /** Longer runs of characters are not tokens that anybody means to be read. */
  private static final int LONGEST_TOKEN = 200;

  private static final int KEY_LENGTH = 3;

  /** Each letter of a key takes ten bits; of those that take more, some fall out. */
  private static final int KEY_MASK = (1 << (10 * KEY_LENGTH)) - 1;

  /** A power of two, large enough that few places pass by chance. */
  private static final int FILTER_SIZE = 1 << 13;

  /** By their first letters: those that begin with a letter of their own. */
  private final Map<Integer, List<Mark<T>>> byBeginning = new HashMap<>();

  /** By the first letters after a star: those that may begin with anything. */
  private final Map<Integer, List<Mark<T>>> byMiddle = new HashMap<>();

  /** Which keys {@link #byBeginning} may hold: most tokens are passed over by this alone. */
  private final boolean[] beginnings = new boolean[FILTER_SIZE];

  /** Which keys {@link #byMiddle} may hold: most places of a text are passed over by this alone. */
  private final boolean[] middles = new boolean[FILTER_SIZE];

  /**
   * A mark.
   *
   * @param literal what stands in it from its key on, to the next star
   */
  private record Mark<T>(String pattern, String literal, T value) {

    /** A mark whose key stands at a place of its pattern. */
    static <T> Mark<T> of(String pattern, int key, T value) {
      int star = pattern.indexOf('*', key);
      return new Mark<>(pattern, pattern.substring(key, star < 0 ? pattern.length() : star), value);
    }

    /** Whether its letters go on at a place of a text where its key stands. */
    boolean goesOn(String text, int at) {
      return text.regionMatches(true, at, literal, 0, literal.length());
    }
  }

  /**
   * A mark that was found.
   *
   * @param value what it stands for
   * @param token the token of the text
   */
  public record Hit<T>(T value, String token) {}

  /**
   * Adds a mark; {@code *} stands for any run of characters but white space. One without {@value
   * #KEY_LENGTH} letters in a row would fit too much and is left out.
   */
  void add(String mark, T value) {
    String pattern = lower(mark);
    int star = mark.indexOf('*');
    if (star < 0 || star >= KEY_LENGTH) {
      if (mark.length() >= KEY_LENGTH) {
        put(byBeginning, beginnings, Mark.of(pattern, 0, value));
      }
      return;
    }
    for (int i = 0; i + KEY_LENGTH <= mark.length(); i++) {
      if (mark.indexOf('*', i) < 0 || mark.indexOf('*', i) >= i + KEY_LENGTH) {
        put(byMiddle, middles, Mark.of(pattern, i, value));
        return;
      }
    }
  }

  private static <T> void put(Map<Integer, List<Mark<T>>> map, boolean[] filter, Mark<T> mark) {
    int key = key(mark.literal, 0);
    map.computeIfAbsent(key, absent -> new ArrayList<>(1)).add(mark);
    filter[filter(key)] = true;
  }

  /** Every mark in a text. */
  List<Hit<T>> find(String text) {
    List<Hit<T>> hits = new ArrayList<>(0);
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && text.charAt(to) > ' ') {
        to++;
      }
      if (to - from >= KEY_LENGTH && to - from <= LONGEST_TOKEN) {
        match(text, from, to, hits);
      }
      from = to + 1;
    }
    return hits;
  }

  private void match(String text, int from, int to, List<Hit<T>> hits) {
    int bareFrom = from;
    int bareTo = to;
    while (bareTo > from && !Character.isLetterOrDigit(text.charAt(bareTo - 1))) {
      bareTo--;
    }
    while (bareFrom < bareTo && !Character.isLetterOrDigit(text.charAt(bareFrom))) {
      bareFrom++;
    }
    beginning(text, from, to, bareTo, hits);
    if (bareFrom > from) {
      beginning(text, bareFrom, to, bareTo, hits);
    }
    int fragment = bareTo;
    while (fragment > bareFrom && text.charAt(fragment - 1) != '#') {
      fragment--;
    }
    if (fragment > bareFrom && fragment < bareTo) {
      // A link to the page that explains a token: …/smtp-error-codes#BL000001.
      beginning(text, fragment, to, bareTo, hits);
    }
    int key = key(text, from);
    for (int i = from; i + KEY_LENGTH <= to; i++) {
      key = i == from ? key : next(key, text.charAt(i + KEY_LENGTH - 1));
      if (!middles[filter(key)]) {
        continue;
      }
      for (Mark<T> mark : byMiddle.getOrDefault(key, List.of())) {
        if (mark.goesOn(text, i) && fits(mark.pattern, text, from, to, bareTo)) {
          hits.add(new Hit<>(mark.value, text.substring(from, to)));
        }
      }
    }
  }

  private void beginning(String text, int from, int to, int bareTo, List<Hit<T>> hits) {
    int key = from + KEY_LENGTH > to ? -1 : key(text, from);
    if (key < 0 || !beginnings[filter(key)]) {
      return;
    }
    for (Mark<T> mark : byBeginning.getOrDefault(key, List.of())) {
      if (mark.goesOn(text, from) && fits(mark.pattern, text, from, to, bareTo)) {
        hits.add(new Hit<>(mark.value, text.substring(from, to)));
      }
    }
  }

  /** Whether a pattern fits a token, with or without some of the signs at its end. */
  private static boolean fits(String pattern, String text, int from, int to, int bareTo) {
    for (int end = to; end >= Math.max(bareTo, to - 3); end--) {
      if (glob(pattern, text, from, end)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a pattern with stars fits some characters; at most quadratic in 200. */
  private static boolean glob(String pattern, String text, int from, int end) {
    int p = 0;
    int t = from;
    int star = -1;
    int mark = from;
    while (t < end) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && pattern.charAt(p) == Vocabulary.lower(text.charAt(t))) {
        p++;
        t++;
      } else if (star >= 0) {
        p = star + 1;
        t = ++mark;
      } else {
        return false;
      }
    }
    while (p < pattern.length() && pattern.charAt(p) == '*') {
      p++;
    }
    return p == pattern.length();
  }

  private static int filter(int key) {
    return (key ^ key >>> 13) & FILTER_SIZE - 1;
  }

  /** The key of the letters at a place, whatever their case. */
  private static int key(String text, int at) {
    int key = 0;
    for (int i = at; i < at + KEY_LENGTH; i++) {
      key = next(key, text.charAt(i));
    }
    return key;
  }

  /** The key a letter further: the first falls out of it. */
  private static int next(int key, char added) {
    return ((key << 10) & KEY_MASK) ^ Vocabulary.lower(added);
  }

  /** Lower case, letter by letter, so that places stay the same. */
  private static String lower(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      out.append(Vocabulary.lower(text.charAt(i)));
    }
    return out.toString();
  }
}
