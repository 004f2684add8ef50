package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Postfix: each recipient's {@code status=}, and what {@code smtpd}, {@code postscreen} and {@code
 * cleanup} refuse. The sender is told by {@code qmgr} in an earlier line.
 */
public final class PostfixReader implements FormatReader {

  /** Programs of Postfix whose lines tell of no delivery; a site may name the suite as it likes. */
  private static final Set<String> OTHERS =
      Set.of(
          "anvil",
          "bounce",
          "dnsblog",
          "flush",
          "master",
          "postalias",
          "postdrop",
          "postfix-script",
          "postlog",
          "postlogd",
          "postqueue",
          "postsuper",
          "proxymap",
          "scache",
          "sendmail",
          "showq",
          "tlsmgr",
          "tlsproxy",
          "trivial-rewrite",
          "verify");

  /** Of a message with more recipients than these, the others expire without a name. */
  private static final int MOST_WAITING = 100;

  private final Recent<Message> messages = new Recent<>(Message::characters);

  /** What is remembered of a message. */
  private static final class Message {
    private String sender = "";
    private @Nullable List<String> waiting;

    int characters() {
      int characters = sender.length();
      for (String recipient : waiting == null ? List.<String>of() : waiting) {
        characters += recipient.length();
      }
      return characters;
    }
  }

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    String program = line.program();
    int slash = program.lastIndexOf('/');
    if (slash <= 0) {
      return false;
    }
    String daemon = program.substring(slash + 1);
    switch (daemon) {
      case "smtp", "lmtp", "error", "retry", "discard" -> attempt(line, "", deliveries);
      case "local", "virtual", "pipe" -> attempt(line, Delivery.HERE, deliveries);
      case "qmgr", "oqmgr", "nqmgr", "pickup" -> queued(line, deliveries);
      case "smtpd", "postscreen", "cleanup" -> refused(line, deliveries);
      default -> {
        return program.startsWith("postfix") || OTHERS.contains(daemon);
      }
    }
    return true;
  }

  /**
   * {@code 4F1B2: to=<a@b>, relay=mx[1.2.3.4]:25, …, dsn=4.2.0, status=deferred (…)}.
   *
   * @param otherwise the host where the line names none
   */
  private void attempt(LogLine line, String otherwise, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    int id = queueId(text);
    if (id == 0 || !text.startsWith("to=<", id + 2)) {
      return;
    }
    int to = id + 6;
    int toEnd = text.indexOf(">, ", to);
    int status = toEnd < 0 ? -1 : text.indexOf(", status=", toEnd);
    Result result = status < 0 ? null : result(text, status + 9);
    if (result == null) {
      return;
    }
    String message = message(line, id);
    String recipient = text.substring(to, toEnd);
    Message known = messages.get(message);
    if (result == Result.DEFERRED || known != null) {
      known = waiting(message, known, recipient, result);
    }
    int relay = text.indexOf(", relay=", toEnd);
    String relayed = relay < 0 || relay > status ? "" : host(text, relay + 8);
    String said = inParentheses(text, status + 9);
    String host = relayed.isEmpty() ? PostfixWords.host(said) : relayed;
    deliveries.accept(
        new Delivery(
            line.time(),
            message,
            known == null ? "" : known.sender,
            recipient,
            host.isEmpty() ? otherwise : host,
            result,
            reply(text, toEnd, status, said, result)));
  }

  /** What a server said stands for itself; Postfix's own words need their codes beside them. */
  private static String reply(String text, int from, int status, String said, Result result) {
    int start = result == Result.DELIVERED ? 0 : PostfixWords.reply(said);
    if (start >= 0) {
      return said.substring(start);
    }
    int dsn = text.indexOf(", dsn=", from);
    return text.substring(dsn < 0 || dsn > status ? status + 2 : dsn + 2);
  }

  private Message waiting(String id, @Nullable Message known, String recipient, Result result) {
    Message message = known;
    if (message == null) {
      message = new Message();
    }
    List<String> waiting = message.waiting;
    if (result != Result.DEFERRED) {
      if (waiting != null) {
        waiting.remove(recipient);
      }
      return message;
    }
    if (waiting == null) {
      waiting = new ArrayList<>(1);
      message.waiting = waiting;
    }
    if (waiting.size() < MOST_WAITING && !waiting.contains(recipient)) {
      waiting.add(recipient);
      messages.put(id, message);
    }
    return message;
  }

  private static @Nullable Result result(String text, int at) {
    if (text.startsWith("sent", at)) {
      return Result.DELIVERED;
    }
    if (text.startsWith("deferred", at) || text.startsWith("SOFTBOUNCE", at)) {
      return Result.DEFERRED;
    }
    // The others are of probes, which carry no message: deliverable, undeliverable.
    return text.startsWith("bounced", at) || text.startsWith("expired", at) ? Result.BOUNCED : null;
  }

  /** {@code 4F1B2: from=<a@b>, size=…}, {@code …, status=expired, …} or {@code 4F1B2: removed}. */
  private void queued(LogLine line, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    int id = queueId(text);
    if (id == 0) {
      return;
    }
    if (text.startsWith("removed", id + 2)) {
      messages.remove(message(line, id));
      return;
    }
    int from = text.indexOf("from=<", id);
    int end = from < 0 ? -1 : text.indexOf('>', from);
    if (end < 0) {
      return;
    }
    String message = message(line, id);
    Message known = messages.get(message);
    if (known == null) {
      known = new Message();
    }
    known.sender = text.substring(from + 6, end);
    messages.put(message, known);
    int status = text.indexOf(", status=", end);
    if (status > 0
        && text.startsWith("expired", status + (text.startsWith("force-", status + 9) ? 15 : 9))) {
      expired(line, message, known, text.substring(status + 2), deliveries);
    }
  }

  private static void expired(
      LogLine line,
      String message,
      Message known,
      String words,
      Consumer<? super Delivery> deliveries) {
    List<String> waiting = known.waiting;
    List<String> recipients = waiting == null || waiting.isEmpty() ? List.of("") : waiting;
    for (String recipient : recipients) {
      deliveries.accept(
          new Delivery(line.time(), message, known.sender, recipient, "", Result.BOUNCED, words));
    }
    known.waiting = null;
  }

  /** {@code NOQUEUE: reject: RCPT from client[1.2.3.4]: 550 5.7.1 …; from=<a> to=<b> proto=…}. */
  private static void refused(LogLine line, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    int id = queueId(text);
    if (id == 0) {
      return;
    }
    int verb = id + 2;
    int stage =
        text.startsWith("reject: ", verb)
            ? verb + 8
            : text.startsWith("milter-reject: ", verb) ? verb + 15 : -1;
    if (stage < 0) {
      return;
    }
    int from = text.lastIndexOf("; from=<");
    int envelope = from < 0 ? text.lastIndexOf("; proto=") : from;
    boolean content = text.startsWith("header ", stage) || text.startsWith("body ", stage);
    String reply;
    if (content) {
      int said = text.indexOf(">: ", Math.max(stage, envelope));
      reply = said < 0 ? "" : text.substring(said + 3);
    } else {
      int client = text.indexOf(" from ", stage);
      int said = client < 0 ? -1 : text.indexOf(": ", client);
      reply =
          said < 0 ? "" : text.substring(said + 2, envelope < said + 2 ? text.length() : envelope);
    }
    deliveries.accept(
        new Delivery(
            line.time(),
            text.startsWith("NOQUEUE") ? "" : message(line, id),
            from < 0 ? "" : address(text, from + 2, "from=<"),
            from < 0 ? "" : address(text, from + 8, "to=<"),
            line.host(),
            Result.REJECTED,
            reply));
  }

  private static String address(String text, int at, String name) {
    int start = text.indexOf(name, at);
    int end = start < 0 ? -1 : text.indexOf('>', start);
    return end < 0 ? "" : text.substring(start + name.length(), end);
  }

  private static String message(LogLine line, int id) {
    return line.host() + '/' + line.text().substring(0, id);
  }

  /** Where the colon after a queue id stands, short or long; 0 if there is none. */
  private static int queueId(String text) {
    int at = 0;
    int length = text.length();
    while (at < length && isLetterOrDigit(text.charAt(at))) {
      at++;
    }
    boolean followed = at + 1 < length && text.charAt(at) == ':' && text.charAt(at + 1) == ' ';
    return followed && at >= 5 ? at : 0;
  }

  private static boolean isLetterOrDigit(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  }

  /** The name before the brackets, or the address in them; empty for a local transport. */
  private static String host(String text, int at) {
    int end = text.indexOf(',', at);
    return end < 0 ? "" : PostfixWords.hostAt(text, at, end);
  }

  private static String inParentheses(String text, int status) {
    int open = text.indexOf(" (", status);
    int close = text.endsWith(")") ? text.length() - 1 : text.length();
    return open < 0 || open + 2 > close ? "" : text.substring(open + 2, close);
  }
}
