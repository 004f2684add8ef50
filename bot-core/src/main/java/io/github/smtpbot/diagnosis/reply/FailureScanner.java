package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Outcome;
import io.github.smtpbot.diagnosis.form.EximFlag;
import io.github.smtpbot.diagnosis.form.OutcomeWords;
import io.github.smtpbot.diagnosis.form.Surroundings;
import io.github.smtpbot.diagnosis.form.TextLine;
import io.github.smtpbot.diagnosis.form.TextLine.Kind;
import io.github.smtpbot.diagnosis.syntax.Addresses;
import io.github.smtpbot.diagnosis.syntax.HostNames;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds what failed where no code is written: a host that did not answer, a queue that gave up, a
 * report in prose. Only wording of the catalog counts. Immutable; safe for use by many threads.
 */
final class FailureScanner {

  /** What two words tell of in a text that speaks of mail. */
  private static final Set<Cause> UNMISTAKABLE =
      EnumSet.of(
          Cause.HOST_UNREACHABLE_OR_TIMEOUT,
          Cause.TLS_REQUIRED_OR_FAILED,
          Cause.DOMAIN_NOT_FOUND,
          Cause.AUTH_FAILED,
          Cause.AUTH_REQUIRED,
          Cause.SPF_DKIM_DMARC_FAILURE,
          Cause.MAIL_LOOP);

  private static final int LONGEST_TEXT = 1_000;

  private static final int MOST_FAILURES = 100;

  /** A report says what failed in its first lines. */
  private static final int LONGEST_REPORT = 2_000;

  /** The heading of a notice is not longer. */
  private static final int LONGEST_HEADING = 60;

  /** A line that only names a recipient is not longer. */
  private static final int LONGEST_NAMING = 300;

  private final Wording wording;
  private final ReadingCues cues;
  private final AnsweredCommand commands;
  private final OutcomeWords outcomes;
  private final EximFlag flags;
  private final Addresses addresses;
  private final HostNames hosts;
  private final OwnLog logs;

  FailureScanner(Wording wording, ReadingCues cues, OwnLog logs) {
    this.wording = wording;
    this.logs = logs;
    this.cues = cues;
    this.commands = new AnsweredCommand(cues);
    this.outcomes = new OutcomeWords(cues);
    this.flags = new EximFlag(cues);
    this.addresses = new Addresses(cues);
    this.hosts = new HostNames(cues);
  }

  /** What the lines of a text tell of failures. */
  List<ReplyBuilder> scan(List<TextLine> lines, Surroundings around) {
    if (around.isOtherSystem()) {
      return new ArrayList<>();
    }
    List<ReplyBuilder> found = new ArrayList<>();
    String recipient = null;
    ReplyBuilder untold = null;
    boolean report = around.isReport();
    List<TextLine> read =
        report && lines.size() > LONGEST_REPORT ? lines.subList(0, LONGEST_REPORT) : lines;
    for (TextLine line : read) {
      String text = line.text();
      if (found.size() >= MOST_FAILURES) {
        break;
      }
      if (report && (line.kind() == Kind.RECIPIENT || line.kind() == Kind.PROSE)) {
        String address =
            text.length() > LONGEST_NAMING ? null : addresses.firstAddress(text, 0, text.length());
        recipient = address == null ? recipient : address;
      }
      String lower = text.toLowerCase(Locale.ROOT);
      if (tells(text, lower, around)) {
        found.add(failure(line, lower, recipient));
      } else if (untold == null && found.isEmpty() && isUntold(lower)) {
        untold = failure(line, lower, recipient);
      }
    }
    if (found.isEmpty() && untold != null) {
      found.add(untold);
    }
    return report ? withoutHeading(found) : found;
  }

  /**
   * Without the heading of a notice, which names nobody, {@code Address not found}, or of a window,
   * {@code Server Error}: the line below that names the recipient, or what only networks fail of,
   * knows better what failed.
   */
  private List<ReplyBuilder> withoutHeading(List<ReplyBuilder> found) {
    boolean heading =
        found.size() > 1
            && found.get(0).recipient == null
            && found.get(0).remoteHost == null
            && found.get(0).text.length() <= LONGEST_HEADING
            && (found.get(1).recipient != null
                || (wording.tellsPlainly(found.get(1).text, UNMISTAKABLE)
                    && !wording.tellsPlainly(found.get(0).text, UNMISTAKABLE)));
    return heading ? found.subList(1, found.size()) : found;
  }

  /**
   * Whether a line tells of a failure of mail: in a report, or by its own words; or, in a text that
   * speaks of mail elsewhere, by words that only a program uses which talks to a server.
   */
  private boolean tells(String text, String lower, Surroundings around) {
    if (cues.isAt(ReadingCue.HANDLER_LEADS, text, 0)) {
      return false;
    }
    boolean transport =
        around.isReport()
            || isOfRecipient(text)
            || flags.in(text) != null
            || flags.isOfMessage(text)
            || cues.isIn(ReadingCue.TRANSPORT_WORDS, lower);
    if ((!transport && !around.speaksOfMail()) || (!around.isReport() && isOfOther(lower))) {
      return false;
    }
    String window = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    boolean tells =
        transport ? wording.tellsCause(window) : wording.tellsPlainly(window, UNMISTAKABLE);
    return tells || wording.tellsOwn(window);
  }

  /** Whether a line is about another service that a program which sends mail needs. */
  private boolean isOfOther(String lower) {
    return cues.isIn(ReadingCue.OTHER_SERVICES, lower) && !cues.isIn(ReadingCue.SMTP_SIGNS, lower);
  }

  /** Whether a server's log says that it did not deliver, in words that the catalog has not. */
  private boolean isUntold(String lower) {
    if (logs.writer(lower) == null) {
      return false;
    }
    Outcome outcome = outcomes.ofLog(lower);
    return outcome == Outcome.FAILED || outcome == Outcome.DELAYED;
  }

  /** Whether a line says what became of one recipient, as notices do: {@code <a@b.example>: …}. */
  private static boolean isOfRecipient(String text) {
    int close = text.startsWith("<") ? text.indexOf(">: ") : -1;
    int at = text.indexOf('@');
    return close > 0 && close < LONGEST_NAMING && at > 0 && at < close;
  }

  private ReplyBuilder failure(TextLine line, String lower, @Nullable String carried) {
    ReplyBuilder failure = new ReplyBuilder();
    String text = line.text();
    String window = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    failure.text = LogWords.of(window);
    failure.recipient = addresses.recipient(text, lower);
    if (failure.recipient == null) {
      failure.recipient = addresses.firstAddress(text, 0, Math.min(text.length(), LONGEST_TEXT));
    }
    if (failure.recipient == null) {
      failure.recipient = carried;
    }
    failure.remoteHost = hosts.host(text, lower);
    failure.command = commands.in(lower);
    failure.outcome = outcomes.ofLog(lower);
    failure.speaker = logs.writer(lower);
    return failure;
  }
}
