package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.Delivery.Result;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * OpenSMTPD: {@code mta delivery} and {@code mda delivery} with their {@code result} and {@code
 * stat}, the older {@code relay: TempFail for …}, and the commands it refuses.
 */
public final class OpenSmtpdReader implements FormatReader {

  /** The first digits of an envelope's id are those of its message. */
  private static final int MESSAGE_DIGITS = 8;

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    boolean named = line.program().equals("smtpd") || line.program().equals("opensmtpd");
    if (!named && !line.program().isEmpty()) {
      return false;
    }
    String text = line.text();
    int session = session(text);
    if (session > 0) {
      if (text.startsWith("mta delivery evpid=", session)
          || text.startsWith("mda delivery evpid=", session)) {
        delivery(line, session, deliveries);
        return true;
      }
      if (text.startsWith("smtp failed-command ", session)) {
        refused(line, session, deliveries);
        return true;
      }
      return text.startsWith("smtp ", session)
          || text.startsWith("mta ", session)
          || text.startsWith("mda ", session)
          || named;
    }
    if (text.startsWith("relay: ") || text.startsWith("delivery: ")) {
      return old(line, text.indexOf(": ") + 2, deliveries) || named;
    }
    return named;
  }

  private static void delivery(LogLine line, int at, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    int resulted = Cut.end(text, at, " result=");
    Result result = resulted < 0 ? null : result(text, resulted);
    if (result == null) {
      return;
    }
    String evpid = Cut.between(text, at, "evpid=", " ");
    boolean here = text.startsWith("mda ", at);
    deliveries.accept(
        new Delivery(
            line.time(),
            message(line, evpid),
            Cut.between(text, at, " from=<", ">"),
            Cut.between(text, at, " to=<", ">"),
            here ? Delivery.HERE : host(Cut.between(text, at, " relay=\"", "\"")),
            result,
            reply(text, resulted, result)));
  }

  /** {@code TempFail for 66251a4092099e2d: from=<a@b>, to=<c@d>, …, relay=…, stat=451 …}. */
  private static boolean old(LogLine line, int at, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    Result result = result(text, at);
    int stat = Cut.end(text, at, ", stat=");
    if (result == null || stat < 0) {
      return false;
    }
    deliveries.accept(
        new Delivery(
            line.time(),
            message(line, Cut.between(text, at, " for ", ":")),
            bare(Cut.between(text, at, "from=", ", ")),
            bare(Cut.between(text, at, " to=", ", ")),
            text.startsWith("delivery: ")
                ? Delivery.HERE
                : host(Cut.between(text, at, " relay=", ", ")),
            result,
            text.substring(stat)));
    return true;
  }

  private static void refused(LogLine line, int at, Consumer<? super Delivery> deliveries) {
    String text = line.text();
    String command = Cut.between(text, at, " command=\"", "\" result=\"");
    boolean recipient = command.startsWith("RCPT TO:<");
    boolean envelope = recipient || command.startsWith("MAIL FROM:<") || command.equals("DATA");
    String reply = unquoted(Cut.after(text, at, " result=", "\n"));
    // Other commands carry no message: a client that only tries passwords was refused no mail.
    if (envelope) {
      deliveries.accept(
          new Delivery(
              line.time(),
              "",
              command.startsWith("MAIL FROM:<") ? Cut.between(command, 0, "<", ">") : "",
              recipient ? Cut.between(command, 0, "<", ">") : "",
              line.host(),
              Result.REJECTED,
              reply));
    }
  }

  /** The reply alone; OpenSMTPD's own words need the result before them. */
  private static String reply(String text, int resulted, Result result) {
    String said = unquoted(Cut.after(text, resulted, " stat=", "\n"));
    boolean bare =
        result == Result.DELIVERED || (!said.isEmpty() && Character.isDigit(said.charAt(0)));
    return bare ? said : text.substring(resulted - "result=".length());
  }

  private static @Nullable Result result(String text, int at) {
    int start = text.startsWith("\"", at) ? at + 1 : at;
    if (text.startsWith("Ok", start)) {
      return Result.DELIVERED;
    }
    if (text.startsWith("TempFail", start)) {
      return Result.DEFERRED;
    }
    return text.startsWith("PermFail", start) || text.startsWith("Expire", start)
        ? Result.BOUNCED
        : null;
  }

  private static String message(LogLine line, String evpid) {
    return line.host()
        + '/'
        + (evpid.length() > MESSAGE_DIGITS ? evpid.substring(0, MESSAGE_DIGITS) : evpid);
  }

  /** {@code 192.0.2.1 (mx.example.com)}. */
  private static String host(String relay) {
    String name = Cut.between(relay, 0, "(", ")");
    if (!name.isEmpty()) {
      return name;
    }
    return relay.isEmpty() || relay.indexOf(' ') > 0 ? "" : '[' + relay + ']';
  }

  private static String bare(String address) {
    return address.startsWith("<") && address.endsWith(">")
        ? address.substring(1, address.length() - 1)
        : address;
  }

  private static String unquoted(String value) {
    return value.length() > 1 && value.startsWith("\"") && value.endsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  /** Where the words begin after sixteen hexadecimal digits; negative without them. */
  private static int session(String text) {
    if (text.length() < 18 || text.charAt(16) != ' ') {
      return -1;
    }
    for (int i = 0; i < 16; i++) {
      char c = text.charAt(i);
      if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
        return -1;
      }
    }
    return 17;
  }
}
