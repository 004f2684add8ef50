package io.github.smtpbot.log.format;

import io.github.smtpbot.log.Delivery;
import java.util.List;

/** What Postfix writes around the reply of a server. */
final class PostfixWords {

  private static final String SAID = " said: ";
  private static final String REFUSED = " refused to talk to me: ";

  private static final int LONGEST = 255;

  /** What stands in the brackets where the other end is on the same server. */
  private static final List<String> OWN = List.of("127.", "::1]", "private/", "public/", "/");

  /** What Postfix says where a program that it hands mail to is not there, or not known to it. */
  private static final List<String> OWN_WORDS =
      List.of("mail transport unavailable", "unknown mail transport error");

  private PostfixWords() {}

  /** Where the reply of a server begins in what Postfix says of an attempt; negative if nowhere. */
  static int reply(String words) {
    int host = words.startsWith("delivery temporarily suspended: ") ? 32 : 0;
    if (!words.startsWith("host ", host)) {
      return -1;
    }
    int said = words.indexOf(SAID, host);
    int refused = words.indexOf(REFUSED, host);
    if (said >= 0 && (refused < 0 || said < refused)) {
      return said + SAID.length();
    }
    return refused < 0 ? -1 : refused + REFUSED.length();
  }

  /**
   * The host that the words name, such as in {@code connect to mx.example.com[192.0.2.1]:25: …}.
   */
  static String host(String words) {
    if (OWN_WORDS.contains(words)) {
      return Delivery.HERE;
    }
    int start = words.startsWith("delivery temporarily suspended: ") ? 32 : 0;
    if (words.startsWith("host ", start)) {
      start += 5;
    } else if (words.startsWith("connect to ", start)) {
      start += 11;
    } else if (words.startsWith("lost connection with ", start)) {
      start += 21;
    } else if (words.startsWith("conversation with ", start)) {
      start += 18;
    } else {
      return "";
    }
    return hostAt(words, start, words.length());
  }

  /**
   * The name before the brackets, or the address in them; empty without such. What is reached
   * through a socket of this server, or at its own address, is a program on it.
   */
  static String hostAt(String text, int start, int end) {
    if (text.startsWith("private/", start) || text.startsWith("/", start)) {
      return Delivery.HERE;
    }
    int bracket = text.indexOf('[', start);
    if (bracket < 0 || bracket >= end || bracket - start > LONGEST) {
      return "";
    }
    if (OWN.stream().anyMatch(own -> text.startsWith(own, bracket + 1))) {
      return Delivery.HERE;
    }
    if (bracket > start) {
      return text.substring(start, bracket);
    }
    int close = text.indexOf(']', start);
    return close < 0 || close > end ? "" : text.substring(start, close + 1);
  }
}
