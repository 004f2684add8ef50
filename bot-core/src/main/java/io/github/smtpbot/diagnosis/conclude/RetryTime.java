package io.github.smtpbot.diagnosis.conclude;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads how long a server asks to wait: {@code try again in 5 minutes}. Linear in the text.
 * Immutable; safe for use by many threads.
 */
final class RetryTime {

  /** No server asks to wait for longer; a longer time is something else. */
  private static final Duration LONGEST = Duration.ofDays(7);

  private final ReadingCues cues;
  private final Map<String, Long> seconds = new HashMap<>();

  /** Knows the units: each {@code 60 minutes}, how many seconds and what it is called. */
  RetryTime(ReadingCues cues) {
    this.cues = cues;
    for (String unit : cues.list(ReadingCue.TIME_UNITS)) {
      int space = unit.indexOf(' ');
      seconds.put(unit.substring(space + 1), Long.parseLong(unit.substring(0, space)));
    }
  }

  /** The time that the words of a reply name, or null. */
  @Nullable Duration in(String text) {
    if (!cues.isIn(ReadingCue.WAIT_WORDS, text.toLowerCase(Locale.ROOT))) {
      return null;
    }
    WordSequence words = WordSequence.of(text);
    for (int i = 1; i < words.size(); i++) {
      Long unit = seconds.get(words.word(i));
      Integer count = unit == null ? null : number(words.word(i - 1));
      if (unit != null && count != null) {
        Duration time = Duration.ofSeconds(unit * count);
        return time.compareTo(LONGEST) > 0 ? null : time;
      }
    }
    return null;
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
