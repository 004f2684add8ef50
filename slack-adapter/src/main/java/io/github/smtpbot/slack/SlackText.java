package io.github.smtpbot.slack;

/**
 * Turns text as Slack sends it back into what the writer saw: {@code <mailto:bob@example.com|bob>}
 * into {@code bob}, an escaped less-than sign into the sign itself. Linear in the length of the
 * text.
 */
final class SlackText {

  private SlackText() {}

  /** What the writer saw. */
  static String decode(String text) {
    StringBuilder seen = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      int close = c == '<' ? closing(text, at) : -1;
      if (close > 0) {
        seen.append(unescape(referenced(text.substring(at + 1, close))));
        at = close + 1;
      } else {
        int next = c == '<' ? at + 1 : at;
        while (next < text.length() && text.charAt(next) != '<') {
          next++;
        }
        seen.append(unescape(text.substring(at, next)));
        at = next;
      }
    }
    return seen.toString();
  }

  /** Removes the mention of the bot with which a message to it begins. */
  static String withoutMention(String text) {
    String rest = text.strip();
    if (rest.startsWith("<@")) {
      int close = closing(rest, 0);
      return close < 0 ? rest : rest.substring(close + 1).strip();
    }
    return rest;
  }

  /** Where a reference ends that begins here; -1 if none does. */
  private static int closing(String text, int open) {
    for (int i = open + 1; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return i;
      }
      if (c == '<' || c == '\n') {
        return -1;
      }
    }
    return -1;
  }

  private static String referenced(String reference) {
    int bar = reference.indexOf('|');
    String target = bar < 0 ? reference : reference.substring(0, bar);
    String label = bar < 0 ? "" : reference.substring(bar + 1);
    if (target.startsWith("@") || target.startsWith("#")) {
      return label.isEmpty() ? target : target.charAt(0) + label;
    }
    if (target.startsWith("!")) {
      return label.isEmpty() ? "@" + target.substring(1) : label;
    }
    if (!label.isEmpty()) {
      return label;
    }
    return target.startsWith("mailto:") ? target.substring("mailto:".length()) : target;
  }

  private static String unescape(String text) {
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
  }
}
