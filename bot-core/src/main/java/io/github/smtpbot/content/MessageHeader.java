package io.github.smtpbot.content;

import java.util.Locale;
import java.util.Set;

/** Tells whether a text begins like the header of a message (RFC 5322 §2.2). */
public final class MessageHeader {

  /** How much of a text is looked at, in characters. */
  public static final int WINDOW = 16_000;

  /** Before the header of each message of a mailbox (RFC 4155). */
  static final String FROM = "From ";

  /** A header names so many of the fields below; a log or a person's words do not. */
  private static final int ENOUGH = 3;

  private static final Set<String> FIELDS =
      Set.of(
          "return-path",
          "received",
          "from",
          "to",
          "subject",
          "date",
          "message-id",
          "mime-version",
          "content-type",
          "delivered-to",
          "x-original-to",
          "auto-submitted",
          "x-failed-recipients",
          "dkim-signature",
          "arc-seal",
          "reply-to",
          "sender",
          "cc",
          "x-mailer",
          "precedence");

  private MessageHeader() {}

  /** The same with {@code \n} as its only line end. */
  static String withLineFeeds(String text) {
    return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * Whether a text begins so, perhaps after empty lines and the line {@code From } of a mailbox.
   *
   * @param text its only line end is {@code \n}
   */
  public static boolean begins(String text) {
    int fields = 0;
    int from = 0;
    boolean first = true;
    int limit = Math.min(text.length(), WINDOW);
    while (from < limit && fields < ENOUGH) {
      int to = text.indexOf('\n', from);
      if (to < 0 || to > limit) {
        to = limit;
      }
      String line = text.substring(from, to);
      from = to + 1;
      if (line.isBlank()) {
        if (first) {
          continue;
        }
        break;
      }
      boolean folded = line.charAt(0) == ' ' || line.charAt(0) == '\t';
      int colon = line.indexOf(':');
      boolean field = colon > 0 && line.lastIndexOf(' ', colon) < 0;
      if (!(folded && !first) && !field && !(first && line.startsWith(FROM))) {
        return false;
      }
      if (field && FIELDS.contains(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
        fields++;
      }
      first = false;
    }
    return fields >= ENOUGH;
  }
}
