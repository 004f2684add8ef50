package io.github.smtpbot.log.source;

import java.util.Locale;
import java.util.Set;

/** Tells whether a text begins like the header of a message (RFC 5322 §2.2). */
final class MessageHeader {

  /** A header names more of these than this; a log none. */
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
          "cc");

  private MessageHeader() {}

  static boolean begins(String text, int start) {
    int fields = 0;
    int from = start;
    while (from < text.length() && fields < ENOUGH) {
      int to = text.indexOf('\n', from);
      if (to < 0) {
        to = text.length();
      }
      char first = text.charAt(from);
      int colon = text.indexOf(':', from);
      if (first == '\n' || first == '\r') {
        break;
      }
      if (first != ' ' && first != '\t') {
        if (colon < 0 || colon > to) {
          return false;
        }
        String name = text.substring(from, colon);
        if (name.indexOf(' ') >= 0) {
          return false;
        }
        if (FIELDS.contains(name.toLowerCase(Locale.ROOT))) {
          fields++;
        }
      } else if (from == start) {
        return false;
      }
      from = to + 1;
    }
    return fields >= ENOUGH;
  }
}
