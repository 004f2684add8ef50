package io.github.smtpbot.diagnosis;

import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.diagnosis.TextLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Finds the replies in a text of any shape: bare replies, transcripts, logs, exceptions, reports in
 * prose. Linear in the text. Immutable; safe for use by many threads.
 */
final class ReplyScanner {

  /** More replies than this are not for people to read. */
  static final int MOST_REPLIES = 500;

  private static final int CONTEXT_WINDOW = 600;

  private final AnchorFinder anchors;
  private final DraftReader drafts;

  ReplyScanner(CodeReader codes, Knowledge knowledge) {
    this.anchors = new AnchorFinder(codes, knowledge);
    this.drafts = new DraftReader(codes);
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

  private void scanLine(TextLine textLine, boolean report, Carry carry, List<Draft> found) {
    String line = textLine.text();
    if (textLine.kind() == Kind.CLIENT) {
      String lower = line.toLowerCase(Locale.ROOT);
      carry.command = LineContext.commandAt(lower, 0);
      if (carry.command == Command.DATA || line.equals(".")) {
        carry.command = line.equals(".") ? Command.END_OF_DATA : Command.DATA;
      }
      if (carry.command == Command.RCPT) {
        carry.recipient = Addresses.firstAddress(line, 0, line.length());
      }
      return;
    }
    if (textLine.kind() == Kind.RECIPIENT) {
      String address = Addresses.addressAt(line, 0);
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
      String host = HostNames.host(line, lower);
      carry.host = host == null ? carry.host : host;
    }
    String recipient = Addresses.recipient(line, lower);
    if (recipient == null && line.indexOf('@') > 0 && line.length() < 200) {
      recipient = Addresses.firstAddress(line, 0, line.length());
    }
    carry.recipient = recipient == null ? carry.recipient : recipient;
    Command command = LineContext.command(lower);
    carry.command = command == null ? carry.command : command;
  }

  private void findReplies(
      TextLine textLine, String line, boolean report, Carry carry, List<Draft> found) {
    List<Anchor> begins = anchors.find(textLine, line, report);
    String lower = begins.isEmpty() ? "" : line.toLowerCase(Locale.ROOT);
    int from = 0;
    for (int i = 0; i < begins.size() && found.size() < MOST_REPLIES; i++) {
      Anchor anchor = begins.get(i);
      int to = i + 1 < begins.size() ? begins.get(i + 1).start() : line.length();
      found.add(drafts.draft(textLine, line, lower, anchor, from, to, carry));
      from = anchor.text();
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
