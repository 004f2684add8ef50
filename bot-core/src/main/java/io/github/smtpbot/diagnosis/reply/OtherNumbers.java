package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.wording.Endings;
import io.github.smtpbot.diagnosis.wording.Vocabulary;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells by the words beside three digits whether they are a price, a version, an order, or the
 * answer of HTTP or FTP.
 */
public final class OtherNumbers {

  /** How many characters before a number may name another protocol. */
  private static final int WINDOW_BEFORE = 40;

  /** How many characters after a number may name another protocol. */
  private static final int WINDOW = 240;

  private final Set<String> numbers;
  private final Endings names;
  private final Map<String, String> http = new HashMap<>();
  private final Vocabulary protocols;
  private final Vocabulary mail;

  OtherNumbers(ReadingCues cues) {
    this.numbers = cues.set(ReadingCue.OTHER_NUMBERS);
    this.names = new Endings(cues.list(ReadingCue.MESSAGE_NAMES));
    this.protocols = Vocabulary.of(cues.list(ReadingCue.OTHER_PROTOCOLS));
    this.mail = Vocabulary.of(cues.list(ReadingCue.MAIL_WORDS));
    cues.list(ReadingCue.HTTP_REPLIES)
        .forEach(reply -> http.put(reply.substring(0, 3), reply.substring(4)));
  }

  /** Whether these are HTTP's words for HTTP's code. */
  boolean isHttp(String code, String line, int after) {
    String words = http.get(code);
    if (words == null) {
      return false;
    }
    int from = after;
    while (from < line.length() && !Character.isLetter(line.charAt(from)) && from < after + 4) {
      from++;
    }
    if (code.equals("503") && line.regionMatches(true, from, "service temporarily", 0, 19)) {
      return true;
    }
    return line.regionMatches(true, from, words, 0, words.length());
  }

  /** Whether the words around a code are those of FTP, HTTP, SIP and the like, and not of mail. */
  boolean isOtherProtocol(String line, int at) {
    WordSequence words =
        WordSequence.of(
            line.substring(Math.max(0, at - WINDOW_BEFORE), Math.min(line.length(), at + WINDOW)));
    boolean other = false;
    for (int i = 0; i < words.size(); i++) {
      if (words.isIn(mail, i)) {
        return false;
      }
      other |= words.isIn(protocols, i);
    }
    return other;
  }

  /**
   * Whether the words before a number say that it is something else: a version, an order, or the
   * beginning of what a server calls a message, {@code queued as 550F1E}.
   */
  boolean isOtherNumber(String line, int start) {
    return follows(line, start) || isNumbered(line, start);
  }

  private boolean follows(String line, int start) {
    int end = start;
    while (end > 0 && " <'\"(".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return names.endAt(
        line, end, (name, from) -> from == 0 || !Character.isLetter(line.charAt(from - 1)));
  }

  private boolean isNumbered(String line, int start) {
    int end = start;
    while (end > 0 && " :#'\"(".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    int from = end;
    while (from > 0 && end - from < 12 && Character.isLetter(line.charAt(from - 1))) {
      from--;
    }
    return numbers.contains(line.substring(from, end).toLowerCase(Locale.ROOT));
  }
}
