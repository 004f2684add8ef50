package io.github.smtpbot.log.format.event;

/** Names the addresses of people and of hosts as a delivery does. */
final class Peers {

  private static final int MAX_NAME = 255;

  private Peers() {}

  /** The address alone, of {@code Name <address>} too; empty for the null reverse-path. */
  static String address(String text) {
    String address = text.strip();
    int close = address.lastIndexOf('>');
    int open = address.lastIndexOf('<', close);
    return open >= 0 && close > open ? address.substring(open + 1, close).strip() : address;
  }

  /** A host's name, or else its address literal; empty if neither is told. */
  static String host(String name, String ip) {
    String host = name.strip();
    if (host.endsWith(".")) {
      host = host.substring(0, host.length() - 1);
    }
    if (host.isEmpty() || host.length() > MAX_NAME || isAddress(host)) {
      String address = isAddress(host) ? host : ip.strip();
      return isAddress(address) ? literal(address) : "";
    }
    return host;
  }

  private static String literal(String address) {
    return address.indexOf(':') < 0 ? '[' + address + ']' : "[IPv6:" + address + ']';
  }

  private static boolean isAddress(String text) {
    if (text.length() < 2 || text.length() > 45) {
      return false;
    }
    int points = 0;
    int colons = 0;
    boolean decimal = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '.') {
        points++;
      } else if (c == ':') {
        colons++;
      } else if (Character.digit(c, 16) < 0 || c > 'f') {
        return false;
      } else {
        decimal &= c <= '9';
      }
    }
    return colons >= 2 || (colons == 0 && points == 3 && decimal);
  }
}
