package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.Locale;

/**
 * Finds where a bounce stops talking and the returned message begins: what follows are the words of
 * somebody else. Linear in the text.
 */
final class ReturnedMessage {

  /** A line that announces the returned message is not longer. */
  private static final int LONGEST_SIGN = 160;

  private final ReadingCues cues;

  ReturnedMessage(ReadingCues cues) {
    this.cues = cues;
  }

  /** The length of the report at the beginning of a text: all of it if no message follows. */
  int begins(String text) {
    int from = 0;
    int spoken = 0;
    while (from < text.length()) {
      int to = text.indexOf('\n', from);
      if (to < 0) {
        to = text.length();
      }
      if (to - from < LONGEST_SIGN && spoken > 0 && isSign(text.substring(from, to))) {
        return from;
      }
      spoken += to - from > 3 ? 1 : 0;
      from = to + 1;
    }
    return text.length();
  }

  private boolean isSign(String line) {
    String lower = line.trim().toLowerCase(Locale.ROOT);
    if (lower.startsWith("received: ") || lower.startsWith("received:from ")) {
      return lower.contains("from ") || lower.contains("by ") || lower.contains("(qmail");
    }
    if (lower.startsWith("return-path: <")
        || lower.startsWith("dkim-signature: ")
        || lower.startsWith("x-received: ")) {
      return true;
    }
    for (String sign : cues.in(ReadingCue.RETURNED_MESSAGE, lower)) {
      int at = lower.indexOf(sign);
      if (at >= 0) {
        boolean framed = lower.startsWith("--") || lower.startsWith("==") || lower.startsWith("*");
        boolean alone = (at == 0 && lower.length() < sign.length() + 24) || lower.endsWith(":");
        if (framed
            || alone
            || lower.startsWith("content-type")
            || lower.startsWith("below")
            || lower.startsWith("included is")) {
          return true;
        }
      }
    }
    return false;
  }
}
