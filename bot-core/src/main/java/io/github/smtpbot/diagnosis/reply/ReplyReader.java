package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.form.OutcomeWords;
import io.github.smtpbot.diagnosis.form.TextLine;
import io.github.smtpbot.diagnosis.form.TextLine.Kind;
import io.github.smtpbot.diagnosis.syntax.Addresses;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.diagnosis.syntax.CodeReader.Enhanced;
import io.github.smtpbot.diagnosis.syntax.HostNames;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply whose beginning is known: its words, and what its line tells about it. Linear in
 * the line. Immutable; safe for use by many threads.
 */
final class ReplyReader {

  private static final int CONTEXT_WINDOW = 600;

  /** What a reply's words are cut to. */
  static final int LONGEST_REPLY = 2_000;

  /** How far into its words a reply names its enhanced status code. */
  private static final int CODE_WINDOW = 500;

  private final CodeReader codes;
  private final AnsweredCommand commands;
  private final OutcomeWords outcomes;
  private final ReplyWords words;
  private final OtherNumbers others;
  private final Addresses addresses;
  private final HostNames hosts;
  private final OwnLog logs;

  ReplyReader(CodeReader codes, ReadingCues cues, OwnLog logs) {
    this.codes = codes;
    this.logs = logs;
    this.commands = new AnsweredCommand(cues);
    this.outcomes = new OutcomeWords(cues);
    this.words = new ReplyWords(cues);
    this.others = new OtherNumbers(cues);
    this.addresses = new Addresses(cues);
    this.hosts = new HostNames(cues);
  }

  /**
   * Where a reply stands.
   *
   * @param lower the line's words in lower case
   * @param from where the part of the line begins that is about this reply
   * @param to where it ends, exclusive
   */
  record Place(TextLine line, String lower, ReplyStart start, int from, int to) {

    String text() {
      return line.text();
    }

    boolean isLog() {
      return line.kind() == Kind.LOG;
    }

    /** Where what tells of the reply begins before it. */
    int windowStart() {
      return Math.max(from, start.start() - CONTEXT_WINDOW);
    }

    /** Where the reply's words begin. */
    int words() {
      return Math.min(start.text(), windowEnd());
    }

    /** Where the reply's words end at the latest. */
    int windowEnd() {
      return Math.min(to, start.text() + LONGEST_REPLY);
    }

    /** What stands before the reply, in lower case. */
    String lowerBefore() {
      return lower.substring(windowStart(), start.start());
    }

    /** The reply's words and what follows them, in lower case. */
    String lowerAfter() {
      return lower.substring(words(), windowEnd());
    }
  }

  /** Reads the reply at a place, with what the lines before it said. */
  ReplyBuilder read(Place place, SaidBefore earlier) {
    ReplyStart start = place.start();
    ReplyBuilder reply = new ReplyBuilder();
    reply.code = start.code();
    reply.enhanced = start.enhanced() == null ? null : start.enhanced().code();
    String before = place.text().substring(place.windowStart(), start.start());
    String rest = place.text().substring(place.words(), place.windowEnd());
    if (start.code() == null && CodeReader.isCodeAt(place.text(), start.start())) {
      rest = place.text().substring(start.start(), start.start() + 3) + " " + rest.trim();
    }
    words(reply, place, before, rest);
    inner(reply);
    if (reply.enhanced == null) {
      reply.enhanced = within(rest, reply.code);
    }
    reply.command = command(place, earlier);
    reply.outcome = outcomes.ofLog(place.lower().substring(place.windowStart(), place.windowEnd()));
    reply.status = dsn(place.lowerBefore());
    reply.speaker = logs.refuser(place.lower(), place.lowerBefore());
    String host = hosts.host(before, place.lowerBefore());
    reply.remoteHost = host != null || place.isLog() ? host : earlier.host;
    reply.isInside = hosts.isInside(before, place.lowerBefore());
    reply.recipient = recipient(reply, place, earlier);
    if (reply.code == null
        && reply.enhanced != null
        && ReplyStarts.isDsn(place.text(), start.start())) {
      reply.status = reply.enhanced;
      reply.text = LogWords.of(reply.text);
      reply.speaker = logs.writer(place.lower());
    }
    return reply;
  }

  private void words(ReplyBuilder reply, Place place, String before, String rest) {
    ReplyStart start = place.start();
    char opened = start.start() > 0 ? place.text().charAt(start.start() - 1) : ' ';
    ReplyWords.Words said = words.of(rest, start.code(), reply.enhanced, opened);
    reply.text = said.text();
    reply.asWritten = said.asWritten();
    if (start.code() == null && start.start() > place.from() + 8) {
      reply.text = around(place, reply.text);
    }
    boolean field = before.endsWith("responseCode: ");
    if (start.code() != null && (field || (reply.text.isEmpty() && place.from() == 0))) {
      String told = opened == '(' ? sentence(before) : told(before);
      reply.text = told.isEmpty() ? reply.text : told;
    }
  }

  private @Nullable Command command(Place place, SaidBefore earlier) {
    boolean server = place.line().kind() == Kind.SERVER;
    String after = place.lowerAfter();
    Command told = commands.in(after.contains("in reply to ") ? after : place.lowerBefore());
    if (told == null && !server) {
      told = commands.in(after);
    }
    return told == null && (server || !place.isLog()) ? earlier.command : told;
  }

  /** The words before a status that stands at the end of what it sums up: {@code … (#5.1.1)}. */
  private static String around(Place place, String after) {
    String line = place.text();
    int begins = place.start().start();
    int end = begins;
    while (end > place.from() && "(#[ ".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean closes = end < begins - 1 && line.charAt(begins - 1) == '#';
    if (!closes) {
      return after;
    }
    String before = line.substring(Math.max(place.from(), end - LONGEST_REPLY), end).trim();
    return after.isEmpty() ? before : before + " " + after;
  }

  /** The words before a code in brackets that sums them up: {@code … (550 5.7.1)}. */
  private static String sentence(String before) {
    String words = before.substring(0, before.length() - 1).trim();
    return words.indexOf(' ') > 0 ? words : "";
  }

  /**
   * What stands before a code that closes the sentence: {@code Detail: … SMTP code: 554}, {@code
   * response: '…', responseCode: 554}.
   */
  private static String told(String before) {
    int detail = before.lastIndexOf("Detail: ");
    int end = before.lastIndexOf("SMTP code");
    if (detail >= 0 && end > detail) {
      return before.substring(detail + 8, end).trim();
    }
    int response = before.lastIndexOf("response: ");
    end = before.lastIndexOf("responseCode: ");
    return response >= 0 && end > response
        ? ReplyWords.trim(before.substring(response + 10, end).trim())
        : "";
  }

  /** Old Sendmail wraps replies: {@code 554 <a@b>... 550 Host unknown}. */
  private static void inner(ReplyBuilder reply) {
    int at = reply.text.indexOf("... ");
    if (reply.code != null
        && reply.enhanced == null
        && at > 0
        && CodeReader.isCodeAt(reply.text, at + 4)
        && at + 8 < reply.text.length()
        && reply.text.charAt(at + 7) == ' ') {
      reply.code = CodeReader.codeAt(reply.text, at + 4);
    }
  }

  private @Nullable String recipient(ReplyBuilder reply, Place place, SaidBefore earlier) {
    String line = place.text();
    int from = place.from();
    int begins = place.start().start();
    String recipient =
        addresses.recipient(line.substring(from, begins), place.lower().substring(from, begins));
    if (recipient == null) {
      recipient =
          from == 0
              ? addresses.firstAddress(line, from, begins)
              : addresses.lastAddress(line, from, begins);
    }
    if (recipient == null && place.isLog()) {
      recipient =
          addresses.recipient(line.substring(place.words(), place.windowEnd()), place.lowerAfter());
    }
    if (recipient == null && !place.isLog()) {
      recipient = earlier.recipient;
    }
    boolean aboutSender =
        reply.command == Command.MAIL || place.lower().indexOf("sender", begins) >= 0;
    if (recipient == null && !aboutSender && reply.text.indexOf('<') >= 0) {
      recipient = Addresses.addressAt(reply.text, reply.text.indexOf('<') + 1);
    }
    return recipient;
  }

  /** An enhanced status code that stands among the words of a reply: {@code (#5.1.1)}. */
  private @Nullable EnhancedStatusCode within(String text, @Nullable ReplyCode code) {
    int end = Math.min(text.length(), CODE_WINDOW);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c < '2' || c > '5' || (i > 0 && ReplyStarts.clings(text, i))) {
        continue;
      }
      Enhanced enhanced = codes.enhancedAt(text, i);
      if (enhanced == null || (others.isOtherNumber(text, i) && text.charAt(i - 1) != '#')) {
        continue;
      }
      boolean sameClass = code == null || enhanced.code().classDigit() == code.value() / 100;
      boolean hash = i > 0 && text.charAt(i - 1) == '#';
      if (sameClass && (hash || codes.isRegistered(enhanced.code()))) {
        return enhanced.code();
      }
    }
    return null;
  }

  private @Nullable EnhancedStatusCode dsn(String lower) {
    int at = lower.indexOf("dsn=");
    if (at < 0) {
      return null;
    }
    Enhanced enhanced = codes.enhancedAt(lower, at + 4);
    return enhanced == null ? null : enhanced.code();
  }
}
