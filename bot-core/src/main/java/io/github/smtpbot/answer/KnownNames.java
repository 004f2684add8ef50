package io.github.smtpbot.answer;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Hides the local part of an address where it stands alone, when the text, or the report it is
 * from, shows the address too: {@code Final-Recipient: some.body@example.com}, {@code 550 some.body
 * unknown}.
 */
final class KnownNames {

  /** So many addresses of a text are remembered. */
  private static final int MOST = 16;

  private static final int SHORTEST = 3;
  private static final int LONGEST = 64;

  /** Who receives by such a name is nobody in particular (RFC 2142), or the word is a reply's. */
  private static final Set<String> ANYBODY =
      Set.of(
          ("postmaster hostmaster webmaster abuse noc security info support "
                  + "sales marketing mail mailer-daemon root admin administrator help "
                  + "news list owner office contact bounce bounces noreply no-reply user "
                  + "users unknown recipient sender mailbox account address host relay "
                  + "spam test message rejected error smtp the not for")
              .split(" "));

  private KnownNames() {}

  /**
   * The text without them; hiding again changes nothing. The work is linear in its length.
   *
   * @param also an address that is known besides, or null
   */
  static String hidden(String text, @Nullable String also) {
    Set<String> names = new LinkedHashSet<>();
    if (also != null) {
      add(names, also, also.lastIndexOf('@'));
    }
    for (int at = text.indexOf('@');
        at >= 0 && names.size() < MOST;
        at = text.indexOf('@', at + 1)) {
      add(names, text, at);
    }
    String hidden = text;
    for (String name : names) {
      hidden = without(hidden, name);
    }
    return hidden;
  }

  /** Remembers what stands before a sign. */
  private static void add(Set<String> names, String text, int sign) {
    int end = Math.max(sign, 0);
    int start = end;
    while (start > 0 && end - start <= LONGEST && isPart(text.charAt(start - 1))) {
      start--;
    }
    String name = text.substring(start, end).toLowerCase(Locale.ROOT);
    boolean named = name.chars().anyMatch(Character::isLetter) && !name.contains("…");
    if (named && name.length() >= SHORTEST && name.length() <= LONGEST && !ANYBODY.contains(name)) {
      names.add(name);
    }
  }

  private static String without(String text, String name) {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (int at = 0; at + name.length() <= text.length(); at++) {
      int end = at + name.length();
      if (text.regionMatches(true, at, name, 0, name.length())
          && (at == 0 || (!isPart(text.charAt(at - 1)) && text.charAt(at - 1) != '#'))
          && (end == text.length() || !goesOn(text, end))) {
        int first = at + Character.charCount(text.codePointAt(at));
        out.append(text, copied, first).append('…');
        copied = end;
        at = end - 1;
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Whether the word is longer, or the local part of an address, which is masked as such. */
  private static boolean goesOn(String text, int end) {
    char c = text.charAt(end);
    boolean dot = c == '.' && end + 1 < text.length() && isPart(text.charAt(end + 1));
    return c == '@' || c == '…' || dot || (c != '.' && isPart(c));
  }

  private static boolean isPart(char c) {
    return Character.isLetterOrDigit(c) || "._-+'…".indexOf(c) >= 0;
  }
}
