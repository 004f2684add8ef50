package io.github.smtpbot.answer;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hides what a log or a reply names beside addresses: passwords and keys wholly; user names, and
 * addresses whose sign is spelled out, but for their first character. It goes by the form in which
 * programs write them, a field and its value, and by the beginnings that services give their keys.
 */
final class Secrets {

  /** Fields whose value is told to nobody. */
  private static final Set<String> SECRET =
      Set.of(
          "password",
          "passwd",
          "passphrase",
          "pass",
          "pwd",
          "secret",
          "token",
          "apikey",
          "api_key",
          "api-key",
          "access_key",
          "accesskey",
          "authorization",
          "key");

  /** Fields whose value is who somebody is. */
  private static final Set<String> NAME =
      Set.of(
          "user",
          "username",
          "user_name",
          "sasl_username",
          "login",
          "logon",
          "uid",
          "cn",
          "authid",
          "set_id",
          "auth_id",
          "authenticated_user",
          "account");

  /** Words between a field and its value that are no value. */
  private static final List<String> SCHEMES = List.of("bearer ", "basic ");

  /** How the keys begin that services issue. */
  private static final List<String> ISSUED =
      List.of(
          "SG.",
          "xoxb-",
          "xoxp-",
          "xapp-",
          "AKIA",
          "ASIA",
          "key-",
          "sk_",
          "ya29.",
          "xkeysib-",
          "xsmtpsib-",
          "eyJ",
          "AIza");

  /** After these stand credentials, in base64 or as a token. */
  private static final Set<String> MECHANISMS =
      Set.of("plain", "login", "xoauth2", "oauthbearer", "bearer", "basic");

  private static final int SHORTEST_CREDENTIALS = 8;

  private static final int SHORTEST_KEY = 8;
  private static final int LONGEST_FIELD = 20;

  /** RFC 5321 §4.5.3.1.1. */
  private static final int LONGEST_LOCAL = 64;

  private static final int LONGEST_DOMAIN = 255;

  /** RFC 5321 §4.5.3.1.3; local parts are longer in practice than allowed. */
  private static final int LONGEST_PATH = 256;

  private final String text;
  private final StringBuilder out;
  private int at;

  private Secrets(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /** The text without them; hiding again changes nothing. The work is linear in its length. */
  static String hidden(String text) {
    return new Secrets(text).run();
  }

  private String run() {
    while (at < text.length()) {
      if (isSpelledSign()) {
        hideBefore();
      } else if (displayName() || spacedLocal() || encodedWord()) {
        continue;
      } else if (startsWord()) {
        word();
        continue;
      }
      out.append(text.charAt(at++));
    }
    return out.toString();
  }

  private boolean startsWord() {
    return isWord(text.charAt(at)) && (at == 0 || !isWord(text.charAt(at - 1)));
  }

  private void word() {
    for (String beginning : ISSUED) {
      int end = text.startsWith(beginning, at) ? endOfValue(at, false) : at;
      if (end - at >= beginning.length() + SHORTEST_KEY) {
        out.append(beginning).append('…');
        at = end;
        return;
      }
    }
    int end = at;
    while (end < text.length() && isWord(text.charAt(end))) {
      end++;
    }
    if (isFilledBase64(at, end)) {
      value(at, false);
      return;
    }
    String word = end - at > LONGEST_FIELD ? "" : text.substring(at, end).toLowerCase(Locale.ROOT);
    out.append(text, at, end);
    boolean said = word.equals("user") && endsWith("for user");
    at = end;
    if (isSecret(word)) {
      value(separator(":="), false);
    } else if (MECHANISMS.contains(word) && isCredentials(at + 1)) {
      value(at + 1, false);
    } else if (NAME.contains(word)) {
      int from = separator("=");
      value(from > 0 ? from : word.equals("user") ? named(said) : 0, true);
    } else if (word.equals("here") && endsWith("user here")) {
      value(text.startsWith(": ", at) ? at + 2 : 0, true);
    }
  }

  /** A field that is told to nobody, by whatever longer name: {@code x-api-key}, {@code -pass}. */
  private static boolean isSecret(String field) {
    if (SECRET.contains(field)) {
      return true;
    }
    int last = Math.max(field.lastIndexOf('-'), field.lastIndexOf('_'));
    return last >= 0 && SECRET.contains(field.substring(last + 1));
  }

  /** Whether here stands what no word of a language is: letters of both cases, or with digits. */
  private boolean isCredentials(int from) {
    if (!text.startsWith(" ", from - 1)) {
      return false;
    }
    int end = endOfValue(from, false);
    boolean large = false;
    boolean small = false;
    boolean other = false;
    for (int i = from; i < end; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        return false;
      }
      large |= i > from && Character.isUpperCase(c);
      small |= Character.isLowerCase(c);
      other |= Character.isDigit(c) || c == '=' || c == '+';
    }
    return end - from >= SHORTEST_CREDENTIALS && small && (large || other);
  }

  /** Base64 that is filled up, wherever it stands. */
  private boolean isFilledBase64(int from, int end) {
    int to = end;
    while (to < text.length() && to - end < 2 && text.charAt(to) == '=') {
      to++;
    }
    boolean ends = to == text.length() || Character.isWhitespace(text.charAt(to));
    return to > end && ends && (to - from) % 4 == 0 && isCredentials(from);
  }

  /** The name before an address: {@code "Some Body" <s…@example.com>}. */
  private boolean displayName() {
    if (text.charAt(at) != '"') {
      return false;
    }
    // Both marks are escaped, as in JSON, or neither is: else they are no pair, but part of a
    // quoted local part, which the mask must still find whole.
    String mark = isEscaped(at) ? "\\\"" : "\"";
    int end = next(mark, at + 1);
    int after = end + mark.length();
    boolean named =
        end - at > 2
            && !isEscaped(end)
            && text.startsWith(" <", after)
            && next("@", after + 2) >= 0
            && isName(at + 1, end);
    if (named) {
      out.append('"').appendCodePoint(text.codePointAt(at + 1)).append('…').append(mark);
      at = after;
    }
    return named;
  }

  /** Where a sign stands next, no farther than a path reaches; -1 if it does not. */
  private int next(String sign, int from) {
    int last = Math.min(from + LONGEST_PATH, text.length() - 1);
    for (int i = from; i <= last; i++) {
      if (text.startsWith(sign, i)) {
        return i;
      }
    }
    return -1;
  }

  private boolean isEscaped(int mark) {
    return mark > 0 && text.charAt(mark - 1) == '\\';
  }

  /** What holds an address or was masked is no name, or masking again would mask more. */
  private boolean isName(int from, int to) {
    for (int i = from; i < to; i++) {
      if ("@<>…".indexOf(text.charAt(i)) >= 0) {
        return false;
      }
    }
    return true;
  }

  /** Words between angle brackets that make an address, though no standard has them so. */
  private boolean spacedLocal() {
    if (text.charAt(at) != '<') {
      return false;
    }
    int end = at + 1;
    boolean spaced = false;
    if (end == text.length() || text.charAt(end) == ' ') {
      return false;
    }
    while (end < text.length()
        && end - at <= LONGEST_LOCAL
        && "@<>\":=…".indexOf(text.charAt(end)) < 0) {
      spaced |= text.charAt(end) == ' ';
      end++;
    }
    boolean isLocal = spaced && end < text.length() && text.charAt(end) == '@';
    if (isLocal) {
      out.append('<').appendCodePoint(text.codePointAt(at + 1)).append('…');
      at = end;
    }
    return isLocal;
  }

  /** A word of RFC 2047 in base64, in which nobody sees what stands. */
  private boolean encodedWord() {
    int charset = text.startsWith("=?", at) ? text.indexOf('?', at + 2) : -1;
    if (charset - at > LONGEST_FIELD || !text.regionMatches(true, charset, "?b?", 0, 3)) {
      return false;
    }
    int from = charset + 3;
    int end = from;
    while (end < text.length()
        && (isWord(text.charAt(end)) || "+/=".indexOf(text.charAt(end)) >= 0)) {
      end++;
    }
    if (end == from) {
      return false;
    }
    out.append(text, at, from).append('…');
    at = end;
    return true;
  }

  private boolean endsWith(String words) {
    int start = out.length() - words.length();
    return start >= 0 && out.substring(start).equalsIgnoreCase(words);
  }

  /** Where the value begins after a separator; 0 if none follows. */
  private int separator(String signs) {
    int from = at;
    while (from < text.length() && from - at < 3 && " \"'".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    if (from >= text.length() || signs.indexOf(text.charAt(from)) < 0) {
      return 0;
    }
    from++;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, from, scheme, 0, scheme.length())) {
        from += scheme.length();
      }
    }
    return from;
  }

  /** Where a name begins that follows the word user: quoted, or any after "for user". */
  private int named(boolean any) {
    int from = text.startsWith(": ", at) ? at + 2 : text.startsWith(" ", at) ? at + 1 : 0;
    boolean quoted = from < text.length() && isQuote(text.charAt(from));
    return any || quoted ? from : 0;
  }

  /** Hides the value that begins at a place after this one, if there is one. */
  private void value(int from, boolean keepFirst) {
    if (from == 0) {
      return;
    }
    int start = from;
    while (start < text.length() && isQuote(text.charAt(start))) {
      start++;
    }
    int end = endOfValue(start, keepFirst);
    int kept = end > start && keepFirst ? Character.charCount(text.codePointAt(start)) : 0;
    boolean hidden = text.startsWith("…", start) || text.startsWith("…", start + kept);
    if (end == start || hidden) {
      return;
    }
    out.append(text, at, start).append(text, start, start + kept).append('…');
    at = end;
  }

  /**
   * Where a value ends.
   *
   * @param name whether it may be the local part of an address, whose domain may be read
   */
  private int endOfValue(int start, boolean name) {
    int end = start;
    while (end < text.length()
        && !Character.isWhitespace(text.charAt(end))
        && "\"'<>,;)]}…".indexOf(text.charAt(end)) < 0
        && !(name && text.charAt(end) == '@')) {
      end++;
    }
    return end;
  }

  /** Whether a sign of an address is written out here: {@code (at)}, {@code @} between spaces. */
  private boolean isSpelledSign() {
    char c = text.charAt(at);
    if (c == '(' || c == '[' || c == '{') {
      return text.regionMatches(true, at + 1, "at", 0, 2)
          && at + 3 < text.length()
          && ")]}".indexOf(text.charAt(at + 3)) >= 0;
    }
    if (c != ' ') {
      return false;
    }
    if (text.startsWith(" @", at)) {
      return text.startsWith(" ", at + 2) || isDomain(at + 2);
    }
    return text.regionMatches(true, at, " at ", 0, 4)
        && (isSpelledDomain(at + 4) || (isDomain(at + 4) && isLocalBefore()));
  }

  /** Words have no dots within; a host that is spoken of has two or more names, as has a domain. */
  private boolean isLocalBefore() {
    int start = startOfLocal(out.length());
    String local = out.substring(start);
    int dot = Math.max(local.indexOf('.', 1), local.indexOf('_', 1));
    return dot >= 1 && dot < local.length() - 1;
  }

  /** {@code example dot com} */
  private boolean isSpelledDomain(int from) {
    int end = from;
    while (end < text.length() && end - from < LONGEST_LOCAL && isWord(text.charAt(end))) {
      end++;
    }
    return end > from && text.regionMatches(true, end, " dot ", 0, 5);
  }

  private boolean isDomain(int from) {
    int end = from;
    int dot = -1;
    while (end < text.length()
        && end - from < LONGEST_DOMAIN
        && (isWord(text.charAt(end)) || text.charAt(end) == '.')) {
      if (text.charAt(end) == '.') {
        dot = end;
      }
      end++;
    }
    return dot > from && end - dot > 2;
  }

  private void hideBefore() {
    int end = out.length();
    while (end > 0 && (isQuote(out.charAt(end - 1)) || out.charAt(end - 1) == ' ')) {
      end--;
    }
    int start = startOfLocal(end);
    if (start < end && out.charAt(start) != '…') {
      int first = start + Character.charCount(out.codePointAt(start));
      out.replace(first, end, "…");
    }
  }

  private int startOfLocal(int end) {
    int start = end;
    while (start > 0 && end - start < LONGEST_LOCAL && isLocal(out.charAt(start - 1))) {
      start--;
    }
    return start;
  }

  private static boolean isLocal(char c) {
    return isWord(c) || c == '.' || c == '+' || c == '…';
  }

  private static boolean isWord(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-';
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'' || c == '<';
  }
}
