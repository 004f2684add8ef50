package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Stalwart: {@code dsn-success} and {@code dsn-perm-fail} for each recipient, and of an attempt
 * that ends with {@code queue.rescheduled} what was said before. What it refuses is told by the
 * names of its {@code smtp.} events.
 */
public final class StalwartReader implements FormatReader {

  /** What is kept of a message with very many recipients. */
  private static final int MOST_RECIPIENTS = 100;

  private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

  private static final Set<String> REFUSALS =
      Set.of(
          "smtp.mailbox-does-not-exist",
          "smtp.relay-not-allowed",
          "smtp.message-too-large",
          "smtp.too-many-recipients",
          "smtp.loop-detected",
          "smtp.mail-from-unauthorized",
          "smtp.mail-from-unauthenticated");

  private static final Set<String> FAILED_ATTEMPTS =
      Set.of(
          "delivery.rcpt-to-rejected",
          "delivery.rcpt-to-failed",
          "delivery.message-rejected",
          "delivery.mail-from-rejected",
          "delivery.auth-failed",
          "delivery.ehlo-rejected",
          "delivery.greeting-failed",
          "delivery.connect-error",
          "delivery.start-tls-error",
          "delivery.implicit-tls-error",
          "delivery.mx-lookup-failed",
          "delivery.ip-lookup-failed",
          "delivery.rate-limit-exceeded",
          "delivery.concurrency-limit-exceeded",
          "delivery.failed");

  /** What the lines of one attempt tell before its end. */
  private static final class Attempt {
    private String host = "";
    private String reply = "";
    private final Map<String, String> replies = new HashMap<>();
    private final Set<String> done = new HashSet<>();

    int characters() {
      int characters = host.length() + reply.length();
      for (Map.Entry<String, String> told : replies.entrySet()) {
        characters += told.getKey().length() + told.getValue().length();
      }
      for (String recipient : done) {
        characters += recipient.length();
      }
      return characters;
    }
  }

  private final Recent<Attempt> attempts = new Recent<>(Attempt::characters);

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    if (!line.program().isEmpty() && !line.program().equals("stalwart")) {
      return false;
    }
    String text = line.text();
    int level = text.indexOf(' ');
    if (level < 4 || level > 5 || !LEVELS.contains(text.substring(0, level))) {
      return false;
    }
    int open = text.indexOf(" (", level);
    int close = open < 0 ? -1 : text.indexOf(')', open);
    if (close < 0 || !isEvent(text, open + 2, close)) {
      return false;
    }
    String event = text.substring(open + 2, close);
    if (event.startsWith("delivery.") || event.startsWith("queue.")) {
      delivery(line, event, close, text.substring(level + 1, open), deliveries);
    } else if (REFUSALS.contains(event)) {
      deliveries.accept(
          new Delivery(
              line.time(),
              "",
              string(text, close, " from = "),
              string(text, close, " to = "),
              line.host(),
              Result.REJECTED,
              text.substring(level + 1, open)));
    }
    return true;
  }

  private void delivery(
      LogLine line, String event, int at, String words, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    String message = line.host() + '/' + Cut.after(text, at, " queueId = ", ",");
    switch (event) {
      case "delivery.dsn-success" -> done(line, message, at, Result.DELIVERED, deliveries);
      case "delivery.dsn-perm-fail" -> done(line, message, at, Result.BOUNCED, deliveries);
      case "queue.rescheduled" -> rescheduled(line, message, at, deliveries);
      case "delivery.completed" -> attempts.remove(message);
      default -> {
        if (FAILED_ATTEMPTS.contains(event)) {
          failed(message, text, at, words);
        }
      }
    }
  }

  private void done(
      LogLine line, String message, int at, Result result, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    String recipient = string(text, afterSpan(text, at), " to = ");
    Attempt attempt = attempt(message);
    if (attempt.done.size() < MOST_RECIPIENTS) {
      attempt.done.add(recipient);
      attempts.put(message, attempt);
    }
    deliveries.accept(
        new Delivery(
            line.time(),
            message,
            sender(text, at),
            recipient,
            string(text, at, " hostname = "),
            result,
            reply(text, at)));
  }

  private void failed(String message, String text, int at, String words) {
    Attempt attempt = attempt(message);
    String said = reply(text, at);
    String reply = said.isEmpty() ? words : said;
    String recipient = string(text, afterSpan(text, at), " to = ");
    attempt.host = string(text, at, " hostname = ");
    attempt.reply = reply;
    if (!recipient.isEmpty() && attempt.replies.size() < MOST_RECIPIENTS) {
      attempt.replies.put(recipient, reply);
    }
    attempts.put(message, attempt);
  }

  /** Those who have no answer yet wait for the next attempt. */
  private void rescheduled(
      LogLine line, String message, int at, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    Attempt attempt = attempt(message);
    for (String recipient : list(text, at)) {
      if (!attempt.done.contains(recipient)) {
        deliveries.accept(
            new Delivery(
                line.time(),
                message,
                sender(text, at),
                recipient,
                attempt.host,
                Result.DEFERRED,
                attempt.replies.getOrDefault(recipient, attempt.reply)));
      }
    }
    attempt.replies.clear();
    attempt.reply = "";
    attempt.host = "";
    attempts.put(message, attempt);
  }

  private Attempt attempt(String message) {
    @Nullable Attempt known = attempts.get(message);
    return known == null ? new Attempt() : known;
  }

  /**
   * {@code code = 550, details = "User unknown"}, or {@code details = "Unexpected response for RCPT
   * TO:<a@b>: Code: 550, Enhanced code: 5.1.1, Message: User unknown"}.
   */
  private static String reply(String text, int at) {
    String details = string(text, at, " details = ");
    if (details.isEmpty()) {
      details = string(text, at, " reason = ");
    }
    int parts = Cut.end(details, 0, ": Code: ");
    if (parts > 0) {
      return Cut.between(details, parts - 1, " ", ",")
          + ' '
          + Cut.between(details, parts, "Enhanced code: ", ", Message: ")
          + ' '
          + Cut.after(details, parts, ", Message: ", "\n");
    }
    String code = Cut.after(text, at, " code = ", ",");
    return code.isEmpty() || details.isEmpty() ? details : code + ' ' + details;
  }

  private static String sender(String text, int at) {
    String sender = string(text, at, " from = ");
    return sender.equals("<>") ? "" : sender;
  }

  /** After the list of all recipients, which stands before the one that a line is about. */
  private static int afterSpan(String text, int at) {
    int list = text.indexOf(" to = [", at);
    int end = list < 0 ? -1 : text.indexOf(']', list);
    return end < 0 ? at : end;
  }

  private static List<String> list(String text, int at) {
    List<String> values = new ArrayList<>();
    int start = Cut.end(text, at, " to = [");
    int end = start < 0 ? -1 : text.indexOf(']', start);
    while (start > 0 && start < end && values.size() < MOST_RECIPIENTS) {
      int open = text.indexOf('"', start);
      int close = open < 0 ? -1 : text.indexOf('"', open + 1);
      if (close < 0 || close > end) {
        break;
      }
      values.add(bare(text.substring(open + 1, close)));
      start = close + 1;
    }
    return values;
  }

  private static String string(String text, int at, String name) {
    int start = Cut.end(text, at, name);
    if (start < 0) {
      return "";
    }
    if (!text.startsWith("\"", start)) {
      return text.startsWith("[", start) ? "" : bare(Cut.after(text, start - 1, " ", ","));
    }
    StringBuilder value = new StringBuilder();
    for (int i = start + 1; i < text.length() && text.charAt(i) != '"'; i++) {
      if (text.charAt(i) == '\\' && i + 1 < text.length()) {
        i++;
      }
      value.append(text.charAt(i));
    }
    return bare(value.toString());
  }

  private static String bare(String address) {
    return address.startsWith("<") && address.endsWith(">")
        ? address.substring(1, address.length() - 1)
        : address;
  }

  /** {@code delivery.dsn-success}: lower case, with one dot. */
  private static boolean isEvent(String text, int from, int to) {
    int dots = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c != '-' && (c < 'a' || c > 'z')) {
        return false;
      }
    }
    return dots == 1 && to - from > 4;
  }
}
