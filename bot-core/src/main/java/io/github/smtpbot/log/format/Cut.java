package io.github.smtpbot.log.format;

/** Cuts pieces out of a line; what is not there is empty. */
final class Cut {

  private Cut() {}

  /** What stands between two marks, the first of which is sought from a place on. */
  static String between(String text, int from, String before, String after) {
    int start = text.indexOf(before, from);
    if (start < 0) {
      return "";
    }
    start += before.length();
    int end = text.indexOf(after, start);
    return end < 0 ? "" : text.substring(start, end);
  }

  /** What stands between two marks, or after the first to the end. */
  static String after(String text, int from, String before, String after) {
    int start = text.indexOf(before, from);
    if (start < 0) {
      return "";
    }
    start += before.length();
    int end = text.indexOf(after, start);
    return text.substring(start, end < 0 ? text.length() : end);
  }

  /** Where a mark ends, sought from a place on; negative if it is not there. */
  static int end(String text, int from, String mark) {
    int start = text.indexOf(mark, from);
    return start < 0 ? -1 : start + mark.length();
  }
}
