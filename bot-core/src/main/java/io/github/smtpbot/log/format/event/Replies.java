package io.github.smtpbot.log.format.event;

/** Puts together what an event says of a reply: its code, its enhanced status code, its text. */
final class Replies {

  /** More than any reply that is read. */
  private static final int MAX = 8_000;

  private static final String SMTP = "smtp;";

  private Replies() {}

  /** The reply as it was said, without the {@code smtp;} that a delivery status puts before it. */
  static String said(String text) {
    String reply = text.strip();
    if (reply.regionMatches(true, 0, SMTP, 0, SMTP.length())) {
      reply = reply.substring(SMTP.length()).strip();
    }
    return reply.length() > MAX ? reply.substring(0, MAX) : reply;
  }

  /**
   * One reply of its parts, each at most once: {@code 550 5.1.1 no such user}.
   *
   * @param code of the reply; left out if it is none that SMTP has
   * @param enhanced the enhanced status code; what follows its first word is left out
   * @param text which may hold the codes itself
   */
  static String join(String code, String enhanced, String text) {
    String said = said(text);
    String status = firstWord(enhanced);
    if (beginsWithCode(said)) {
      return insert(status, said);
    }
    StringBuilder reply = new StringBuilder(said.length() + 16);
    if (isCode(code.strip()) && !said.contains(code.strip())) {
      reply.append(code.strip());
    }
    if (isEnhanced(status) && !isEnhanced(firstWord(said)) && !said.contains(status)) {
      if (reply.length() == 0 || reply.charAt(0) == status.charAt(0)) {
        append(reply, status);
      }
    }
    append(reply, said.lines().map(String::strip).reduce("", Replies::spaced));
    return reply.toString();
  }

  /** The reply with the code that it lacks after its first. One that says nothing is left out. */
  private static String insert(String status, String said) {
    boolean lacking =
        isEnhanced(status)
            && !status.endsWith(".0.0")
            && status.charAt(0) == said.charAt(0)
            && said.length() > 3
            && said.charAt(3) == ' '
            && !isEnhanced(firstWord(said.substring(4)))
            && !said.contains(status);
    return lacking ? said.substring(0, 4) + status + said.substring(3) : said;
  }

  private static void append(StringBuilder reply, String part) {
    if (reply.length() > 0 && !part.isEmpty()) {
      reply.append(' ');
    }
    reply.append(part);
  }

  private static String spaced(String before, String line) {
    return before.isEmpty() || line.isEmpty() ? before + line : before + ' ' + line;
  }

  /** Whether there is a reply code in it, or an enhanced status code at its beginning. */
  static boolean tells(String text) {
    String said = said(text);
    return beginsWithCode(said) || isEnhanced(firstWord(said));
  }

  private static boolean beginsWithCode(String text) {
    return text.length() >= 3
        && isCode(text.substring(0, 3))
        && (text.length() == 3 || text.charAt(3) == ' ' || text.charAt(3) == '-');
  }

  /** Three digits, the first and second as RFC 5321, section 4.2, has them. */
  static boolean isCode(String code) {
    return code.length() == 3
        && code.charAt(0) >= '2'
        && code.charAt(0) <= '5'
        && code.charAt(1) >= '0'
        && code.charAt(1) <= '5'
        && code.charAt(2) >= '0'
        && code.charAt(2) <= '9';
  }

  /** {@code 5.1.1}: one digit, and twice up to three, as RFC 3463 has them. */
  private static boolean isEnhanced(String word) {
    if (word.length() < 5 || word.length() > 9 || "245".indexOf(word.charAt(0)) < 0) {
      return false;
    }
    int points = 0;
    int digits = 0;
    for (int i = 1; i < word.length(); i++) {
      char c = word.charAt(i);
      if (c == '.') {
        if (i > 1 && digits == 0) {
          return false;
        }
        points++;
        digits = 0;
      } else if (c < '0' || c > '9' || points == 0 || ++digits > 3) {
        return false;
      }
    }
    return points == 2 && digits > 0;
  }

  private static String firstWord(String text) {
    String word = text.strip();
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) <= ' ') {
        return word.substring(0, i);
      }
    }
    return word;
  }
}
