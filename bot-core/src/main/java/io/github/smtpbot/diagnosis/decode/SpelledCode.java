package io.github.smtpbot.diagnosis.decode;

import java.util.List;

/**
 * Writes reply codes in digits that Rust's lettre spells out, digit by digit: {@code Code {
 * severity: PermanentNegativeCompletion, category: MailSystem, detail: Zero }} is 550. Linear in
 * the text.
 */
final class SpelledCode {

  private static final String OPENING = "Code {";

  /** A code that is spelled out, over several lines or on one, is not longer. */
  private static final int LONGEST = 300;

  /** How far the words of the reply may stand behind its code. */
  private static final int FARTHEST_WORDS = 60;

  private static final List<String> SEVERITIES =
      List.of(
          "PositiveCompletion",
          "PositiveIntermediate",
          "TransientNegativeCompletion",
          "PermanentNegativeCompletion");

  private static final List<String> CATEGORIES =
      List.of("Syntax", "Information", "Connections", "Unspecified3", "Unspecified4", "MailSystem");

  private static final List<String> DETAILS =
      List.of("Zero", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine");

  private SpelledCode() {}

  /** The text with the codes in digits, each followed by the words that it stands for. */
  static String inDigits(String text) {
    int at = text.indexOf(OPENING);
    if (at < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    int from = 0;
    for (; at >= 0; at = text.indexOf(OPENING, at + 1)) {
      int close = text.indexOf('}', at);
      if (close < 0) {
        break;
      }
      if (at >= from && close - at <= LONGEST) {
        String fields = text.substring(at, close);
        int severity = index(SEVERITIES, fields, "severity:");
        int category = index(CATEGORIES, fields, "category:");
        int detail = index(DETAILS, fields, "detail:");
        if (severity >= 0 && category >= 0 && detail >= 0) {
          out.append(text, from, at).append("code: ").append(severity + 2);
          out.append(category).append(detail).append(' ');
          from = words(text, close + 1);
        }
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The place of the value of a field among its names; -1 if it is none of them. */
  private static int index(List<String> names, String fields, String field) {
    int at = fields.indexOf(field);
    if (at < 0) {
      return -1;
    }
    int from = at + field.length();
    while (from < fields.length() && fields.charAt(from) <= ' ') {
      from++;
    }
    int end = from;
    while (end < fields.length() && Character.isLetterOrDigit(fields.charAt(end))) {
      end++;
    }
    return names.indexOf(fields.substring(from, end));
  }

  /** Where the words begin that are quoted behind a code; right behind it if none are. */
  private static int words(String text, int from) {
    int end = Math.min(text.length(), from + FARTHEST_WORDS);
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c == '"') {
        return i + 1;
      }
      if (c == '{' || c == '}') {
        return from;
      }
    }
    return from;
  }
}
