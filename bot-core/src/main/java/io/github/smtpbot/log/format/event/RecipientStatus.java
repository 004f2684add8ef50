package io.github.smtpbot.log.format.event;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What message tracking says of one recipient: a reply alone, or a last error with its details,
 * {@code [{LED=550 5.1.1 …};{MSG=};{FQDN=mx.example.com};{IP=192.0.2.1};{LRT=…}]}.
 *
 * @param reply empty if it says no more than {@code To} or {@code Inbox}
 * @param host who answered; empty if it does not say
 */
record RecipientStatus(String reply, String host) {

  private static final String ERROR = "{LED=";
  private static final String DETAILS = "[{";
  private static final String DETAILS_END = "}]";

  static RecipientStatus of(String status) {
    if (status.contains(ERROR)) {
      return new RecipientStatus(
          Replies.said(detail(status, ERROR)),
          Peers.host(detail(status, "{FQDN="), detail(status, "{IP=")));
    }
    boolean told = Replies.tells(status) || status.indexOf(' ') >= 0;
    return new RecipientStatus(told ? Replies.said(status) : "", "");
  }

  /**
   * The status of each recipient, in order. They are separated by semicolons, which may also stand
   * in them: what cannot be told apart is left out.
   */
  static List<String> each(String statuses, int recipients) {
    if (recipients == 1) {
      return List.of(statuses);
    }
    List<String> parts = parts(statuses);
    if (parts.size() != recipients) {
      parts = joined(parts);
    }
    if (parts.size() == recipients) {
      return parts;
    }
    return Collections.nCopies(recipients, parts.size() == 1 ? parts.get(0) : "");
  }

  private static List<String> parts(String statuses) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    while (from <= statuses.length()) {
      int search = from;
      if (statuses.startsWith(DETAILS, from)) {
        int end = statuses.indexOf(DETAILS_END, from);
        search = end < 0 ? statuses.length() : end;
      }
      int semicolon = statuses.indexOf(';', search);
      int to = semicolon < 0 ? statuses.length() : semicolon;
      parts.add(statuses.substring(from, to).strip());
      from = to + 1;
    }
    return parts;
  }

  /** With what begins with no code put back behind the part before it. */
  private static List<String> joined(List<String> parts) {
    List<String> joined = new ArrayList<>();
    for (String part : parts) {
      int last = joined.size() - 1;
      if (last < 0 || part.startsWith(DETAILS) || Replies.tells(part)) {
        joined.add(part);
      } else if (!part.isEmpty()) {
        joined.set(last, joined.get(last) + "; " + part);
      }
    }
    return joined;
  }

  private static String detail(String status, String name) {
    int at = status.indexOf(name);
    if (at < 0) {
      return "";
    }
    int from = at + name.length();
    int end = status.indexOf("};{", from);
    if (end < 0) {
      end = status.indexOf(DETAILS_END, from);
    }
    return status.substring(from, end < 0 ? status.length() : end).strip();
  }
}
