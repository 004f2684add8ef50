package io.github.smtpbot.diagnosis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tokens that providers print, such as {@code [TSS04]} or {@code AUP#*}, found by how they
 * begin. Case does not count; punctuation around a token does not, unless the mark has it.
 *
 * @param <T> what a mark stands for
 */
final class MarkIndex<T> {

  /** Longer runs of characters are not tokens that anybody means to be read. */
  private static final int LONGEST_TOKEN = 200;

  private static final int KEY_LENGTH = 2;

  private final Map<String, List<Mark<T>>> byBeginning = new HashMap<>();
  private final List<Mark<T>> anywhere = new ArrayList<>();

  private record Mark<T>(String pattern, T value) {}

  /**
   * A mark that was found.
   *
   * @param value what it stands for
   * @param token the token of the text
   */
  record Hit<T>(T value, String token) {}

  /** Adds a mark; {@code *} stands for any run of characters but white space. */
  void add(String mark, T value) {
    Mark<T> added = new Mark<>(mark.toLowerCase(Locale.ROOT), value);
    int star = mark.indexOf('*');
    if ((star >= 0 && star < KEY_LENGTH) || mark.length() < KEY_LENGTH) {
      anywhere.add(added);
    } else {
      byBeginning
          .computeIfAbsent(added.pattern.substring(0, KEY_LENGTH), key -> new ArrayList<>())
          .add(added);
    }
  }

  /** Every mark in a text. */
  List<Hit<T>> find(String text) {
    List<Hit<T>> hits = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && !Character.isWhitespace(text.charAt(to))) {
        to++;
      }
      if (to - from > 1 && to - from <= LONGEST_TOKEN) {
        match(text.substring(from, to), hits);
      }
      from = to + 1;
    }
    return hits;
  }

  private void match(String token, List<Hit<T>> hits) {
    String lower = token.toLowerCase(Locale.ROOT);
    int from = 0;
    int to = lower.length();
    while (to > from && !Character.isLetterOrDigit(lower.charAt(to - 1))) {
      to--;
    }
    matchForms(lower, to, token, hits);
    while (from < to && !Character.isLetterOrDigit(lower.charAt(from))) {
      from++;
    }
    if (from > 0 && from < to) {
      matchForms(lower.substring(from), to - from, token, hits);
    }
  }

  /** Matches a token as it is and with fewer and fewer signs at its end. */
  private void matchForms(String token, int bare, String shown, List<Hit<T>> hits) {
    if (token.length() < KEY_LENGTH) {
      return;
    }
    List<Mark<T>> candidates = byBeginning.getOrDefault(token.substring(0, KEY_LENGTH), List.of());
    if (candidates.isEmpty() && anywhere.isEmpty()) {
      return;
    }
    int shortest = Math.max(bare, token.length() - 3);
    for (int end = token.length(); end >= shortest; end--) {
      for (Mark<T> mark : candidates) {
        if (glob(mark.pattern, token, end)) {
          hits.add(new Hit<>(mark.value, shown));
        }
      }
      for (Mark<T> mark : anywhere) {
        if (glob(mark.pattern, token, end)) {
          hits.add(new Hit<>(mark.value, shown));
        }
      }
    }
  }

  /**
   * Whether a pattern with stars fits the first characters of a token; at most quadratic in 200.
   */
  private static boolean glob(String pattern, String token, int end) {
    int p = 0;
    int t = 0;
    int star = -1;
    int mark = 0;
    while (t < end) {
      if (p < pattern.length() && pattern.charAt(p) == '*') {
        star = p++;
        mark = t;
      } else if (p < pattern.length() && pattern.charAt(p) == token.charAt(t)) {
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
}
