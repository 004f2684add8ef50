package io.github.smtpbot.diagnosis.syntax;

import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Finds the host that a line names as the one that replied. Linear in the line. */
public final class HostNames {

  /** RFC 5321 §4.5.3.1. */
  public static final int LONGEST_HOST = 255;

  private final ReadingCues cues;

  public HostNames(ReadingCues cues) {
    this.cues = cues;
  }

  /** The host that a line names as the one that replied, or null. */
  public @Nullable String host(String line, String lower) {
    int bracket = line.indexOf('[');
    for (int tries = 0; bracket >= 0 && tries < 6; tries++) {
      if (isAddressLiteral(line, bracket + 1)) {
        String host = hostBefore(line, bracket);
        if (host != null) {
          return host;
        }
      }
      bracket = line.indexOf('[', bracket + 1);
    }
    for (String lead : cues.in(ReadingCue.HOST_LEADS, lower)) {
      int at = lower.indexOf(lead);
      for (int tries = 0; at >= 0 && tries < 3; tries++) {
        String host = hostAt(line, at + lead.length());
        if (host != null) {
          return host;
        }
        at = lower.indexOf(lead, at + 1);
      }
    }
    int paren = lower.indexOf(" (");
    return paren > 0 && isAddressLiteral(line, paren + 2) ? hostBefore(line, paren) : null;
  }

  /**
   * Whether the host that a line names as the one that replied is of the sender's own network, as
   * filters and relays are: {@code relay=127.0.0.1[127.0.0.1]:10024}.
   */
  public boolean isInside(String line, String lower) {
    for (String lead : cues.in(ReadingCue.HOST_LEADS, lower)) {
      int at = lower.indexOf(lead);
      for (int tries = 0; at >= 0 && tries < 3; tries++) {
        int from = at + lead.length();
        int end = from;
        while (end < line.length() && end - from < LONGEST_HOST && isHostPart(line.charAt(end))) {
          end++;
        }
        int bracket = end < line.length() && line.charAt(end) == ' ' ? end + 1 : end;
        boolean literal = bracket < line.length() && line.charAt(bracket) == '[';
        if (isPrivate(lower, from) || (literal && isPrivate(lower, bracket + 1))) {
          return true;
        }
        at = lower.indexOf(lead, at + 1);
      }
    }
    return false;
  }

  /** Whether an address begins here that is private (RFC 1918) or the host's own. */
  private static boolean isPrivate(String line, int from) {
    int[] octets = new int[4];
    int count = 0;
    int at = from;
    for (int digits = 0; at < line.length() && count < 4; at++) {
      char c = line.charAt(at);
      if (CodeReader.isDigit(c) && digits < 3) {
        octets[count] = octets[count] * 10 + (c - '0');
        digits++;
      } else if (c == '.' && digits > 0) {
        count++;
        digits = 0;
      } else {
        break;
      }
    }
    boolean whole = count == 3 && (at == line.length() || !isHostPart(line.charAt(at)));
    return whole
        && (octets[0] == 127
            || octets[0] == 10
            || (octets[0] == 192 && octets[1] == 168)
            || (octets[0] == 172 && octets[1] / 16 == 1));
  }

  private static boolean isAddressLiteral(String line, int at) {
    return at + 3 < line.length()
        && (CodeReader.isDigit(line.charAt(at))
            || line.startsWith("IPv6", at)
            || (Character.digit(line.charAt(at), 16) >= 0 && isNear(line, ':', at))
            || line.startsWith("private/", at));
  }

  private static boolean isNear(String line, char sign, int at) {
    int found = line.indexOf(sign, at);
    return found > 0 && found - at < 5;
  }

  private static @Nullable String hostBefore(String line, int end) {
    int to = end;
    while (to > 0 && line.charAt(to - 1) == ' ') {
      to--;
    }
    int from = to;
    while (from > 0 && to - from < LONGEST_HOST && isHostPart(line.charAt(from - 1))) {
      from--;
    }
    if (line.regionMatches(true, Math.max(0, from - 5), "from ", 0, 5)) {
      return null;
    }
    return hostAt(line, from);
  }

  /** The host name that begins here, or null if none does; an IP address is none. */
  public static @Nullable String hostAt(String line, int from) {
    int end = from;
    boolean letter = false;
    int dots = 0;
    while (end < line.length() && end - from < LONGEST_HOST && isHostPart(line.charAt(end))) {
      letter |= Character.isLetter(line.charAt(end));
      dots += line.charAt(end) == '.' ? 1 : 0;
      end++;
    }
    while (end > from && line.charAt(end - 1) == '.') {
      end--;
      dots--;
    }
    return letter && dots > 0 && (end == line.length() || line.charAt(end) != '@')
        ? line.substring(from, end).toLowerCase(Locale.ROOT)
        : null;
  }

  private static boolean isHostPart(char c) {
    return c == '.' || c == '-' || c == '_' || Character.isLetterOrDigit(c);
  }
}
