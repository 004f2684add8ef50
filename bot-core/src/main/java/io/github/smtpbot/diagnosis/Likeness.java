package io.github.smtpbot.diagnosis;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Tells three digits that are a reply code from those that are a price, a time, an order or HTTP's
 * answer, by the words beside them.
 */
final class Likeness {

  /** How many characters after a code are looked at. */
  private static final int WINDOW = 240;

  private static final Set<String> TELLING =
      Set.of(
          "rejected",
          "reject",
          "denied",
          "refused",
          "blocked",
          "blacklisted",
          "blocklisted",
          "undeliverable",
          "unavailable",
          "quota",
          "overquota",
          "spam",
          "relay",
          "relaying",
          "greylisted",
          "greylisting",
          "graylisted",
          "unsolicited",
          "unrouteable",
          "unroutable",
          "helo",
          "ehlo",
          "smtp",
          "esmtp",
          "tls",
          "starttls",
          "dmarc",
          "dkim",
          "spf",
          "mailbox",
          "recipient",
          "recipients",
          "sender",
          "syntax",
          "authentication",
          "unauthenticated",
          "unrecognized",
          "blocking",
          "dnsbl",
          "rbl",
          "spamhaus",
          "bounce",
          "bounced",
          "mta",
          "postmaster",
          "mailfrom",
          "rcpt",
          "addressee",
          "deferred",
          "throttled",
          "reputation",
          "rejete",
          "adresse",
          "destinataire");

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

  private static final Set<String> HINTS =
      Set.of(
          "message",
          "mail",
          "email",
          "e",
          "user",
          "account",
          "domain",
          "host",
          "service",
          "command",
          "no",
          "not",
          "error",
          "sorry",
          "invalid",
          "unknown",
          "failed",
          "failure",
          "temporarily",
          "temporary",
          "disabled",
          "exceeded",
          "too",
          "many",
          "bad",
          "policy",
          "closing",
          "channel",
          "cannot",
          "transaction",
          "server",
          "address",
          "connection",
          "connections",
          "try",
          "later",
          "again",
          "local",
          "such",
          "found",
          "access",
          "content",
          "please",
          "system",
          "timeout",
          "sequence",
          "virus",
          "size",
          "large",
          "big",
          "allowed",
          "accepted",
          "permitted",
          "delivery",
          "internal",
          "credentials",
          "login",
          "password",
          "unable",
          "requested",
          "action",
          "busy",
          "implemented",
          "storage",
          "full",
          "must",
          "required",
          "resources",
          "limit",
          "rate",
          "loop",
          "disk",
          "space",
          "encryption");

  private static final Set<String> GREETINGS =
      Set.of(
          "ok",
          "queued",
          "ready",
          "esmtp",
          "smtp",
          "goodbye",
          "bye",
          "closing",
          "accepted",
          "successful",
          "succeeded",
          "go",
          "start",
          "end",
          "continue",
          "hello",
          "pleased",
          "pipelining",
          "vrfy",
          "sent",
          "delivered",
          "completed",
          "forward",
          "nice");

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

  private Likeness() {}

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

  /** Whether the words after a code read like a refusal. */
  static boolean isRefusal(String line, int after) {
    String window = line.substring(after, Math.min(line.length(), after + WINDOW));
    if (countsThings(window)) {
      return false;
    }
    if (window.indexOf('@') > 0 && LineContext.firstAddress(window, 0, window.length()) != null) {
      return true;
    }
    WordSequence words = WordSequence.of(window);
    int hints = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.word(i);
      if (TELLING.contains(word)) {
        return true;
      }
      if (HINTS.contains(word) && ++hints == 2) {
        return true;
      }
    }
    return false;
  }

  /** Whether the words around a code are those of FTP, HTTP, SIP and the like, and not of mail. */
  static boolean isOtherProtocol(String line, int at) {
    WordSequence words =
        WordSequence.of(line.substring(Math.max(0, at - 40), Math.min(line.length(), at + WINDOW)));
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

  /** Whether the words after a code read like a greeting or a consent. */
  static boolean isConsent(String line, int after) {
    WordSequence words =
        WordSequence.of(line.substring(after, Math.min(line.length(), after + WINDOW)));
    for (int i = 0; i < words.size(); i++) {
      if (GREETINGS.contains(words.word(i))) {
        return true;
      }
    }
    return false;
  }

  /** Whether a number is followed by what it counts: {@code 550 messages}, {@code 450 people}. */
  static boolean countsThings(String line, int after) {
    return countsThings(line.substring(after, Math.min(line.length(), after + WINDOW)));
  }

  private static boolean countsThings(String window) {
    if (window.isEmpty() || window.charAt(0) != ' ') {
      return false;
    }
    int end = 1;
    while (end < window.length() && Character.isLowerCase(window.charAt(end))) {
      end++;
    }
    if (end - 1 < 2 || (end < window.length() && Character.isLetterOrDigit(window.charAt(end)))) {
      return false;
    }
    String word = window.substring(1, end);
    return word.equals("people")
        || word.equals("of")
        || word.equals("and")
        || word.equals("or")
        || word.equals("in")
        || word.equals("vs")
        || (word.endsWith("s")
            && !word.endsWith("ss")
            && !word.endsWith("us")
            && !word.endsWith("is"));
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
