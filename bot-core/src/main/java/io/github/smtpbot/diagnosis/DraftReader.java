package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.CodeReader.Enhanced;
import io.github.smtpbot.diagnosis.TextLine.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads a reply whose beginning is known: its words, and what its line tells about it. Linear in
 * the line. Immutable; safe for use by many threads.
 */
final class DraftReader {

  private static final int CONTEXT_WINDOW = 600;

  /** What a reply's words are cut to. */
  static final int LONGEST_REPLY = 2_000;

  private final CodeReader codes;

  DraftReader(CodeReader codes) {
    this.codes = codes;
  }

  Draft draft(
      TextLine textLine, String line, String lower, Anchor anchor, int from, int to, Carry carry) {
    Draft draft = new Draft();
    draft.code = anchor.code();
    draft.enhanced = anchor.enhanced() == null ? null : anchor.enhanced().code();
    boolean log = textLine.kind() == Kind.LOG;
    int windowStart = Math.max(from, anchor.start() - CONTEXT_WINDOW);
    String before = line.substring(windowStart, anchor.start());
    String lowerBefore = lower.substring(windowStart, anchor.start());
    int windowEnd = Math.min(to, anchor.text() + LONGEST_REPLY);
    String rest = line.substring(Math.min(anchor.text(), windowEnd), windowEnd);
    if (anchor.code() == null && CodeReader.isCodeAt(line, anchor.start())) {
      rest = line.substring(anchor.start(), anchor.start() + 3) + " " + rest.trim();
    }
    char opened = anchor.start() > 0 ? line.charAt(anchor.start() - 1) : ' ';
    ReplyWords.Words words = ReplyWords.of(rest, anchor.code(), draft.enhanced, opened);
    draft.text = words.text();
    draft.raw = words.raw();
    if (anchor.code() == null && anchor.start() > from + 8) {
      draft.text = around(line, from, anchor, draft.text);
    }
    if (draft.text.isEmpty() && anchor.code() != null && from == 0) {
      draft.text = told(before);
    }
    inner(draft);
    String lowerAfter = lower.substring(Math.min(anchor.text(), windowEnd), windowEnd);
    if (draft.enhanced == null) {
      draft.enhanced = within(rest, draft.code);
    }
    if (textLine.kind() == Kind.SERVER || (!log && carry.command != null)) {
      draft.command = carry.command;
    }
    Command told =
        LineContext.command(lowerAfter.contains("in reply to ") ? lowerAfter : lowerBefore);
    if (told == null && textLine.kind() != Kind.SERVER) {
      told = LineContext.command(lowerAfter);
    }
    draft.command = told == null ? draft.command : told;
    draft.action = LineContext.action(lower.substring(windowStart, windowEnd));
    draft.status = dsn(lowerBefore);
    String host = HostNames.host(before, lowerBefore);
    draft.remoteHost = host != null || log ? host : carry.host;
    draft.recipient = recipient(draft, line, lower, from, anchor, to, log, carry);
    if (draft.code == null && draft.enhanced != null && AnchorFinder.isDsn(line, anchor.start())) {
      draft.status = draft.enhanced;
      draft.text = LogWords.of(draft.text);
    }
    return draft;
  }

  /** The words before a status that stands at the end of what it sums up: {@code … (#5.1.1)}. */
  private static String around(String line, int from, Anchor anchor, String after) {
    int end = anchor.start();
    while (end > from && "(#[ ".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean closes = end < anchor.start() - 1 && line.charAt(anchor.start() - 1) == '#';
    if (!closes) {
      return after;
    }
    String before = line.substring(Math.max(from, end - LONGEST_REPLY), end).trim();
    return after.isEmpty() ? before : before + " " + after;
  }

  /** What stands before a code that closes the sentence: {@code Detail: … SMTP code: 554}. */
  private static String told(String before) {
    int detail = before.lastIndexOf("Detail: ");
    int end = before.lastIndexOf("SMTP code");
    return detail >= 0 && end > detail ? before.substring(detail + 8, end).trim() : "";
  }

  /** Old Sendmail wraps replies: {@code 554 <a@b>... 550 Host unknown}. */
  private static void inner(Draft draft) {
    int at = draft.text.indexOf("... ");
    if (draft.code != null
        && draft.enhanced == null
        && at > 0
        && CodeReader.isCodeAt(draft.text, at + 4)
        && at + 8 < draft.text.length()
        && draft.text.charAt(at + 7) == ' ') {
      draft.code = CodeReader.codeAt(draft.text, at + 4);
    }
  }

  private static @Nullable String recipient(
      Draft draft,
      String line,
      String lower,
      int from,
      Anchor anchor,
      int to,
      boolean log,
      Carry carry) {
    String recipient =
        Addresses.recipient(
            line.substring(from, anchor.start()), lower.substring(from, anchor.start()));
    if (recipient == null) {
      recipient =
          from == 0
              ? Addresses.firstAddress(line, from, anchor.start())
              : Addresses.lastAddress(line, from, anchor.start());
    }
    if (recipient == null && log) {
      int end = Math.min(to, anchor.text() + LONGEST_REPLY);
      recipient =
          Addresses.recipient(
              line.substring(anchor.text(), end), lower.substring(anchor.text(), end));
    }
    if (recipient == null && !log) {
      recipient = carry.recipient;
    }
    boolean aboutSender =
        draft.command == Command.MAIL || lower.indexOf("sender", anchor.start()) >= 0;
    if (recipient == null && !aboutSender && draft.text.indexOf('<') >= 0) {
      int at = draft.text.indexOf('<');
      recipient = Addresses.addressAt(draft.text, at + 1);
    }
    return recipient;
  }

  /** An enhanced status code that stands among the words of a reply: {@code (#5.1.1)}. */
  private @Nullable EnhancedStatusCode within(String text, @Nullable ReplyCode code) {
    int end = Math.min(text.length(), 500);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c < '2' || c > '5' || (i > 0 && AnchorFinder.clings(text, i))) {
        continue;
      }
      Enhanced enhanced = codes.enhancedAt(text, i);
      if (enhanced == null || (OtherNumbers.isOtherNumber(text, i) && text.charAt(i - 1) != '#')) {
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
