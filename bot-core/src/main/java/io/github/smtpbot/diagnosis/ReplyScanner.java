package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.CodeReader.Enhanced;
import io.github.smtpbot.diagnosis.TextLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds the replies in a text of any shape: bare replies, transcripts, logs, exceptions, reports in
 * prose. Linear in the text. Immutable; safe for use by many threads.
 */
final class ReplyScanner {

  /** What a reply's words are cut to. */
  static final int LONGEST_REPLY = 2_000;

  /** More replies than this are not for people to read. */
  static final int MOST_REPLIES = 500;

  private static final int CONTEXT_WINDOW = 600;

  /** Words right before a code that only stand before a reply. */
  private static final String[] LEADS = {
    "smtp;",
    "lmtp;",
    "said:",
    "said",
    "<<<",
    "<<",
    "returned",
    "responded with",
    "response:",
    "response was:",
    "responded:",
    "replied:",
    "replied with",
    "reply:",
    "exception:",
    "refused:",
    "command failed:",
    "smtp error:",
    "smtp code:",
    "smtp code",
    "smtp error code:",
    "stat=",
    "initial connection:",
    "end of data:",
    "esmtp:",
    "smtp:",
    "server returned:",
    "disconnected:",
    "server response:",
    "bounce reason:",
    "reason:",
    "responsecode:",
    "responsecode",
    "error_code :",
    "error code:",
    "retcode",
    "with message",
    "with code",
    "was:",
    "message:",
    "login:",
    "rejected:",
    "error=",
    "fatalerror:",
    "syntaxerror:",
    "serverbusy:",
    "authenticationerror:",
    "command error:",
    "deferred:",
    "s:",
    "code=",
    "code:",
    "smtp reply",
    "delay reason:",
    "dataerror:",
    "responseexception:",
    "heloerror:",
    "senderrefused:",
    "connecterror:",
    "data:"
  };

  private static final String[] KEYWORDS = {
    "error",
    "code",
    "smtp",
    "esmtp",
    "lmtp",
    "status",
    "reply",
    "response",
    "failure",
    "reject",
    "ndr",
    "bounce",
    "got",
    "get",
    "problem"
  };

  private final CodeReader codes;
  private final Knowledge knowledge;

  ReplyScanner(CodeReader codes, Knowledge knowledge) {
    this.codes = codes;
    this.knowledge = knowledge;
  }

  /**
   * The replies in the lines of a text, in their order.
   *
   * @param report whether the text is a mail server's report, where a code at the start of a line
   *     needs no more proof
   */
  List<Draft> scan(List<TextLine> lines, boolean report) {
    Carry carry = new Carry();
    List<Draft> found = new ArrayList<>();
    for (TextLine line : lines) {
      if (found.size() >= MOST_REPLIES) {
        break;
      }
      scanLine(line, report, carry, found);
    }
    return found;
  }

  /** What earlier lines told about those that follow. */
  private static final class Carry {
    @Nullable String recipient;
    @Nullable String host;
    @Nullable Command command;
  }

  private void scanLine(TextLine textLine, boolean report, Carry carry, List<Draft> found) {
    String line = textLine.text();
    if (textLine.kind() == Kind.CLIENT) {
      String lower = line.toLowerCase(Locale.ROOT);
      carry.command = LineContext.commandAt(lower, 0);
      if (carry.command == Command.DATA || line.equals(".")) {
        carry.command = line.equals(".") ? Command.END_OF_DATA : Command.DATA;
      }
      if (carry.command == Command.RCPT) {
        carry.recipient = LineContext.firstAddress(line, 0, line.length());
      }
      return;
    }
    if (textLine.kind() == Kind.RECIPIENT) {
      String address = LineContext.addressAt(line, 0);
      carry.recipient = address == null ? carry.recipient : address;
      carry.command = null;
    }
    int before = found.size();
    if (hasDigit(line)) {
      findReplies(textLine, line, report, carry, found);
    }
    if (found.size() == before && textLine.kind() != Kind.LOG) {
      carry(line, carry);
    }
  }

  /** Keeps what a line without a reply says about the replies to come. */
  private static void carry(String line, Carry carry) {
    if (line.length() > CONTEXT_WINDOW) {
      return;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    if (lower.startsWith("from:") || lower.startsWith("subject:")) {
      return;
    }
    if (lower.contains("while talking to ")
        || lower.contains("connected to ")
        || lower.contains("rejected by the server for the recipient domain")
        || lower.contains("did not like")
        || lower.startsWith("host: ")) {
      String host = LineContext.host(line, lower);
      carry.host = host == null ? carry.host : host;
    }
    String recipient = LineContext.recipient(line, lower);
    if (recipient == null && line.indexOf('@') > 0 && line.length() < 200) {
      recipient = LineContext.firstAddress(line, 0, line.length());
    }
    carry.recipient = recipient == null ? carry.recipient : recipient;
    Command command = LineContext.command(lower);
    carry.command = command == null ? carry.command : command;
  }

  private void findReplies(
      TextLine textLine, String line, boolean report, Carry carry, List<Draft> found) {
    List<Anchor> anchors = anchors(textLine, line, report);
    if (anchors.isEmpty()) {
      return;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int i = 0; i < anchors.size() && found.size() < MOST_REPLIES; i++) {
      Anchor anchor = anchors.get(i);
      int to = i + 1 < anchors.size() ? anchors.get(i + 1).start : line.length();
      found.add(draft(textLine, line, lower, anchor, from, to, carry));
      from = anchor.text;
    }
  }

  /**
   * Where a reply begins.
   *
   * @param start where its first code stands
   * @param text where its words begin
   */
  private record Anchor(
      int start, int text, @Nullable ReplyCode code, @Nullable Enhanced enhanced, boolean tuple) {}

  private List<Anchor> anchors(TextLine textLine, String line, boolean report) {
    List<Anchor> anchors = new ArrayList<>();
    for (int i = 0; i < line.length() && anchors.size() < 64; i++) {
      char c = line.charAt(i);
      if (c < '2' || c > '5' || (i > 0 && clings(line, i))) {
        continue;
      }
      Anchor anchor = null;
      if (CodeReader.isCodeAt(line, i)) {
        anchor = codeAnchor(textLine, line, i, report);
      } else if (i + 1 < line.length() && line.charAt(i + 1) == '.') {
        anchor = enhancedAnchor(textLine, line, i, report);
      }
      if (anchor != null && starts(anchor, anchors, line)) {
        replace(anchors, anchor, line);
        i = anchor.text - 1;
      }
    }
    return anchors;
  }

  /**
   * Adds an anchor. A status that stands before the reply it sums up, {@code dsn=5.1.1}, is no
   * reply of its own; nor is the queue's own word before {@code <421 4.4.2 …>}, the reply that it
   * waited for.
   */
  private static void replace(List<Anchor> anchors, Anchor anchor, String line) {
    Anchor added = anchor;
    if (!anchors.isEmpty() && anchor.code != null) {
      Anchor last = anchors.get(anchors.size() - 1);
      boolean quoted = anchor.enhanced != null && line.charAt(anchor.start - 1) == '<';
      if (last.code == null || quoted || announces(last, anchor)) {
        anchors.remove(anchors.size() - 1);
      }
      if (last.code == null && anchor.enhanced == null && !isDsn(line, last.start)) {
        added = new Anchor(anchor.start, anchor.text, anchor.code, last.enhanced, anchor.tuple);
      }
    }
    anchors.add(added);
  }

  /**
   * Whether a reply is named before it is quoted: {@code got code 550, with message "550 5.7.1 …}.
   */
  private static boolean announces(Anchor last, Anchor anchor) {
    return last.enhanced == null
        && anchor.enhanced != null
        && last.code != null
        && last.code.equals(anchor.code)
        && anchor.start - last.text < 24;
  }

  /** Whether the character before a digit makes it part of something longer. */
  private static boolean clings(String line, int at) {
    char before = line.charAt(at - 1);
    if (before == '#') {
      return false;
    }
    if (before == ':') {
      return at > 1 && CodeReader.isDigit(line.charAt(at - 2));
    }
    return Character.isLetterOrDigit(before)
        || ("._-/$@+&%=\\".indexOf(before) >= 0 && !(before == '=' && at > 1));
  }

  /** Whether an anchor begins a reply of its own, and is not quoted within the one before. */
  private static boolean starts(Anchor anchor, List<Anchor> earlier, String line) {
    if (earlier.isEmpty()) {
      return true;
    }
    Anchor last = earlier.get(earlier.size() - 1);
    if (anchor.code == null) {
      return false;
    }
    if (anchor.tuple || last.code == null) {
      return true;
    }
    if (announces(last, anchor)) {
      return true;
    }
    boolean same =
        anchor.code.equals(last.code)
            && (anchor.enhanced == null
                || last.enhanced == null
                || anchor.enhanced.code().equals(last.enhanced.code()));
    if (same || anchor.enhanced == null) {
      return false;
    }
    int before = anchor.start - 1;
    while (before > 0 && line.charAt(before) == ' ') {
      before--;
    }
    return before < 0 || ":-;>".indexOf(line.charAt(before)) < 0;
  }

  private @Nullable Anchor codeAnchor(TextLine textLine, String line, int at, boolean report) {
    int after = at + 3;
    char next = after < line.length() ? line.charAt(after) : ' ';
    if (" -,:;)]'\".\\>".indexOf(next) < 0
        || (next == '.' && after + 1 < line.length() && line.charAt(after + 1) != ' ')
        || (next == '-' && isPhoneNumber(line, after + 1))) {
      return null;
    }
    Enhanced enhanced = enhancedAfter(line, after);
    ReplyCode code = CodeReader.codeAt(line, at);
    boolean refusal = code.value() >= 400;
    boolean known = codes.isReplyCode(code);
    boolean tuple =
        (next == ',' && line.startsWith(" b'", after + 1)) || (next == ',' && isTuple(line, at));
    if (!accepts(textLine, line, at, after, enhanced, tuple, refusal, report)) {
      return null;
    }
    if (!known && enhanced == null && !codes.isSeen(code)) {
      return null;
    }
    int text = enhanced == null ? Math.min(line.length(), after + 1) : enhanced.end();
    return new Anchor(at, text, known ? code : null, enhanced, tuple);
  }

  private boolean accepts(
      TextLine textLine,
      String line,
      int at,
      int after,
      @Nullable Enhanced enhanced,
      boolean tuple,
      boolean refusal,
      boolean report) {
    String digits = line.substring(at, after);
    boolean start = at == 0 || line.charAt(at - 1) == '\n';
    boolean server = start && textLine.kind() == Kind.SERVER;
    boolean lead = server || tuple || hasLead(line, at);
    if (enhanced != null) {
      return !Likeness.isOtherNumber(line, at) && (refusal || lead || start);
    }
    if (Likeness.isOtherNumber(line, at)) {
      return false;
    }
    boolean http = Likeness.isHttp(digits, line, after);
    if (!refusal) {
      return server
          || (!http
              && (lead || start)
              && Likeness.isConsent(line, after)
              && !Likeness.isOtherProtocol(line, at));
    }
    if (server || (lead && !(http && !isSmtpLead(line, at)))) {
      return server || Likeness.isRefusal(line, after) || hasWords(line, after) || tuple;
    }
    if (http) {
      return false;
    }
    boolean multiline = after < line.length() && line.charAt(after) == '-';
    if (start && (report || multiline) && hasWords(line, after)) {
      return report || Likeness.isRefusal(line, after);
    }
    return (start || isWeakLead(line, at) || hasKeyword(line, at))
        && hasWords(line, after)
        && !Likeness.isOtherProtocol(line, at)
        && (Likeness.isRefusal(line, after) || (start && tellsCause(line, after)));
  }

  /** Whether the words after a code are some that the catalog knows from refusals. */
  private boolean tellsCause(String line, int after) {
    return !Likeness.countsThings(line, after)
        && knowledge.tellsCause(line.substring(after, Math.min(line.length(), after + 120)));
  }

  private static boolean hasWords(String line, int after) {
    int letters = 0;
    int end = Math.min(line.length(), after + 60);
    for (int i = after; i < end && letters < 3; i++) {
      letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
    }
    return letters == 3;
  }

  private static boolean isTuple(String line, int at) {
    return at > 0 && line.charAt(at - 1) == '(';
  }

  private static boolean isPhoneNumber(String line, int at) {
    int digits = 0;
    while (at + digits < line.length() && CodeReader.isDigit(line.charAt(at + digits))) {
      digits++;
    }
    char next = at + digits < line.length() ? line.charAt(at + digits) : ' ';
    return digits >= 2 && next != '.';
  }

  private static boolean hasLead(String line, int at) {
    int end = leadEnd(line, at);
    for (String lead : LEADS) {
      if (line.regionMatches(true, end - lead.length(), lead, 0, lead.length())) {
        return true;
      }
    }
    return end > 1
        && line.charAt(end - 1) == ':'
        && (line.charAt(end - 2) == '>'
            || line.charAt(end - 2) == ']'
            || line.charAt(end - 2) == ')');
  }

  private static boolean isSmtpLead(String line, int at) {
    String before = line.substring(Math.max(0, at - 80), at).toLowerCase(Locale.ROOT);
    return !before.contains("http")
        && (before.contains("smtp")
            || before.contains("said")
            || before.contains("<<")
            || before.contains("mail")
            || before.contains("rcpt")
            || before.contains("lmtp"));
  }

  /** Where the words before a code end, without the signs that open a quote. */
  private static int leadEnd(String line, int at) {
    int end = at;
    while (end > 0 && " '\"([{<*".indexOf(line.charAt(end - 1)) >= 0) {
      if (line.charAt(end - 1) == '<' && end > 1 && line.charAt(end - 2) == '<') {
        break;
      }
      end--;
    }
    return end;
  }

  private static boolean isWeakLead(String line, int at) {
    int end = at;
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    return end > 0 && ":=([\"';,>|".indexOf(line.charAt(end - 1)) >= 0;
  }

  private static boolean hasKeyword(String line, int at) {
    int end = leadEnd(line, at);
    while (end > 0 && ":#".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    for (String keyword : KEYWORDS) {
      int from = end - keyword.length();
      if (line.regionMatches(true, from, keyword, 0, keyword.length())
          && (from == 0 || !Character.isLetter(line.charAt(from - 1)))) {
        return true;
      }
    }
    return false;
  }

  /** The enhanced status code right after a reply code, past the signs that may part them. */
  private @Nullable Enhanced enhancedAfter(String line, int after) {
    int at = after;
    int end = Math.min(line.length(), after + 6);
    while (at < end && " -:#[(,b'\"\\".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return codes.enhancedAt(line, at);
  }

  private @Nullable Anchor enhancedAnchor(TextLine textLine, String line, int at, boolean report) {
    Enhanced enhanced = codes.enhancedAt(line, at);
    if (enhanced == null || enhanced.code().classDigit() == 2) {
      return null;
    }
    boolean hash = at > 0 && line.charAt(at - 1) == '#';
    boolean plausible = codes.isRegistered(enhanced.code()) || enhanced.code().subject() == 7;
    if (!hash && (!plausible || Likeness.isOtherNumber(line, at))) {
      return null;
    }
    boolean start = at == 0 || (textLine.kind() == Kind.SERVER && at < 2);
    boolean refusal = Likeness.isRefusal(line, enhanced.end());
    boolean told = refusal || Likeness.isRefusal(line.substring(Math.max(0, at - 200), at), 0);
    boolean accepted =
        (hash && (told || report))
            || (start && (refusal || report))
            || (hasLead(line, at) && (told || report))
            || isDsn(line, at)
            || ((isWeakLead(line, at) || hasKeyword(line, at)) && refusal);
    return accepted ? new Anchor(at, enhanced.end(), null, enhanced, false) : null;
  }

  private static boolean isDsn(String line, int at) {
    return line.regionMatches(true, at - 4, "dsn=", 0, 4);
  }

  private Draft draft(
      TextLine textLine, String line, String lower, Anchor anchor, int from, int to, Carry carry) {
    Draft draft = new Draft();
    draft.code = anchor.code;
    draft.enhanced = anchor.enhanced == null ? null : anchor.enhanced.code();
    boolean log = textLine.kind() == Kind.LOG;
    int windowStart = Math.max(from, anchor.start - CONTEXT_WINDOW);
    String before = line.substring(windowStart, anchor.start);
    String lowerBefore = lower.substring(windowStart, anchor.start);
    int windowEnd = Math.min(to, anchor.text + LONGEST_REPLY);
    String rest = line.substring(Math.min(anchor.text, windowEnd), windowEnd);
    if (anchor.code == null && CodeReader.isCodeAt(line, anchor.start)) {
      rest = line.substring(anchor.start, anchor.start + 3) + " " + rest.trim();
    }
    char opened = anchor.start > 0 ? line.charAt(anchor.start - 1) : ' ';
    ReplyWords.Words words = ReplyWords.of(rest, anchor.code, draft.enhanced, opened);
    draft.text = words.text();
    draft.raw = words.raw();
    if (anchor.code == null && anchor.start > from + 8) {
      draft.text = around(line, from, anchor, draft.text);
    }
    if (draft.text.isEmpty() && anchor.code != null && from == 0) {
      draft.text = told(before);
    }
    inner(draft);
    String lowerAfter = lower.substring(Math.min(anchor.text, windowEnd), windowEnd);
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
    String host = LineContext.host(before, lowerBefore);
    draft.remoteHost = host != null || log ? host : carry.host;
    draft.recipient = recipient(draft, line, lower, from, anchor, to, log, carry);
    if (draft.code == null && draft.enhanced != null && isDsn(line, anchor.start)) {
      draft.status = draft.enhanced;
      draft.text = LogWords.of(draft.text);
    }
    return draft;
  }

  /** The words before a status that stands at the end of what it sums up: {@code … (#5.1.1)}. */
  private static String around(String line, int from, Anchor anchor, String after) {
    int end = anchor.start;
    while (end > from && "(#[ ".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    boolean closes = end < anchor.start - 1 && line.charAt(anchor.start - 1) == '#';
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
        LineContext.recipient(
            line.substring(from, anchor.start), lower.substring(from, anchor.start));
    if (recipient == null) {
      recipient =
          from == 0
              ? LineContext.firstAddress(line, from, anchor.start)
              : LineContext.lastAddress(line, from, anchor.start);
    }
    if (recipient == null && log) {
      int end = Math.min(to, anchor.text + LONGEST_REPLY);
      recipient =
          LineContext.recipient(
              line.substring(anchor.text, end), lower.substring(anchor.text, end));
    }
    if (recipient == null && !log) {
      recipient = carry.recipient;
    }
    boolean aboutSender =
        draft.command == Command.MAIL || lower.indexOf("sender", anchor.start) >= 0;
    if (recipient == null && !aboutSender && draft.text.indexOf('<') >= 0) {
      int at = draft.text.indexOf('<');
      recipient = LineContext.addressAt(draft.text, at + 1);
    }
    return recipient;
  }

  /** An enhanced status code that stands among the words of a reply: {@code (#5.1.1)}. */
  private @Nullable EnhancedStatusCode within(String text, @Nullable ReplyCode code) {
    int end = Math.min(text.length(), 500);
    for (int i = 0; i < end; i++) {
      char c = text.charAt(i);
      if (c < '2' || c > '5' || (i > 0 && clings(text, i))) {
        continue;
      }
      Enhanced enhanced = codes.enhancedAt(text, i);
      if (enhanced == null || (Likeness.isOtherNumber(text, i) && text.charAt(i - 1) != '#')) {
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

  private static boolean hasDigit(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (CodeReader.isDigit(line.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
