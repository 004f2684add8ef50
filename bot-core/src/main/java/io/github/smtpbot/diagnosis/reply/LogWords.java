package io.github.smtpbot.diagnosis.reply;

/** Takes what a log says of a failure out of its line. */
public final class LogWords {

  private LogWords() {}

  /** What stands in brackets after {@code status=deferred}, or after {@code stat=}. */
  static String of(String line) {
    int status = line.indexOf("status=");
    int open = status < 0 ? -1 : line.indexOf('(', status);
    if (open >= 0) {
      int close = line.lastIndexOf(')');
      return line.substring(open + 1, close > open ? close : line.length()).trim();
    }
    int stat = line.indexOf("stat=");
    return stat < 0 ? line.trim() : line.substring(stat + 5).trim();
  }
}
