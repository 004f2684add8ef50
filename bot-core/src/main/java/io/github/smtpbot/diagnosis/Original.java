package io.github.smtpbot.diagnosis;

import java.util.Locale;

/**
 * Finds where a bounce stops talking and the returned message begins: what follows are the words of
 * somebody else. Linear in the text.
 */
final class Original {

  private static final String[] SIGNS = {
    "below this line is a copy",
    "below the next line is a copy",
    "this is a copy of the message",
    "this is a copy of your message",
    "copy of the original message",
    "header of the original message",
    "headers of the original message",
    "original message headers",
    "original message header",
    "-original message-",
    "original message -----",
    "unsent message follows",
    "unsent message below",
    "message header follows",
    "message headers follow",
    "message follows",
    "original message follows",
    "included is a copy of the message",
    "returned message",
    "original mail as follows",
    "content-type: message/rfc822",
    "content-type: text/rfc822-headers",
    "original email follows",
    "undelivered message follows",
    "message text follows",
    "message contents follow",
    "intestazioni originali del messaggio",
    "urspr\u00fcngliche nachrichtenkopfzeilen",
    "en-t\u00eates de message d'origine",
    "encabezados de mensajes originales",
    "rejected message:",
    "the message headers are",
    "--- original message",
    "begin original message",
    "your original message"
  };

  /** A line that announces the returned message is not longer. */
  private static final int LONGEST_SIGN = 160;

  private Original() {}

  /** The length of the report at the beginning of a text: all of it if no message follows. */
  static int begins(String text) {
    int from = 0;
    int spoken = 0;
    while (from < text.length()) {
      int to = text.indexOf('\n', from);
      if (to < 0) {
        to = text.length();
      }
      if (to - from < LONGEST_SIGN && spoken > 0 && isSign(text.substring(from, to))) {
        return from;
      }
      spoken += to - from > 3 ? 1 : 0;
      from = to + 1;
    }
    return text.length();
  }

  private static boolean isSign(String line) {
    String lower = line.trim().toLowerCase(Locale.ROOT);
    if (lower.startsWith("received: ") || lower.startsWith("received:from ")) {
      return lower.contains("from ") || lower.contains("by ") || lower.contains("(qmail");
    }
    if (lower.startsWith("return-path: <")
        || lower.startsWith("dkim-signature: ")
        || lower.startsWith("x-received: ")) {
      return true;
    }
    for (String sign : SIGNS) {
      int at = lower.indexOf(sign);
      if (at >= 0) {
        boolean framed = lower.startsWith("--") || lower.startsWith("==") || lower.startsWith("*");
        boolean alone = (at == 0 && lower.length() < sign.length() + 24) || lower.endsWith(":");
        if (framed
            || alone
            || lower.startsWith("content-type")
            || lower.startsWith("below")
            || lower.startsWith("included is")) {
          return true;
        }
      }
    }
    return false;
  }
}
