package io.github.smtpbot.diagnosis.conclude;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait: {@code try again in 5 minutes}. Linear in the text.
 * Immutable; safe for use by many threads.
 */
final class RetryTime {

  /** No server asks to wait for longer; a longer time is something else. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** Before a time to wait; a time of day follows "at". */
  private static final String CLOCK_LEAD = "in ";

  private static final String CLOCK = "00:00:00";

  /** Stands for the time in the words beside it that say that it has passed. */
  private static final String TIME = "*";

  private final Map<String, Long> seconds = new HashMap<>();
  private final List<List<String>> before = new ArrayList<>();
  private final List<List<String>> after = new ArrayList<>();

  /** Knows the units: each {@code 60 minutes}, how many seconds and what it is called. */
  RetryTime(ReadingCues cues) {
    for (String unit : cues.list(ReadingCue.TIME_UNITS)) {
      int space = unit.indexOf(' ');
      seconds.put(unit.substring(space + 1), Long.parseLong(unit.substring(0, space)));
    }
    for (String words : cues.list(ReadingCue.ELAPSED_WORDS)) {
      boolean follows = words.startsWith(TIME);
      String phrase = words.replace(TIME, "").strip();
      (follows ? after : before).add(List.of(phrase.split(" ", -1)));
    }
  }

  /** The time that the words of a reply name which asks to wait, or null. */
  @Nullable Duration in(String text) {
    WordSequence words = WordSequence.of(text);
    for (int i = 1; i < words.size(); i++) {
      Long unit = seconds.get(words.word(i));
      Integer count = unit == null ? null : number(words.word(i - 1));
      if (unit != null && count != null && !isElapsed(words, i - 1)) {
        Duration time = Duration.ofSeconds(unit * count);
        return time.compareTo(LONGEST) > 0 ? null : time;
      }
    }
    return clock(text);
  }

  /**
   * Whether the words beside a time say that it has passed: {@code undelivered after 4 hours}.
   *
   * @param number where its number stands; its unit follows
   */
  private boolean isElapsed(WordSequence words, int number) {
    return before.stream().anyMatch(phrase -> stands(phrase, words, number - phrase.size()))
        || after.stream().anyMatch(phrase -> stands(phrase, words, number + 2));
  }

  private static boolean stands(List<String> phrase, WordSequence words, int from) {
    if (from < 0 || from + phrase.size() > words.size()) {
      return false;
    }
    for (int i = 0; i < phrase.size(); i++) {
      if (!words.word(from + i).equals(phrase.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** A time that is written as a clock shows it, hours first: {@code in 00:05:00}; or null. */
  private static @Nullable Duration clock(String text) {
    for (int at = text.indexOf(CLOCK_LEAD); at >= 0; at = text.indexOf(CLOCK_LEAD, at + 1)) {
      int from = at + CLOCK_LEAD.length();
      String shown = text.substring(from, Math.min(text.length(), from + CLOCK.length()));
      if (isClock(shown)) {
        Duration time =
            Duration.ofHours(Integer.parseInt(shown.substring(0, 2)))
                .plusMinutes(Integer.parseInt(shown.substring(3, 5)))
                .plusSeconds(Integer.parseInt(shown.substring(6)));
        return time.isZero() ? null : time;
      }
    }
    return null;
  }

  private static boolean isClock(String text) {
    if (text.length() < CLOCK.length()) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      boolean digit = text.charAt(i) >= '0' && text.charAt(i) <= '9';
      if (CLOCK.charAt(i) == ':' ? text.charAt(i) != ':' : !digit) {
        return false;
      }
    }
    return true;
  }

  private static @Nullable Integer number(String word) {
    if (word.isEmpty() || word.length() > 5) {
      return null;
    }
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) < '0' || word.charAt(i) > '9') {
        return null;
      }
    }
    int number = Integer.parseInt(word);
    return number == 0 ? null : number;
  }
}
