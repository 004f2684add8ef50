package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.CueGroup;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What the first words of a text say, looked up once for all that ask.
 *
 * @param signs the cues that are in them, their lines joined: a sentence may be broken anywhere
 * @param outcome those that are in as many of them as say what became of the message
 * @param isOfNoHost whether it is all of the text, and names no host as the text's author
 */
record Beginning(Set<ReadingCue> signs, Set<ReadingCue> outcome, boolean isOfNoHost) {

  /** How much of a text says whether it is a report. */
  private static final int LENGTH = 8_000;

  /** How much of a text says what became of the message. */
  private static final int OUTCOME_WITHIN = 4_000;

  /** Reads beginnings. Immutable; safe for use by many threads. */
  static final class Reader {

    private final CueGroup asked;

    Reader(ReadingCues cues) {
      this.asked =
          cues.together(
              ReadingCue.REPORT_WORDS,
              ReadingCue.MAIL_SIGNS,
              ReadingCue.FAILURE_SIGNS,
              ReadingCue.OTHER_SYSTEMS,
              ReadingCue.SMTP_SIGNS,
              ReadingCue.NEIGHBOURS,
              ReadingCue.DELAY_WORDS,
              ReadingCue.FAILURE_WORDS,
              ReadingCue.QUEUE_SIGNS,
              ReadingCue.MAIL_PROGRAM_SIGNS,
              ReadingCue.REPORTING_HOST);
    }

    Beginning read(String text) {
      String lower = text.substring(0, Math.min(text.length(), LENGTH)).toLowerCase(Locale.ROOT);
      String joined = joined(lower);
      Set<ReadingCue> signs = asked.in(joined);
      if (signs.contains(ReadingCue.OTHER_SYSTEMS)) {
        signs = withoutNames(signs, asked.in(Names.blanked(joined)));
      }
      return new Beginning(
          signs,
          lower.length() <= OUTCOME_WITHIN
              ? signs
              : asked.in(joined(lower.substring(0, OUTCOME_WITHIN))),
          text.length() <= LENGTH && !signs.contains(ReadingCue.REPORTING_HOST));
    }
  }

  /**
   * Of a text about another system, the signs of mail that stand in its own words: the address of a
   * page or the name of a package may hold them by chance.
   */
  private static Set<ReadingCue> withoutNames(Set<ReadingCue> all, Set<ReadingCue> spoken) {
    Set<ReadingCue> signs = EnumSet.copyOf(all);
    for (ReadingCue sign : List.of(ReadingCue.SMTP_SIGNS, ReadingCue.MAIL_SIGNS)) {
      if (!spoken.contains(sign)) {
        signs.remove(sign);
      }
    }
    return signs;
  }

  /** Whether a queue's log is known by them. */
  boolean isOfQueue() {
    return signs.contains(ReadingCue.QUEUE_SIGNS);
  }

  private static String joined(String words) {
    if (words.indexOf('\n') < 0 && !words.contains("  ")) {
      return words;
    }
    StringBuilder out = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); i++) {
      char c = words.charAt(i) == '\n' ? ' ' : words.charAt(i);
      if (c != ' ' || out.length() == 0 || out.charAt(out.length() - 1) != ' ') {
        out.append(c);
      }
    }
    return out.toString();
  }
}
