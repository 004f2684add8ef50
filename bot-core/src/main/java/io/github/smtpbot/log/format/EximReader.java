package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.function.Consumer;

/**
 * Exim's main log: {@code =>}, {@code ->}, {@code >>}, {@code ==} and {@code **}, and what it
 * rejects. The sender is told by the line with {@code <=}.
 */
public final class EximReader implements FormatReader {

  private static final String FROM_REMOTE = "SMTP error from remote mail server after ";

  private final Recent<String> senders = new Recent<>(String::length);

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    if (!line.program().isEmpty() && !line.program().startsWith("exim")) {
      return false;
    }
    String text = line.text();
    int at = afterProcess(text);
    int id = EximId.end(text, at);
    if (id < 0) {
      return rejected(line, at, "", deliveries) || isOther(line, at);
    }
    String message = line.host() + '/' + text.substring(at, id);
    int flag = id + 1;
    if (text.startsWith("<= ", flag)) {
      int end = end(text, flag + 3);
      String sender = text.substring(flag + 3, end);
      senders.put(message, sender.equals("<>") ? "" : sender);
    } else if (text.startsWith("=> ", flag)
        || text.startsWith("-> ", flag)
        || text.startsWith(">> ", flag)) {
      attempt(
          line,
          message,
          flag + 3,
          Result.DELIVERED,
          Cut.between(text, flag + 3, " C=\"", "\""),
          deliveries);
    } else if (text.startsWith("== ", flag)) {
      // A line that only says that it is not yet time to try again tells of no attempt.
      if (!text.contains("retry time not reached")) {
        failed(line, message, flag + 3, Result.DEFERRED, deliveries);
      }
    } else if (text.startsWith("** ", flag)) {
      failed(line, message, flag + 3, Result.BOUNCED, deliveries);
    } else if (text.startsWith("Completed", flag)) {
      senders.remove(message);
    } else {
      rejected(line, flag, message, deliveries);
    }
    return true;
  }

  /**
   * {@code user@example.com R=dnslookup T=remote_smtp H=mx [192.0.2.1]: SMTP error from remote mail
   * server after RCPT TO:<user@example.com>: 550 5.1.1 …}.
   */
  private void failed(
      LogLine line, String message, int at, Result result, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    attempt(line, message, at, result, said(text, words(text, at), at - 3), deliveries);
  }

  /** {@code user@example.com R=dnslookup T=remote_smtp H=mx [192.0.2.1] C="250 OK"}. */
  private void attempt(
      LogLine line,
      String message,
      int at,
      Result result,
      String reply,
      Consumer<? super Delivery> deliveries) {
    String text = line.text();
    deliveries.accept(
        new Delivery(
            line.time(),
            message,
            sender(text, at, message),
            recipient(text, at),
            host(text, at),
            result,
            reply));
  }

  /** Where the words begin that follow the names of router, transport and host. */
  private static int words(String text, int at) {
    int defer = text.indexOf(" defer (", at);
    int after = defer < 0 ? -1 : Cut.end(text, defer, "): ");
    int host = Cut.end(text, at, "]: ");
    if (after >= 0) {
      // The host stands after the number of the error, unless there is none.
      int named = text.startsWith("H=", Cut.end(text, defer, ")") + 1) ? host : -1;
      return named > 0 ? named : after;
    }
    if (defer >= 0) {
      int closed = Cut.end(text, defer, ")");
      return host > closed ? host : Math.max(closed, at);
    }
    if (host >= 0) {
      return host;
    }
    int colon = Cut.end(text, at, ": ");
    return colon < 0 ? at : colon;
  }

  /** The reply of the server alone; Exim's own words need the mark before them. */
  private static String said(String text, int words, int mark) {
    int remote = text.indexOf(FROM_REMOTE, words);
    if (remote < 0) {
      return text.substring(isCode(text, words) ? words : mark);
    }
    int at = remote + FROM_REMOTE.length();
    // After "RCPT TO:<a@b>: " or "initial connection: ": the first colon with a code behind it.
    while (true) {
      int colon = text.indexOf(": ", at);
      if (colon < 0) {
        return text.substring(mark);
      }
      if (isCode(text, colon + 2)) {
        return text.substring(colon + 2);
      }
      at = colon + 2;
    }
  }

  private static boolean isCode(String text, int at) {
    if (at + 3 > text.length()) {
      return false;
    }
    char first = text.charAt(at);
    return first >= '2'
        && first <= '5'
        && Character.isDigit(text.charAt(at + 1))
        && Character.isDigit(text.charAt(at + 2))
        && (at + 3 == text.length() || !Character.isLetterOrDigit(text.charAt(at + 3)));
  }

  /**
   * {@code H=(pc) [192.0.2.7] F=<a@b> rejected RCPT <c@d>: Relay not permitted}, also {@code
   * temporarily rejected}, and of a message {@code rejected after DATA: …}.
   */
  private static boolean rejected(
      LogLine line, int at, String message, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    int verb = text.indexOf("rejected ", at);
    if (verb < 0 || !beginsLikeARejection(text, at)) {
      return false;
    }
    int what = verb + 9;
    boolean known =
        text.startsWith("RCPT ", what)
            || text.startsWith("MAIL ", what)
            || text.startsWith("after DATA", what)
            || text.startsWith("by local_scan", what)
            || text.startsWith("DATA", what)
            || text.startsWith("EHLO", what)
            || text.startsWith("HELO", what)
            || text.startsWith("connection", what)
            || text.startsWith("from <", what);
    if (!known) {
      return false;
    }
    boolean recipient = text.startsWith("RCPT ", what);
    int words = Cut.end(text, what, ": ");
    int said = text.startsWith("temporarily ", verb - 12) ? verb - 12 : verb;
    deliveries.accept(
        new Delivery(
            line.time(),
            message,
            Cut.between(text.substring(at, verb), 0, " F=<", ">"),
            recipient ? Cut.between(text, what, "<", ">") : "",
            line.host(),
            Result.REJECTED,
            words > 0 && isCode(text, words) ? text.substring(words) : text.substring(said)));
    return true;
  }

  private static boolean beginsLikeARejection(String text, int at) {
    return text.startsWith("H=", at)
        || text.startsWith("U=", at)
        || text.startsWith("F=", at)
        || text.startsWith("rejected ", at)
        || text.startsWith("temporarily rejected ", at);
  }

  private String sender(String text, int at, String message) {
    String told = Cut.between(text, at, " F=<", ">");
    if (!told.isEmpty()) {
      return told;
    }
    String known = senders.get(message);
    return known == null ? "" : known;
  }

  /** {@code user@example.com}, {@code local <user@example.com>} or {@code a@b (c@d) <e@f>}. */
  private static String recipient(String text, int at) {
    int router = text.indexOf(" R=", at);
    int limit = router < 0 ? text.length() : router;
    int end = end(text, at);
    String first = text.substring(at, end);
    if (first.indexOf('@') < 0) {
      int open = text.indexOf('<', at);
      int close = open < 0 ? -1 : text.indexOf('>', open);
      if (open >= 0 && open < limit && close > 0) {
        return text.substring(open + 1, close);
      }
    }
    return first.endsWith(":") ? first.substring(0, first.length() - 1) : first;
  }

  /** {@code H=mx.example.com [192.0.2.1]}, or as it was until 4.7 {@code host mx.example.com [}. */
  private static String host(String text, int at) {
    int start = Cut.end(text, at, " H=");
    if (start < 0) {
      start = Cut.end(text, at, ": host ");
      // Of no host are words such as "host lookup did not complete".
      start = start > 0 && text.startsWith(" [", end(text, start)) ? start : -1;
    }
    if (start < 0) {
      return isHere(text, at) ? Delivery.HERE : "";
    }
    int end = end(text, start);
    return text.startsWith(" [127.", end) || text.startsWith(" [::1]", end)
        ? Delivery.HERE
        : text.substring(start, end);
  }

  /** Whether a transport was to deliver that needs no host: to a mailbox, a program or a socket. */
  private static boolean isHere(String text, int at) {
    int transport = Cut.end(text, at, " T=");
    return transport > 0 && !text.substring(transport, end(text, transport)).contains("smtp");
  }

  private static int end(String text, int from) {
    int end = text.indexOf(' ', from);
    return end < 0 ? text.length() : end;
  }

  /** After {@code [4711] }, the process that wrote the line. */
  private static int afterProcess(String text) {
    if (!text.startsWith("[")) {
      return 0;
    }
    int close = text.indexOf("] ");
    if (close < 2) {
      return 0;
    }
    for (int i = 1; i < close; i++) {
      if (!Character.isDigit(text.charAt(i))) {
        return 0;
      }
    }
    return close + 2;
  }

  /** Lines without a message id that tell of no delivery. */
  private static boolean isOther(LogLine line, int at) {
    String text = line.text();
    return !line.program().isEmpty()
        || (line.time() != null
            && (text.startsWith("Start queue run: ", at)
                || text.startsWith("End queue run: ", at)
                || text.startsWith("SMTP connection from ", at)
                || text.startsWith("no host name found for IP address ", at)
                || text.startsWith("TLS error on connection from ", at)
                || text.startsWith("no IP address found for host ", at)
                || text.startsWith("SMTP protocol synchronization error", at)
                || text.startsWith("SMTP command timeout on connection from ", at)
                || text.startsWith("SMTP syntax error in ", at)
                || text.startsWith("unexpected disconnection while reading SMTP command", at)
                || (text.startsWith("exim ", at) && text.contains(" daemon started: "))
                || text.contains("authenticator failed for ")));
  }
}
