package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Sendmail: {@code to=…, dsn=…, stat=…} of each attempt, and what a rule set or a milter rejects.
 * The sender is told by the line with {@code from=}.
 */
public final class SendmailReader implements FormatReader {

  private static final Set<String> PROGRAMS =
      Set.of("sendmail", "sm-mta", "sm-msp-queue", "sm-msp", "sm-que");

  /** Mailers that keep mailboxes or start a program on the server itself. */
  private static final Set<String> HERE = Set.of("local", "prog", "cyrusv2", "dovecot", "procmail");

  private final Recent<String> senders = new Recent<>(String::length);

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    if (!PROGRAMS.contains(line.program())) {
      return false;
    }
    String text = line.text();
    int id = text.indexOf(": ");
    if (id <= 0) {
      return true;
    }
    String message = line.host() + '/' + text.substring(0, id);
    int fields = id + 2;
    int reject = Cut.end(text, fields, " reject=");
    if (text.startsWith("from=", fields)) {
      senders.put(message, address(Cut.after(text, fields, "from=", ", ")));
    } else if (text.startsWith("to=", fields)) {
      attempt(line, message, fields, deliveries);
    } else if (reject > 0
        && (text.startsWith("ruleset=", fields) || text.startsWith("Milter: ", fields))) {
      rejected(line, message, fields, text.substring(reject), deliveries);
    }
    return true;
  }

  private void attempt(
      LogLine line, String message, int fields, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    int stat = Cut.end(text, fields, ", stat=");
    if (stat < 0) {
      return;
    }
    String said = text.substring(stat);
    String dsn = Cut.between(text, fields, ", dsn=", ", ");
    Result result = result(dsn, said);
    if (result == null) {
      return;
    }
    String told = senders.get(message);
    String sender = told == null ? "" : told;
    String relay = host(Cut.between(text, fields, ", relay=", ", "));
    boolean here = HERE.contains(Cut.between(text, fields, ", mailer=", ", "));
    String host = here ? Delivery.HERE : relay;
    String answer = Cut.between(text, fields, ", reply=", ", stat=");
    String reply =
        result == Result.DELIVERED
            ? said
            : answer.isEmpty() ? "dsn=" + dsn + ", stat=" + said : answer;
    // Of several recipients each is an attempt of its own.
    int at = fields + 3;
    int end = text.indexOf(", ", at);
    while (at < end) {
      int comma = text.indexOf(',', at);
      String recipient = address(text.substring(at, comma));
      deliveries.accept(new Delivery(line.time(), message, sender, recipient, host, result, reply));
      at = comma + 1;
    }
  }

  private static @Nullable Result result(String dsn, String said) {
    if (said.startsWith("queued")) {
      return null;
    }
    if (said.startsWith("Sent") || dsn.startsWith("2")) {
      return Result.DELIVERED;
    }
    return said.startsWith("Deferred") || dsn.startsWith("4") ? Result.DEFERRED : Result.BOUNCED;
  }

  /**
   * {@code ruleset=check_rcpt, arg1=<a@b>, …, reject=550 5.7.1 …} or {@code Milter: to=<a@b>, …}.
   */
  private void rejected(
      LogLine line,
      String message,
      int fields,
      String reply,
      Consumer<? super Delivery> deliveries) {
    String text = line.text();
    boolean recipient =
        text.startsWith("ruleset=check_rcpt", fields) || text.startsWith("Milter: to=", fields);
    boolean sender =
        text.startsWith("ruleset=check_mail", fields) || text.startsWith("Milter: from=", fields);
    String argument =
        text.startsWith("ruleset=", fields)
            ? Cut.between(text, fields, "arg1=", ", ")
            : Cut.between(text, fields, "=", ", ");
    String told = senders.get(message);
    deliveries.accept(
        new Delivery(
            line.time(),
            message,
            sender ? address(argument) : told == null ? "" : told,
            recipient ? address(argument) : "",
            line.host(),
            Result.REJECTED,
            reply));
  }

  private static String address(String told) {
    int close = told.indexOf('>');
    return told.startsWith("<") && close > 0 ? told.substring(1, close) : told;
  }

  /** {@code mx.example.com. [192.0.2.1]}. */
  private static String host(String relay) {
    int end = relay.indexOf(' ');
    String host = end < 0 ? relay : relay.substring(0, end);
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }
}
