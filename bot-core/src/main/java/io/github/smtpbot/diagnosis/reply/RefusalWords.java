package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.syntax.Addresses;
import io.github.smtpbot.diagnosis.wording.Vocabulary;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import java.util.Locale;
import java.util.Set;

/** Tells by the words after three digits whether they read like the reply of a mail server. */
public final class RefusalWords {

  /** How many characters after a code are looked at. */
  private static final int WINDOW = 240;

  private final Vocabulary telling;
  private final Vocabulary hinting;
  private final Vocabulary consenting;
  private final Set<String> counted;
  private final Set<String> units;

  RefusalWords(ReadingCues cues) {
    this.telling = Vocabulary.of(cues.list(ReadingCue.REFUSAL_WORDS));
    this.hinting = Vocabulary.of(cues.list(ReadingCue.REFUSAL_HINTS));
    this.consenting = Vocabulary.of(cues.list(ReadingCue.CONSENT_WORDS));
    this.counted = cues.set(ReadingCue.COUNTED_WORDS);
    this.units = cues.set(ReadingCue.UNITS);
  }

  /** Whether the words after a code read like a refusal. */
  boolean isRefusal(String line, int after) {
    String window = line.substring(after, Math.min(line.length(), after + WINDOW));
    if (countsThings(window)) {
      return false;
    }
    if (window.indexOf('@') > 0 && Addresses.next(window, 0) != null) {
      return true;
    }
    WordSequence words = WordSequence.of(window);
    int hints = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.isIn(telling, i)) {
        return true;
      }
      if (words.isIn(hinting, i) && ++hints == 2) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words after a code read like a greeting or a consent. */
  boolean isConsent(String line, int after) {
    WordSequence words =
        WordSequence.of(line.substring(after, Math.min(line.length(), after + WINDOW)));
    for (int i = 0; i < words.size(); i++) {
      if (words.isIn(consenting, i)) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number is followed by what it counts: {@code 550 messages}, {@code 450 people}. */
  boolean countsThings(String line, int after) {
    return countsThings(line.substring(after, Math.min(line.length(), after + WINDOW)));
  }

  private boolean countsThings(String window) {
    if (window.isEmpty() || window.charAt(0) != ' ') {
      return false;
    }
    int end = 1;
    while (end < window.length() && Character.isLetter(window.charAt(end))) {
      end++;
    }
    if (end - 1 < 2 || (end < window.length() && Character.isDigit(window.charAt(end)))) {
      return false;
    }
    String word = window.substring(1, end);
    if (!word.equals(word.toLowerCase(Locale.ROOT))) {
      // A unit may have a capital, {@code Hz}; any other word with one begins a reply.
      return units.contains(word);
    }
    return counted.contains(word)
        || units.contains(word)
        || (word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is"));
  }
}
