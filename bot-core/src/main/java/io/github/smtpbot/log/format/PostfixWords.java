package io.github.smtpbot.log.format;

/** What Postfix writes around the reply of a server. */
final class PostfixWords {

  private static final String SAID = " said: ";
  private static final String REFUSED = " refused to talk to me: ";

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
    int bracket = words.indexOf('[', start);
    if (bracket < 0 || bracket - start > 255) {
      return "";
    }
    if (bracket > start) {
      return words.substring(start, bracket);
    }
    int close = words.indexOf(']', start);
    return close < 0 ? "" : words.substring(start, close + 1);
  }
}
