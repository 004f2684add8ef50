package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.form.TextLine;
import io.github.smtpbot.diagnosis.form.TextLine.Kind;
import io.github.smtpbot.diagnosis.syntax.Addresses;
import io.github.smtpbot.diagnosis.syntax.HostNames;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Finds what failed where no code is written: a host that did not answer, a queue that gave up, a
 * report in prose. Only wording of the catalog counts. Immutable; safe for use by many threads.
 */
final class FailureScanner {

  private static final int LONGEST_TEXT = 1_000;

  private static final int MOST_FAILURES = 100;

  /** A report says what failed in its first lines. */
  private static final int LONGEST_REPORT = 2_000;

  /** A line that only names a recipient is not longer. */
  private static final int LONGEST_NAMING = 300;

  private final Wording wording;
  private final ReadingCues cues;
  private final AnsweredCommand commands;
  private final Addresses addresses;
  private final HostNames hosts;

  public FailureScanner(Wording wording, ReadingCues cues) {
    this.wording = wording;
    this.cues = cues;
    this.commands = new AnsweredCommand(cues);
    this.addresses = new Addresses(cues);
    this.hosts = new HostNames(cues);
  }

  /**
   * What the lines of a text tell of failures.
   *
   * @param report whether the whole text is a mail server's report; else only lines that speak of
   *     mail transport are read
   */
  public List<ReplyBuilder> scan(List<TextLine> lines, boolean report) {
    List<ReplyBuilder> found = new ArrayList<>();
    String recipient = null;
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
      if ((report || cues.isIn(ReadingCue.TRANSPORT_WORDS, lower)) && tells(text)) {
        found.add(failure(line, lower, recipient));
      }
    }
    return found;
  }

  private boolean tells(String text) {
    String window = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    return wording.tellsCause(window);
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
    failure.outcome = Outcome.ofLog(lower, cues);
    return failure;
  }
}
