package io.github.smtpbot.diagnosis;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells by the words beside three digits whether they are a price, a version, an order, or the
 * answer of HTTP or FTP.
 */
final class OtherNumbers {

  /** How many characters before a number may name another protocol. */
  private static final int WINDOW_BEFORE = 40;

  /** How many characters after a number may name another protocol. */
  private static final int WINDOW = 240;

  /** Words before a number that make it a version or a count of something else. */
  private static final Set<String> OTHER_NUMBERS =
      Set.of(
          "version",
          "ver",
          "v",
          "release",
          "php",
          "python",
          "wordpress",
          "kernel",
          "node",
          "java",
          "mysql",
          "order",
          "ticket",
          "invoice",
          "room",
          "page",
          "case",
          "cases",
          "line",
          "port",
          "number",
          "no",
          "nr",
          "http",
          "https",
          "id",
          "tel",
          "phone",
          "ext",
          "exim",
          "postfix",
          "sendmail",
          "section",
          "rfc");

  private static final Map<String, String> HTTP =
      Map.ofEntries(
          Map.entry("200", "ok"),
          Map.entry("201", "created"),
          Map.entry("204", "no content"),
          Map.entry("206", "partial content"),
          Map.entry("301", "moved"),
          Map.entry("302", "found"),
          Map.entry("304", "not modified"),
          Map.entry("307", "temporary redirect"),
          Map.entry("400", "bad request"),
          Map.entry("401", "unauthorized"),
          Map.entry("403", "forbidden"),
          Map.entry("404", "not found"),
          Map.entry("405", "method not allowed"),
          Map.entry("408", "request time"),
          Map.entry("409", "conflict"),
          Map.entry("413", "payload too large"),
          Map.entry("422", "unprocessable"),
          Map.entry("429", "too many requests"),
          Map.entry("451", "unavailable for legal reasons"),
          Map.entry("500", "internal server error"),
          Map.entry("501", "not implemented"),
          Map.entry("502", "bad gateway"),
          Map.entry("503", "service unavailable"),
          Map.entry("504", "gateway time"),
          Map.entry("505", "http version"),
          Map.entry("520", "web server"),
          Map.entry("521", "web server is down"),
          Map.entry("522", "connection timed out"),
          Map.entry("523", "origin is unreachable"),
          Map.entry("524", "a timeout occurred"),
          Map.entry("525", "ssl handshake failed"),
          Map.entry("530", "site frozen"));

  private static final Set<String> OF_OTHER_PROTOCOLS =
      Set.of(
          "ftp",
          "proftpd",
          "vsftpd",
          "ftpd",
          "ftps",
          "sftp",
          "pasv",
          "retr",
          "stor",
          "pass",
          "file",
          "directory",
          "folder",
          "http",
          "nginx",
          "proxy",
          "privoxy",
          "upstream",
          "sip",
          "invite",
          "nntp",
          "sql",
          "query");

  private static final Set<String> OF_MAIL =
      Set.of(
          "mail",
          "email",
          "e",
          "message",
          "messages",
          "mailbox",
          "recipient",
          "recipients",
          "sender",
          "smtp",
          "esmtp",
          "attachment",
          "attachments",
          "spam",
          "relay",
          "queue",
          "spool",
          "virus");

  private OtherNumbers() {}

  /** Whether these are HTTP's words for HTTP's code. */
  static boolean isHttp(String code, String line, int after) {
    String words = HTTP.get(code);
    if (words == null) {
      return false;
    }
    int from = after;
    while (from < line.length() && !Character.isLetter(line.charAt(from)) && from < after + 4) {
      from++;
    }
    if (code.equals("503") && line.regionMatches(true, from, "service temporarily", 0, 19)) {
      return true;
    }
    return line.regionMatches(true, from, words, 0, words.length());
  }

  /** Whether the words around a code are those of FTP, HTTP, SIP and the like, and not of mail. */
  static boolean isOtherProtocol(String line, int at) {
    WordSequence words =
        WordSequence.of(
            line.substring(Math.max(0, at - WINDOW_BEFORE), Math.min(line.length(), at + WINDOW)));
    boolean other = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.word(i);
      if (OF_MAIL.contains(word)) {
        return false;
      }
      other |= OF_OTHER_PROTOCOLS.contains(word);
    }
    return other;
  }

  /** Whether the word before a number says that it is something else: a version, an order. */
  static boolean isOtherNumber(String line, int start) {
    int end = start;
    while (end > 0 && " :#'\"(".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    int from = end;
    while (from > 0 && end - from < 12 && Character.isLetter(line.charAt(from - 1))) {
      from--;
    }
    return OTHER_NUMBERS.contains(line.substring(from, end).toLowerCase(Locale.ROOT));
  }
}
