package io.github.smtpbot.diagnosis.reply;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.form.Surroundings;
import io.github.smtpbot.diagnosis.form.TextLine;
import io.github.smtpbot.diagnosis.form.TextLine.Kind;
import io.github.smtpbot.diagnosis.syntax.Addresses;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import io.github.smtpbot.diagnosis.syntax.HostNames;
import io.github.smtpbot.diagnosis.wording.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the replies in a text of any shape: bare replies, transcripts, logs, exceptions, reports in
 * prose. Linear in the text. Immutable; safe for use by many threads.
 */
final class ReplyScanner {

  /** More replies than this are not for people to read. */
  private static final int MOST_REPLIES = 500;

  /** A line that says something about replies to come is not longer. */
  private static final int LONGEST_ANNOUNCEMENT = 600;

  /** A line that names a recipient in passing is not longer. */
  private static final int LONGEST_NAMING = 200;

  /** A line that only names what the next one holds is not longer. */
  private static final int LONGEST_LABEL = 24;

  /** So many lines may stand between a reply's codes and its words. */
  private static final int MOST_LABELS = 3;

  private static final int GREETING = 220;
  private static final int GO_ON = 354;

  private final ReplyStarts starts;
  private final ReplyReader reader;
  private final Wording wording;
  private final ReadingCues cues;
  private final AnsweredCommand commands;
  private final Addresses addresses;
  private final HostNames hosts;

  ReplyScanner(CodeReader codes, Wording wording, ReadingCues cues, OwnLog logs) {
    this.starts = new ReplyStarts(codes, wording, cues);
    this.reader = new ReplyReader(codes, cues, logs);
    this.wording = wording;
    this.cues = cues;
    this.commands = new AnsweredCommand(cues);
    this.addresses = new Addresses(cues);
    this.hosts = new HostNames(cues);
  }

  /**
   * The replies in the lines of a text, in their order.
   *
   * @param around what all of the text tells of each line
   */
  List<ReplyBuilder> scan(List<TextLine> lines, Surroundings around) {
    SaidBefore earlier = new SaidBefore();
    List<ReplyBuilder> found = new ArrayList<>();
    for (TextLine line : lines) {
      if (found.size() >= MOST_REPLIES) {
        break;
      }
      scan(line, around, earlier, found);
    }
    return found;
  }

  private void scan(
      TextLine line, Surroundings around, SaidBefore earlier, List<ReplyBuilder> found) {
    if (line.kind() == Kind.CLIENT) {
      isSent(line.text(), earlier);
      return;
    }
    if (line.kind() == Kind.RECIPIENT) {
      String address = Addresses.addressAt(line.text(), 0);
      earlier.recipient = address == null ? earlier.recipient : address;
      earlier.command = null;
    }
    if (earlier.wordless != null && follows(line, earlier)) {
      return;
    }
    int before = found.size();
    if (hasDigit(line.text())) {
      findReplies(line, around, earlier, found);
    }
    if (found.size() == before && line.kind() != Kind.LOG) {
      announces(line.text(), earlier);
    }
  }

  private void isSent(String line, SaidBefore earlier) {
    String lower = line.toLowerCase(Locale.ROOT);
    earlier.command = line.equals(".") ? Command.END_OF_DATA : commands.at(lower, 0);
    if (earlier.command == Command.RCPT) {
      earlier.recipient = addresses.firstAddress(line, 0, line.length());
    }
  }

  /**
   * Whether a line holds the words of a reply whose codes stand on an earlier line, as forms show
   * them: {@code Code} / {@code 550 5.5.0} / {@code Description} / {@code mailbox unavailable}.
   */
  private boolean follows(TextLine line, SaidBefore earlier) {
    ReplyBuilder reply = earlier.wordless;
    if (reply == null || line.kind() != Kind.PROSE || --earlier.patience < 0) {
      earlier.wordless = null;
      return false;
    }
    if (line.text().length() > LONGEST_LABEL || wording.tellsCause(line.text())) {
      reply.text =
          line.text().substring(0, Math.min(line.text().length(), ReplyReader.LONGEST_REPLY));
      reply.line = line;
      reply.at = 0;
      earlier.wordless = null;
      return true;
    }
    return false;
  }

  /** Keeps what a line without a reply says about the replies to come. */
  private void announces(String line, SaidBefore earlier) {
    if (line.length() > LONGEST_ANNOUNCEMENT) {
      return;
    }
    String lower = line.toLowerCase(Locale.ROOT);
    if (lower.startsWith("from:") || lower.startsWith("subject:")) {
      return;
    }
    if (lower.startsWith("host: ") || cues.isIn(ReadingCue.HOST_ANNOUNCED, lower)) {
      String host = hosts.host(line, lower);
      earlier.host = host == null ? earlier.host : host;
    }
    String recipient = addresses.recipient(line, lower);
    if (recipient == null && line.indexOf('@') > 0 && line.length() < LONGEST_NAMING) {
      recipient = addresses.firstAddress(line, 0, line.length());
    }
    earlier.recipient = recipient == null ? earlier.recipient : recipient;
    Command command = commands.in(lower);
    earlier.command = command == null ? earlier.command : command;
  }

  private void findReplies(
      TextLine line, Surroundings around, SaidBefore earlier, List<ReplyBuilder> found) {
    List<ReplyStart> begins = starts.find(line, around);
    String lower = begins.isEmpty() ? "" : line.text().toLowerCase(Locale.ROOT);
    int from = 0;
    for (int i = 0; i < begins.size() && found.size() < MOST_REPLIES; i++) {
      ReplyStart start = begins.get(i);
      int to = i + 1 < begins.size() ? begins.get(i + 1).start() : line.text().length();
      ReplyBuilder reply =
          reader.read(new ReplyReader.Place(line, lower, start, from, to), earlier);
      if (reply.code != null && reply.code.value() == GREETING) {
        earlier.greeting = reply.text;
        String host = HostNames.hostAt(reply.text, 0);
        earlier.host = host == null ? earlier.host : host;
      }
      afterData(reply, earlier);
      reply.greeting = earlier.greeting == null ? "" : earlier.greeting;
      reply.line = line;
      reply.at = start.text();
      found.add(reply);
      from = start.text();
    }
    ReplyBuilder last = begins.isEmpty() ? null : found.get(found.size() - 1);
    earlier.wordless = last != null && last.code != null && last.text.isEmpty() ? last : null;
    earlier.patience = MOST_LABELS;
  }

  /** After 354 the message itself is answered, once. */
  private static void afterData(ReplyBuilder reply, SaidBefore earlier) {
    if (reply.code != null && reply.code.value() == GO_ON) {
      earlier.command = Command.END_OF_DATA;
    } else if (reply.command == Command.END_OF_DATA && earlier.command == Command.END_OF_DATA) {
      earlier.command = null;
    }
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
