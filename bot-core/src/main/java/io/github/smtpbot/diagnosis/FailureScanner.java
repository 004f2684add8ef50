package io.github.smtpbot.diagnosis;

import io.github.smtpbot.diagnosis.TextLine.Kind;
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

  /** What stands in lines that speak of mail transport. */
  private static final String[] MARKERS = {
    "smtp",
    "postfix/",
    "exim",
    "sendmail",
    "status=deferred",
    "status=bounced",
    "status=expired",
    "stat=",
    " defer (",
    "delivery temporarily suspended",
    "messagingexception",
    "mailexception",
    "rejected rcpt",
    "lost connection with",
    "milter",
    "rspamd",
    "mta delivery",
    ": deferral: ",
    ": failure: ",
    ":25",
    ":587",
    ":465",
    "port: 25",
    "port: 587",
    "mail server",
    "nodemailer",
    "gomail",
    "delivery attempt",
    "remote mta",
    " t=remote",
    "esockets",
    "envelope expired",
    "econnrefused",
    "etimedout",
    "mailfailure",
    "mail_failure",
    "mailer error",
    "delivery.",
    "mx "
  };

  private final Knowledge knowledge;

  FailureScanner(Knowledge knowledge) {
    this.knowledge = knowledge;
  }

  /**
   * What the lines of a text tell of failures.
   *
   * @param report whether the whole text is a mail server's report; else only lines that speak of
   *     mail transport are read
   */
  List<Draft> scan(List<TextLine> lines, boolean report) {
    List<Draft> found = new ArrayList<>();
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
            text.length() > 300 ? null : Addresses.firstAddress(text, 0, text.length());
        recipient = address == null ? recipient : address;
      }
      String lower = text.toLowerCase(Locale.ROOT);
      if ((report || isTransport(lower)) && tells(text)) {
        found.add(draft(line, lower, recipient));
      }
    }
    return found;
  }

  private static boolean isTransport(String lower) {
    for (String marker : MARKERS) {
      if (lower.contains(marker)) {
        return true;
      }
    }
    return false;
  }

  private boolean tells(String text) {
    String window = text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    return knowledge.tellsCause(window);
  }

  private static Draft draft(TextLine line, String lower, @Nullable String carried) {
    Draft draft = new Draft();
    String text = line.text();
    String window = text.substring(0, Math.min(text.length(), LONGEST_TEXT));
    draft.text = LogWords.of(window);
    draft.recipient = Addresses.recipient(text, lower);
    if (draft.recipient == null) {
      draft.recipient = Addresses.firstAddress(text, 0, Math.min(text.length(), LONGEST_TEXT));
    }
    if (draft.recipient == null) {
      draft.recipient = carried;
    }
    draft.remoteHost = HostNames.host(text, lower);
    draft.command = LineContext.command(lower);
    draft.action = LineContext.action(lower);
    return draft;
  }
}
