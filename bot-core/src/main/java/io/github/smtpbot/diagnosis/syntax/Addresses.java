package io.github.smtpbot.diagnosis.syntax;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the mail addresses in a line, and tells a recipient from a sender. Linear in the line. */
public final class Addresses {

  private static final String ADDRESS_ENDS = "<>()[],;:\"' ";

  /** RFC 5321 §4.5.3.1: 64 characters, an @, and 255. */
  private static final int LONGEST_ADDRESS = 320;

  private final ReadingCues cues;

  public Addresses(ReadingCues cues) {
    this.cues = cues;
  }

  /** The address that a line names as the recipient, or null. */
  public @Nullable String recipient(String line, String lower) {
    for (String lead : cues.in(ReadingCue.RECIPIENT_LEADS, lower)) {
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
  public @Nullable String firstAddress(String line, int from, int to) {
    int at = line.indexOf('@', from);
    while (at >= 0 && at < to) {
      int start = start(line, from, at);
      String address = start < at ? addressAt(line, start) : null;
      if (address != null && !isSender(line, start)) {
        return address;
      }
      at = line.indexOf('@', at + 1);
    }
    return null;
  }

  /** The last address within some characters of a line that is not said to be the sender's. */
  public @Nullable String lastAddress(String line, int from, int to) {
    String last = null;
    int at = line.indexOf('@', from);
    while (at >= 0 && at < to) {
      int start = start(line, from, at);
      String address = start < at ? addressAt(line, start) : null;
      last = address == null || isSender(line, start) ? last : address;
      at = line.indexOf('@', at + 1);
    }
    return last;
  }

  private boolean isSender(String line, int start) {
    String before = line.substring(Math.max(0, start - 12), start).toLowerCase(Locale.ROOT);
    String bare = before.stripTrailing();
    for (String lead : cues.list(ReadingCue.SENDER_LEADS)) {
      if (before.endsWith(lead) || (lead.endsWith(":") && bare.endsWith(lead))) {
        return true;
      }
    }
    return false;
  }

  /** The first address from a place of a line on, whosever it is, or null. */
  public static @Nullable String next(String line, int from) {
    for (int at = line.indexOf('@', from); at >= 0; at = line.indexOf('@', at + 1)) {
      String address = addressAt(line, start(line, from, at));
      if (address != null) {
        return address;
      }
    }
    return null;
  }

  private static int start(String line, int from, int at) {
    int start = at;
    while (start > from
        && at - start < LONGEST_ADDRESS
        && ADDRESS_ENDS.indexOf(line.charAt(start - 1)) < 0) {
      start--;
    }
    return start;
  }

  /** The address that begins here, or null if none does. */
  public static @Nullable String addressAt(String line, int start) {
    int from = start;
    while (from < line.length() && "<\"' ".indexOf(line.charAt(from)) >= 0) {
      from++;
    }
    int end = from;
    int at = -1;
    while (end < line.length()
        && end - from < LONGEST_ADDRESS
        && ADDRESS_ENDS.indexOf(line.charAt(end)) < 0) {
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
