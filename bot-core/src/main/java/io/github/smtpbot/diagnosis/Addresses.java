package io.github.smtpbot.diagnosis;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the mail addresses in a line, and tells a recipient from a sender. Linear in the line. */
final class Addresses {

  private static final String[] RECIPIENT_LEADS = {
    "rcpt to:<",
    "rcpt to: <",
    "rcpt=<",
    " to=<",
    "to=\"",
    "to = \"",
    "recipient=<",
    "recipient: <",
    "address: <",
    "recipient address: ",
    "delivering your mail to <"
  };

  private static final String ADDRESS_ENDS = "<>()[],;:\"' ";

  private Addresses() {}

  /** The address that a line names as the recipient, or null. */
  static @Nullable String recipient(String line, String lower) {
    for (String lead : RECIPIENT_LEADS) {
      int at = lower.indexOf(lead);
      if (at >= 0) {
        String address = addressAt(line, at + lead.length());
        if (address != null) {
          return address;
        }
      }
    }
    return null;
  }

  /** The first address within some characters of a line that is not said to be the sender's. */
  static @Nullable String firstAddress(String line, int from, int to) {
    int at = line.indexOf('@', from);
    while (at >= 0 && at < to) {
      int start = at;
      while (start > from && ADDRESS_ENDS.indexOf(line.charAt(start - 1)) < 0) {
        start--;
      }
      String address = start < at ? addressAt(line, start) : null;
      if (address != null && !isSender(line, start)) {
        return address;
      }
      at = line.indexOf('@', at + 1);
    }
    return null;
  }

  /** The last address within some characters of a line that is not said to be the sender's. */
  static @Nullable String lastAddress(String line, int from, int to) {
    String last = null;
    int at = line.indexOf('@', from);
    while (at >= 0 && at < to) {
      int start = at;
      while (start > from && at - start < 100 && ADDRESS_ENDS.indexOf(line.charAt(start - 1)) < 0) {
        start--;
      }
      String address = start < at ? addressAt(line, start) : null;
      last = address == null || isSender(line, start) ? last : address;
      at = line.indexOf('@', at + 1);
    }
    return last;
  }

  private static boolean isSender(String line, int start) {
    String before = line.substring(Math.max(0, start - 12), start).toLowerCase(Locale.ROOT);
    return before.endsWith("from=<")
        || before.endsWith("from:<")
        || before.endsWith("from: <")
        || before.stripTrailing().endsWith("from:")
        || before.endsWith("from=")
        || before.endsWith("from = \"")
        || before.endsWith("from=\"")
        || before.endsWith("return-path: <")
        || before.endsWith("f=<")
        || before.endsWith("sender=<")
        || before.endsWith("id=")
        || before.endsWith("report to ");
  }

  /** The address that begins here, or null if none does. */
  static @Nullable String addressAt(String line, int start) {
    int from = start;
    while (from < line.length() && "<\"' ".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    int at = -1;
    while (end < line.length() && end - from < 320 && ADDRESS_ENDS.indexOf(line.charAt(end)) < 0) {
      if (line.charAt(end) == '@') {
        at = end;
      }
      end++;
    }
    while (end > from && (line.charAt(end - 1) == '.' || line.charAt(end - 1) == '?')) {
      end--;
    }
    if (at <= from || at >= end - 1 || line.startsWith("http", from)) {
      return null;
    }
    return line.substring(from, end);
  }
}
