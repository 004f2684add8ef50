package io.github.smtpbot.diagnosis;

import java.util.Set;

/** Tells by the words after three digits whether they read like the reply of a mail server. */
final class RefusalWords {

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

  private RefusalWords() {}

  /** Whether the words after a code read like a refusal. */
  static boolean isRefusal(String line, int after) {
    String window = line.substring(after, Math.min(line.length(), after + WINDOW));
    if (countsThings(window)) {
      return false;
    }
    if (window.indexOf('@') > 0 && Addresses.firstAddress(window, 0, window.length()) != null) {
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
}
