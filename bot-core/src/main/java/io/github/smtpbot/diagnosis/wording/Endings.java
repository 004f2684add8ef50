package io.github.smtpbot.diagnosis.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Texts by the character they end in, so that few of them are compared with what ends at a place.
 * Case does not count. Immutable; safe for use by many threads.
 */
public final class Endings {

  private final Map<Character, List<String>> byLast = new HashMap<>();

  /** Arranges texts, of which none is empty. */
  public Endings(List<String> texts) {
    for (String text : texts) {
      byLast.computeIfAbsent(last(text, text.length()), key -> new ArrayList<>(1)).add(text);
    }
  }

  /** Whether a text may begin where it does. */
  public interface Beginning {
    /** Tells it of one that was found, by where it begins. */
    boolean isFit(String text, int from);
  }

  /** Whether one of the texts ends at a place of a line, and begins where it may. */
  public boolean endAt(String line, int end, Beginning beginning) {
    List<String> some = end == 0 ? null : byLast.get(last(line, end));
    if (some == null) {
      return false;
    }
    for (String text : some) {
      int from = end - text.length();
      if (line.regionMatches(true, from, text, 0, text.length()) && beginning.isFit(text, from)) {
        return true;
      }
    }
    return false;
  }

  /** The character before a place, alike for those that are alike whatever their case. */
  private static char last(String text, int end) {
    return Character.toLowerCase(Character.toUpperCase(text.charAt(end - 1)));
  }
}
