package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.syntax.Blanked;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.diagnosis.wording.Endings;
import io.github.smtpbot.diagnosis.wording.Vocabulary;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import java.util.HashMap;
import java.util.List;
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

  /** HTTP has codes up to this: RFC 9110 §15.2 to §15.5, and RFC 6585 §5, of which this is. */
  private static final int LAST_IN_A_ROW = 431;

  /** RFC 7725 §3. */
  private static final int LEGAL_REASONS = 451;

  /** What servers fail by: from RFC 9110 §15.6 to RFC 6585 §6. */
  private static final int FIRST_OF_SERVERS = 500;

  private static final int LAST_OF_SERVERS = 511;

  /** What Cloudflare, which serves pages for others, says where their servers fail. */
  private static final int FIRST_OF_CLOUDFLARE = 520;

  private static final int LAST_OF_CLOUDFLARE = 530;

  /** What stands behind the HTTP status of a call in the exceptions of AWS's libraries. */
  private static final List<String> BEHIND_STATUS_OF_CALL =
      List.of("; Error Code: ", ", Request ID: ");

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
    String around =
        line.substring(Math.max(0, at - WINDOW_BEFORE), Math.min(line.length(), at + WINDOW));
    WordSequence words = WordSequence.of(isOfWeb(line, at) ? around : withoutLinks(around));
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
   * Whether HTTP, or who serves it for others, has this code too: then a link may be its subject.
   */
  static boolean isOfWeb(String line, int at) {
    int code = CodeReader.isCodeAt(line, at) ? CodeReader.codeAt(line, at).value() : 0;
    return code <= LAST_IN_A_ROW
        || code == LEGAL_REASONS
        || (code >= FIRST_OF_SERVERS && code <= LAST_OF_SERVERS)
        || (code >= FIRST_OF_CLOUDFLARE && code <= LAST_OF_CLOUDFLARE);
  }

  /** With spaces for links: in {@code see http://host/query}, no word is of another protocol. */
  private static String withoutLinks(String text) {
    return text.indexOf('/') < 0 ? text : Blanked.words(text, " ", OtherNumbers::isOfLink);
  }

  /** Whether the sign of a link stands here: of one without a scheme, the end of its host. */
  private static boolean isOfLink(String text, int word, int at) {
    if (text.charAt(at) != '/') {
      return Blanked.isLink(text, at);
    }
    int dot = text.indexOf('.', word);
    return dot > word && dot < at;
  }

  /**
   * Whether the words before a number say that it is something else: a version, an order, or the
   * beginning of what a server calls a message, {@code queued as 550F1E}.
   */
  boolean isOtherNumber(String line, int start) {
    return follows(line, start) || isNumbered(line, start) || isStatusOfCall(line, start);
  }

  private static boolean isStatusOfCall(String line, int start) {
    return BEHIND_STATUS_OF_CALL.stream().anyMatch(words -> line.startsWith(words, start + 3));
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
