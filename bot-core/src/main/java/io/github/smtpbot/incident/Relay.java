package io.github.smtpbot.incident;

import java.util.List;

/**
 * Finds the host to which all mail is handed. Comes in: what fails of all mail. Goes out: the one
 * host that is not reached, with its port if that is another than that of mail; empty if there are
 * several.
 */
final class Relay {

  /** How Postfix begins to name the host and port that it does not reach. */
  private static final String CONNECT = "connect to ";

  private Relay() {}

  /** That of a change; empty if it is of one group. */
  static String of(Change change) {
    return change.isOfSeveral() ? of(change.groups()) : "";
  }

  /** That of some groups. */
  static String of(List<LogGroup> groups) {
    List<String> hosts = groups.stream().map(LogGroup::host).distinct().toList();
    String port = groups.size() == 1 ? hostWithPort(groups.get(0)) : "";
    return !port.isEmpty() ? port : hosts.size() == 1 ? hosts.get(0) : "";
  }

  /** The host that alone is not reached, with its port; empty if the reply does not name both. */
  private static String hostWithPort(LogGroup group) {
    String reply = group.reply().shown((shown, hash) -> 1);
    int start = reply.indexOf(CONNECT);
    int open = start < 0 ? -1 : reply.indexOf('[', start);
    int close = open < 0 ? -1 : reply.indexOf("]:", open);
    if (close < 0) {
      return "";
    }
    int end = close + 2;
    while (end < reply.length() && Character.isDigit(reply.charAt(end))) {
      end++;
    }
    String host = reply.substring(start + CONNECT.length(), open);
    String port = reply.substring(close + 2, end);
    // Other servers are asked at port 25; at another, it is one that passes mail on.
    return host.isEmpty() || host.contains(" ") || port.isEmpty() || port.equals("25")
        ? ""
        : host + ':' + port;
  }
}
