package io.github.smtpbot.diagnosis.decode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Tells whole messages from other texts, and parts a mailbox into its messages. */
final class Mailbox {

  /** More messages than this of one mailbox are not read. */
  private static final int MOST_MESSAGES = 1_000;

  private static final int HEADER_WINDOW = 16_000;

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

  private Mailbox() {}

  /** As much of a text as tells whether it is a message. */
  static String beginning(String text) {
    return text.substring(0, Math.min(text.length(), HEADER_WINDOW));
  }

  /** Whether a text whose only line end is {@code \n} begins like the header of a message. */
  static boolean isMessage(String text) {
    int fields = 0;
    int from = 0;
    boolean first = true;
    int limit = Math.min(text.length(), HEADER_WINDOW);
    while (from < limit && fields < 3) {
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
      if (!(folded && !first) && !field && !(first && line.startsWith("From "))) {
        return false;
      }
      if (field && FIELDS.contains(line.substring(0, colon).toLowerCase(Locale.ROOT))) {
        fields++;
      }
      first = false;
    }
    return fields >= 3;
  }

  /** The messages in a file; none if it is something else. */
  static List<byte[]> split(byte[] file) {
    String beginning =
        new String(file, 0, Math.min(file.length, HEADER_WINDOW), StandardCharsets.ISO_8859_1)
            .replace("\r\n", "\n")
            .replace('\r', '\n');
    if (!isMessage(beginning)) {
      return List.of();
    }
    int start = 0;
    while (start < file.length && Character.isWhitespace(file[start])) {
      start++;
    }
    byte[] lines = hasLineFeed(file) ? file : withLineFeeds(file);
    List<byte[]> messages = new ArrayList<>();
    if (!isFromLine(lines, start)) {
      messages.add(start == 0 ? lines : Arrays.copyOfRange(lines, start, lines.length));
      return messages;
    }
    int from = afterLine(lines, start);
    int at = from;
    while (at < lines.length && messages.size() < MOST_MESSAGES) {
      int next = afterLine(lines, at);
      if (isFromLine(lines, next) && (isBlankLine(lines, at) || endsInYear(lines, next))) {
        messages.add(Arrays.copyOfRange(lines, from, next));
        from = afterLine(lines, next);
        next = from;
      }
      at = next;
    }
    if (from < lines.length) {
      messages.add(Arrays.copyOfRange(lines, from, lines.length));
    }
    return messages;
  }

  private static boolean hasLineFeed(byte[] file) {
    for (byte b : file) {
      if (b == '\n') {
        return true;
      }
    }
    return false;
  }

  private static byte[] withLineFeeds(byte[] file) {
    byte[] lines = file.clone();
    for (int i = 0; i < lines.length; i++) {
      if (lines[i] == '\r') {
        lines[i] = '\n';
      }
    }
    return lines;
  }

  private static int afterLine(byte[] lines, int from) {
    int at = from;
    while (at < lines.length && lines[at] != '\n') {
      at++;
    }
    return Math.min(lines.length, at + 1);
  }

  private static boolean isBlankLine(byte[] lines, int at) {
    return lines[at] == '\n' || lines[at] == '\r';
  }

  /** {@code From address Thu May 2 10:00:00 2024}: nobody begins a sentence like that. */
  private static boolean endsInYear(byte[] lines, int from) {
    int end = from;
    while (end < lines.length && lines[end] != '\n' && lines[end] != '\r') {
      end++;
    }
    if (end - from > 200 || end - from < 30) {
      return false;
    }
    String line = new String(lines, from, end - from, StandardCharsets.ISO_8859_1);
    int colon = line.indexOf(':', line.length() - 12);
    return colon > 0
        && isDigit(line.charAt(line.length() - 1))
        && isDigit(line.charAt(line.length() - 4))
        && line.charAt(line.length() - 5) == ' ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isFromLine(byte[] lines, int at) {
    return at + 5 < lines.length
        && lines[at] == 'F'
        && lines[at + 1] == 'r'
        && lines[at + 2] == 'o'
        && lines[at + 3] == 'm'
        && lines[at + 4] == ' ';
  }
}
