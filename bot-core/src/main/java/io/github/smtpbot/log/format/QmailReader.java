package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * qmail-send: {@code delivery 7: success}, {@code failure} or {@code deferral}. What is delivered
 * to whom stands in earlier lines.
 */
public final class QmailReader implements FormatReader {

  private static final String SAID = "Remote host said: ";

  private record Message(String id, String sender) {
    int characters() {
      return id.length() + sender.length();
    }
  }

  private record Started(Message message, String recipient, boolean here) {
    int characters() {
      return message.characters() + recipient.length();
    }
  }

  private final Recent<Message> messages = new Recent<>(Message::characters);
  private final Recent<Started> started = new Recent<>(Started::characters);

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    if (!line.program().isEmpty() && !line.program().equals("qmail")) {
      return false;
    }
    String text = line.text();
    int at = afterTime(text);
    if (text.startsWith("delivery ", at)) {
      return delivery(line, at + 9, deliveries);
    }
    if (text.startsWith("starting delivery ", at)) {
      return start(line, at + 18);
    }
    if (text.startsWith("info msg ", at)) {
      return info(line, at + 9);
    }
    if (text.startsWith("end msg ", at)) {
      messages.remove(line.host() + '/' + text.substring(at + 8).strip());
      return true;
    }
    return text.startsWith("new msg ", at)
        || text.startsWith("bounce msg ", at)
        || text.startsWith("triple bounce: ", at)
        || text.startsWith("status: local ", at)
        || text.startsWith("status: exiting", at)
        || (text.startsWith("running", at) && text.length() == at + 7);
  }

  /** {@code 4711: bytes 567 from <a@b> qp 815 uid 500}: the number alone is soon used again. */
  private boolean info(LogLine line, int at) {
    String text = line.text();
    int colon = text.indexOf(": bytes ", at);
    int from = Cut.end(text, at, " from <");
    int end = text.lastIndexOf("> qp ");
    if (colon < 0 || from < 0 || end < from) {
      return false;
    }
    String number = line.host() + '/' + text.substring(at, colon);
    String process = Cut.after(text, end, "> qp ", " ");
    messages.put(number, new Message(number + '-' + process, text.substring(from, end)));
    return true;
  }

  /** {@code 7: msg 4711 to remote c@d}. */
  private boolean start(LogLine line, int at) {
    String text = line.text();
    int colon = text.indexOf(": msg ", at);
    int to = Cut.end(text, at, " to remote ");
    int recipient = to < 0 ? Cut.end(text, at, " to local ") : to;
    if (colon < 0 || recipient < 0) {
      return false;
    }
    String number = line.host() + '/' + Cut.between(text, colon, ": msg ", " to ");
    Message known = messages.get(number);
    started.put(
        line.host() + '/' + text.substring(at, colon),
        new Started(
            known == null ? new Message(number, "") : known, text.substring(recipient), to < 0));
    return true;
  }

  private boolean delivery(LogLine line, int at, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    int colon = text.indexOf(": ", at);
    if (colon < 0) {
      return false;
    }
    int verb = colon + 2;
    Result result = result(text, verb);
    if (result == null) {
      return false;
    }
    Started of = started.remove(line.host() + '/' + text.substring(at, colon));
    int report = Cut.end(text, verb, ": ");
    String said = report < 0 ? "" : plain(text.substring(report));
    deliveries.accept(
        new Delivery(
            line.time(),
            of == null ? "" : of.message.id,
            of == null ? "" : of.message.sender,
            of == null ? "" : of.recipient,
            of != null && of.here ? Delivery.HERE : host(said),
            result,
            reply(said)));
    return true;
  }

  private static @Nullable Result result(String text, int at) {
    if (text.startsWith("success: ", at)) {
      return Result.DELIVERED;
    }
    if (text.startsWith("failure: ", at)) {
      return Result.BOUNCED;
    }
    return text.startsWith("deferral: ", at) ? Result.DEFERRED : null;
  }

  /** qmail-send writes spaces as underscores, and ends of lines as slashes. */
  private static String plain(String report) {
    return report.replace('_', ' ');
  }

  /** What the remote host said, or qmail's own words. */
  private static String reply(String said) {
    int start = Cut.end(said, 0, SAID);
    if (start < 0) {
      return said.endsWith("/") ? said.substring(0, said.length() - 1) : said;
    }
    int end = said.indexOf("/Giving up on ", start);
    String reply = said.substring(start, end < 0 ? said.length() : end);
    return reply.endsWith("/") ? reply.substring(0, reply.length() - 1) : reply;
  }

  /** The first word of {@code 192.0.2.1 accepted message.}, or after {@code Connected to}. */
  private static String host(String said) {
    int at = said.startsWith("Connected to ") ? 13 : 0;
    int end = said.indexOf(' ', at);
    String first = end < 0 ? "" : said.substring(at, end);
    boolean address = first.indexOf('.') > 0 && Character.isDigit(first.charAt(0));
    return address ? '[' + first + ']' : "";
  }

  /** splogger puts the seconds and microseconds before the line. */
  private static int afterTime(String text) {
    int at = 0;
    while (at < text.length() && (Character.isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    return at > 10 && at < text.length() && text.charAt(at) == ' ' ? at + 1 : 0;
  }
}
