package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.QuotedLocalPart;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.form.Surroundings;
import io.github.smtpbot.diagnosis.form.TextLine;
import io.github.smtpbot.diagnosis.form.TextLine.Kind;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.diagnosis.syntax.CodeReader.Enhanced;
import io.github.smtpbot.diagnosis.wording.WordSequence;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Tells the codes that a server said from all other numbers, by what stands before and after them.
 * Immutable; safe for use by many threads.
 */
final class SaidCodes {

  /** How many characters before an enhanced status code may tell of a refusal. */
  private static final int TOLD_BEFORE = 200;

  /** How many characters after a code are looked up in the catalog. */
  private static final int TOLD_AFTER = 120;

  /** The number of an item in a list has no more digits. */
  private static final int LONGEST_ITEM = 2;

  /** What only mail fails of: who says so behind an announced code speaks of mail. */
  private static final Set<Cause> OF_MAIL_ALONE =
      EnumSet.of(
          Cause.USER_UNKNOWN,
          Cause.GREYLISTED,
          Cause.IP_BLOCKLISTED_OR_BAD_REPUTATION,
          Cause.SPF_DKIM_DMARC_FAILURE,
          Cause.RELAY_DENIED,
          Cause.SENDER_REJECTED,
          Cause.MAILBOX_DISABLED);

  private static final Set<Cause> OF_LOGIN = EnumSet.of(Cause.AUTH_FAILED);

  private final CodeReader codes;
  private final Wording wording;
  private final LeadIn leads;
  private final RefusalWords refusals;
  private final OtherNumbers others;
  private final SourcePosition sources;

  SaidCodes(CodeReader codes, Wording wording, ReadingCues cues) {
    this.codes = codes;
    this.wording = wording;
    this.leads = new LeadIn(cues);
    this.refusals = new RefusalWords(cues);
    this.others = new OtherNumbers(cues);
    this.sources = new SourcePosition(cues);
  }

  /** Where a reply begins that has this reply code; null if no server said this number. */
  @Nullable ReplyStart replyCode(TextLine textLine, int at, Surroundings around) {
    String line = textLine.text();
    int after = at + 3;
    char next = after < line.length() ? line.charAt(after) : ' ';
    if ((!WordSequence.isUnspaced(next) && " -,:;)]'\".\\>".indexOf(next) < 0)
        || (next == '.'
            && after + 1 < line.length()
            && line.charAt(after + 1) != ' '
            && !isDotted(line, at))
        || (next == '-' && isPhoneNumber(line, after + 1))) {
      return null;
    }
    if (QuotedLocalPart.holds(line, at)) {
      return null;
    }
    // A process's number, unless a mail program says whose code it is: SMTP Error: [550].
    boolean bracketed = next == ']' && at > 0 && line.charAt(at - 1) == '[';
    if ((bracketed && !leads.hasLead(line, at)) || leads.isAwaited(line, at)) {
      return null;
    }
    Enhanced enhanced = enhancedAfter(line, after);
    ReplyCode code = CodeReader.codeAt(line, at);
    boolean refusal = code.value() >= 400;
    boolean known = codes.isReplyCode(code);
    boolean tuple = next == ',' && isTuple(line, at, after + 1);
    if (next == ',' && enhanced == null && isPosition(line, at, after + 1)) {
      return null;
    }
    if (sources.isLine(line, at)) {
      return null;
    }
    if (!accepts(textLine, at, after, enhanced, tuple, refusal, around)) {
      return null;
    }
    if (!known && enhanced == null && !codes.isSeen(code) && !isOffList(code, line, at, after)) {
      return null;
    }
    // Scripts without spaces put nothing between a code and its words.
    int words = WordSequence.isUnspaced(next) ? after : after + 1;
    int text = enhanced == null ? Math.min(line.length(), words) : enhanced.end();
    return new ReplyStart(at, text, code, enhanced, tuple);
  }

  /** Where a compiler found something, {@code mailer.ts(550,21)}. */
  private static boolean isPosition(String line, int at, int after) {
    return at > 1
        && line.charAt(at - 1) == '('
        && Character.isLetterOrDigit(line.charAt(at - 2))
        && after < line.length()
        && CodeReader.isDigit(line.charAt(after));
  }

  /**
   * Whether a code that no list has is one that a server said: its second digit is one of SMTP's
   * (RFC 5321 section 4.2.1), it is no port, and what follows is a refusal.
   */
  private boolean isOffList(ReplyCode code, String line, int at, int after) {
    boolean port = at > 1 && line.charAt(at - 1) == ':' && line.charAt(at - 2) < 0x80;
    return code.value() / 10 % 10 <= 5 && !port && refusals.isRefusal(line, after);
  }

  private boolean accepts(
      TextLine textLine,
      int at,
      int after,
      @Nullable Enhanced enhanced,
      boolean tuple,
      boolean refusal,
      Surroundings around) {
    String line = textLine.text();
    String digits = line.substring(at, after);
    boolean start = isStart(line, at);
    boolean many = textLine.manyLines() && after < line.length() && line.charAt(after) == '-';
    boolean server = many || (start && textLine.kind() == Kind.SERVER);
    if ((around.isOtherSystem() && enhanced == null) || others.isOtherNumber(line, at)) {
      return false;
    }
    if (enhanced != null && (refusal || start)) {
      return true;
    }
    if (around.speaksOfMail() && leads.isInstead(line, at) && !others.isHttp(digits, line, after)) {
      return true;
    }
    boolean lead = server || tuple || leads.hasLead(line, at);
    if (enhanced != null) {
      return lead;
    }
    boolean anybodys =
        !server
            && !tuple
            && !around.speaksOfMail()
            && (leads.isCodeField(line, at)
                || (leads.isClass(line, at) && OtherNumbers.isOfWeb(line, at)))
            && !speaksOfMail(line, after);
    if (anybodys) {
      return false;
    }
    boolean http = others.isHttp(digits, line, after);
    if (!refusal) {
      return server
          || (!http
              && (lead || start)
              && refusals.isConsent(line, after)
              && !others.isOtherProtocol(line, at));
    }
    if (server || (lead && !(http && !leads.isSmtpLead(line, at)))) {
      return server
          || refusals.isRefusal(line, after)
          || hasWords(line, after)
          || tuple
          || (around.speaksOfMail() && (isInBrackets(line, at) || closes(line, at)))
          || isClassed(line, at);
    }
    if (http) {
      return false;
    }
    boolean multiline = after < line.length() && line.charAt(after) == '-';
    if (start && (around.isReport() || multiline) && hasWords(line, after)) {
      return around.isReport() || refusals.isRefusal(line, after);
    }
    // Without a word of mail anywhere, a number within a line is somebody else's.
    boolean within =
        !isValue(line, at)
            && (LeadIn.isWeakLead(line, at) || leads.hasKeyword(line, at))
            && (around.speaksOfMail()
                || (around.isOneLine() && speaksOfMail(line, after))
                || isOfLogin(line, at, after));
    return (start || within || isListed(line, at))
        && hasWords(line, after)
        && !others.isOtherProtocol(line, at)
        && (refusals.isRefusal(line, after)
            || tellsCause(line, after)
            || (start && around.isOneLine() && !refusals.countsThings(line, after)));
  }

  /** Whether nothing but opening signs stand before a code on its line. */
  private static boolean isStart(String line, int at) {
    int before = at;
    while (before > 0 && " '\"([{<*".indexOf(line.charAt(before - 1)) >= 0) {
      before--;
    }
    return before == 0;
  }

  /** Whether nothing but the sign of a list's item stands before: {@code - 550}, {@code 4. 550}. */
  private static boolean isListed(String line, int at) {
    int sign = at - 1;
    while (sign >= 0 && " '\"`*".indexOf(line.charAt(sign)) >= 0) {
      sign--;
    }
    if (sign < 0 || sign == at - 1) {
      return false;
    }
    int from = sign;
    if (line.charAt(sign) == '.' || line.charAt(sign) == ')') {
      while (from > 0 && sign - from < LONGEST_ITEM && CodeReader.isDigit(line.charAt(from - 1))) {
        from--;
      }
      if (from == sign) {
        return false;
      }
    } else if ("-\u2013\u2022\u00b7".indexOf(line.charAt(sign)) < 0) {
      return false;
    }
    while (from > 0 && line.charAt(from - 1) == ' ') {
      from--;
    }
    return from == 0;
  }

  /** Whether it is all of a field's value in JSON, so that the words behind it are not its own. */
  private static boolean isValue(String line, int at) {
    int before = at - 1;
    while (before > 0 && line.charAt(before) == ' ') {
      before--;
    }
    return before > 0
        && at + 4 < line.length()
        && line.startsWith("\":", before - 1)
        && (line.startsWith(",\"", at + 3) || line.charAt(at + 3) == '}');
  }

  /** Whether the words after a code tell, in any language, what only mail fails of. */
  private boolean speaksOfMail(String line, int after) {
    // In JSON without a word of mail a number is that of another service.
    boolean json = line.indexOf('{') >= 0;
    return !json
        && wording.tellsPlainly(
            line.substring(after, Math.min(line.length(), after + TOLD_AFTER)), OF_MAIL_ALONE);
  }

  /** Whether a code that only a login to a mail server is answered with stands before its words. */
  private boolean isOfLogin(String line, int at, int after) {
    return codes.isOfLogin(CodeReader.codeAt(line, at))
        && wording.tellsPlainly(
            line.substring(after, Math.min(line.length(), after + TOLD_AFTER)), OF_LOGIN);
  }

  /** Whether the words after a code are some that the catalog knows from refusals. */
  private boolean tellsCause(String line, int after) {
    return !refusals.countsThings(line, after)
        && wording.tellsCause(line.substring(after, Math.min(line.length(), after + TOLD_AFTER)));
  }

  /** {@code (535)}, as programs print the code alone. */
  private static boolean isInBrackets(String line, int at) {
    return at > 0
        && line.charAt(at - 1) == '('
        && at + 3 < line.length()
        && line.charAt(at + 3) == ')';
  }

  /** {@code permanent error (535)}, with a code that HTTP does not have. */
  private boolean isClassed(String line, int at) {
    return isInBrackets(line, at)
        && leads.isClass(line, at)
        && codes.isReplyCode(CodeReader.codeAt(line, at))
        && !OtherNumbers.isOfWeb(line, at);
  }

  /** Whether a program's line ends with the code that it got: {@code SMTP code: 550}. */
  private boolean closes(String line, int at) {
    int end = at + 3;
    while (end < line.length() && "\"'`)]}.,; ".indexOf(line.charAt(end)) >= 0) {
      end++;
    }
    return end == line.length() && leads.isSmtpLead(line, at);
  }

  private static boolean hasWords(String line, int after) {
    int letters = 0;
    int end = Math.min(line.length(), after + 60);
    for (int i = after; i < end && letters < 3; i++) {
      letters += Character.isLetter(line.charAt(i)) ? 1 : 0;
    }
    return letters == 3;
  }

  /** Python's {@code (550, b'5.1.1 …')}, with or without the bracket. */
  private static boolean isTuple(String line, int at, int after) {
    int from = after;
    while (from < line.length() && " bu".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    boolean quoted = from < line.length() && "'\"".indexOf(line.charAt(from)) >= 0;
    return quoted && (line.startsWith(" b'", after) || (at > 0 && line.charAt(at - 1) == '('));
  }

  private static boolean isPhoneNumber(String line, int at) {
    int digits = 0;
    while (at + digits < line.length() && CodeReader.isDigit(line.charAt(at + digits))) {
      digits++;
    }
    char next = at + digits < line.length() ? line.charAt(at + digits) : ' ';
    return digits >= 2 && next != '.';
  }

  /**
   * Whether a dot alone parts a refusal's codes, {@code 550.5.7.1}: no part of an address is so
   * high.
   */
  private boolean isDotted(String line, int at) {
    int after = at + 3;
    if (after >= line.length() || line.charAt(after) != '.' || line.charAt(at) < '4') {
      return false;
    }
    Enhanced enhanced = codes.enhancedAt(line, after + 1);
    return enhanced != null && enhanced.code().classDigit() == line.charAt(at) - '0';
  }

  /** The enhanced status code right after a reply code, past the signs that may part them. */
  private @Nullable Enhanced enhancedAfter(String line, int after) {
    int at = isDotted(line, after - 3) ? after + 1 : after;
    int end = Math.min(line.length(), after + 6);
    while (at < end && " -:#[()],bu'\"\\".indexOf(line.charAt(at)) >= 0) {
      at++;
    }
    return codes.enhancedAt(line, at);
  }

  /** Where a reply begins that has this enhanced status code alone; null if no server said it. */
  @Nullable ReplyStart enhanced(String line, int at, Surroundings around) {
    Enhanced enhanced = codes.enhancedAt(line, at);
    if (enhanced == null || enhanced.code().classDigit() == 2 || isTag(line, at)) {
      return null;
    }
    boolean hash = at > 0 && line.charAt(at - 1) == '#';
    boolean lead = leads.hasLead(line, at);
    boolean plausible =
        codes.isRegistered(enhanced.code())
            || enhanced.code().subject() == 7
            || codes.isPublished(enhanced.code())
            || (lead && around.speaksOfMail());
    if (!hash && (!plausible || others.isOtherNumber(line, at))) {
      return null;
    }
    boolean start = isStart(line, at);
    boolean refusal =
        refusals.isRefusal(line, enhanced.end())
            || ((start || lead) && tellsCause(line, enhanced.end()));
    boolean told =
        refusal || refusals.isRefusal(line.substring(Math.max(0, at - TOLD_BEFORE), at), 0);
    boolean accepted =
        (hash && (told || around.isReport()))
            || (start && (refusal || around.isReport()))
            || (lead && (told || around.isReport()))
            || ReplyStarts.isDsn(line, at)
            || (around.speaksOfMail()
                && refusal
                && (LeadIn.isWeakLead(line, at) || leads.hasKeyword(line, at)));
    return accepted ? new ReplyStart(at, enhanced.end(), null, enhanced, false) : null;
  }

  /** A version right after a name: {@code app:5.1.1}. */
  private static boolean isTag(String line, int at) {
    return at > 1 && line.charAt(at - 1) == ':' && Character.isLetterOrDigit(line.charAt(at - 2));
  }
}
