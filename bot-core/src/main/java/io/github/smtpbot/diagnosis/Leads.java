package io.github.smtpbot.diagnosis;

import java.util.Locale;

/** The words right before a code that tell a reply from any other number. */
final class Leads {

  /** Words right before a code that only stand before a reply. */
  private static final String[] LEADS = {
    "smtp;",
    "lmtp;",
    "said:",
    "said",
    "<<<",
    "<<",
    "returned",
    "responded with",
    "response:",
    "response was:",
    "responded:",
    "replied:",
    "replied with",
    "reply:",
    "exception:",
    "refused:",
    "command failed:",
    "smtp error:",
    "smtp code:",
    "smtp code",
    "smtp error code:",
    "stat=",
    "initial connection:",
    "end of data:",
    "esmtp:",
    "smtp:",
    "server returned:",
    "disconnected:",
    "server response:",
    "bounce reason:",
    "reason:",
    "responsecode:",
    "responsecode",
    "error_code :",
    "error code:",
    "retcode",
    "with message",
    "with code",
    "was:",
    "message:",
    "login:",
    "rejected:",
    "error=",
    "fatalerror:",
    "syntaxerror:",
    "serverbusy:",
    "authenticationerror:",
    "command error:",
    "deferred:",
    "s:",
    "code=",
    "code:",
    "smtp reply",
    "delay reason:",
    "dataerror:",
    "responseexception:",
    "heloerror:",
    "senderrefused:",
    "connecterror:",
    "data:"
  };

  private static final String[] KEYWORDS = {
    "error",
    "code",
    "smtp",
    "esmtp",
    "lmtp",
    "status",
    "reply",
    "response",
    "failure",
    "reject",
    "ndr",
    "bounce",
    "got",
    "get",
    "problem"
  };

  private Leads() {}

  static boolean hasLead(String line, int at) {
    int end = leadEnd(line, at);
    for (String lead : LEADS) {
      if (line.regionMatches(true, end - lead.length(), lead, 0, lead.length())) {
        return true;
      }
    }
    return end > 1
        && line.charAt(end - 1) == ':'
        && (line.charAt(end - 2) == '>'
            || line.charAt(end - 2) == ']'
            || line.charAt(end - 2) == ')');
  }

  static boolean isSmtpLead(String line, int at) {
    String before = line.substring(Math.max(0, at - 80), at).toLowerCase(Locale.ROOT);
    return !before.contains("http")
        && (before.contains("smtp")
            || before.contains("said")
            || before.contains("<<")
            || before.contains("mail")
            || before.contains("rcpt")
            || before.contains("lmtp"));
  }

  /** Where the words before a code end, without the signs that open a quote. */
  private static int leadEnd(String line, int at) {
    int end = at;
    while (end > 0 && " '\"([{<*".indexOf(line.charAt(end - 1)) >= 0) {
      if (line.charAt(end - 1) == '<' && end > 1 && line.charAt(end - 2) == '<') {
        break;
      }
      end--;
    }
    return end;
  }

  static boolean isWeakLead(String line, int at) {
    int end = at;
    while (end > 0 && line.charAt(end - 1) == ' ') {
      end--;
    }
    return end > 0 && ":=([\"';,>|".indexOf(line.charAt(end - 1)) >= 0;
  }

  static boolean hasKeyword(String line, int at) {
    int end = leadEnd(line, at);
    while (end > 0 && ":#".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    for (String keyword : KEYWORDS) {
      int from = end - keyword.length();
      if (line.regionMatches(true, from, keyword, 0, keyword.length())
          && (from == 0 || !Character.isLetter(line.charAt(from - 1)))) {
        return true;
      }
    }
    return false;
  }
}
