package io.github.smtpbot.answer;

import java.util.Locale;
import java.util.Set;

/**
 * Hides whose mailbox or home the path of a folder is: {@code /var/mail/some.body}, {@code
 * maildir:/home/somebody/Maildir}. What follows the folder that holds them all is left out, for a
 * path may name the domain, the user, or both, in any order. Links, and paths of other folders,
 * stay.
 */
final class MailboxPaths {

  /** Folders that hold one of each user, in lower case. */
  private static final Set<String> HOLDERS =
      Set.of(
          "home",
          "users",
          "mail",
          "vmail",
          "mails",
          "mailbox",
          "mailboxes",
          "maildir",
          "maildirs",
          "mbox",
          "mdbox",
          "sdbox",
          "mailstore",
          "vhosts",
          "virtual",
          "vpopmail");

  /** How the places of mailboxes begin in Dovecot. */
  private static final Set<String> SCHEMES = Set.of("maildir", "mbox", "mdbox", "sdbox", "dbox");

  /** A path may begin behind these. */
  private static final String OPENING = ":=\"'([<{`";

  /** What ends a path. */
  private static final String CLOSING = " \t\"')]>}`,;|";

  private static final int LONGEST_NAME = "mailboxes".length();

  /** So far into a path the folder is looked for that holds them all. */
  private static final int LONGEST_PATH = 256;

  private final String text;
  private final StringBuilder out;
  private int at;

  private MailboxPaths(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length());
  }

  /** The line without them; hiding again changes nothing. The work is linear in its length. */
  static String hidden(String line) {
    return new MailboxPaths(line).run();
  }

  private String run() {
    while (at < text.length()) {
      char c = text.charAt(at);
      int keep =
          isSeparator(c) && begins() ? kept(at, Math.min(at + LONGEST_PATH, text.length())) : -1;
      if (c == ':' && isScheme()) {
        keep = at + 1;
      }
      if (keep < 0) {
        out.append(c);
        at++;
        continue;
      }
      int end = endOf(at);
      // What is kept ends before the path does. A colon goes on with what is said of it.
      out.append(text, at, keep).append(text.charAt(end - 1) == ':' ? "…:" : "…");
      at = end;
    }
    return out.toString();
  }

  private static boolean isSeparator(char c) {
    return c == '/' || c == '\\';
  }

  /** Whether a path begins here: it is no link, and no page of a host. */
  private boolean begins() {
    if (text.startsWith("//", at)) {
      return false;
    }
    char before = at == 0 ? ' ' : text.charAt(at - 1);
    return before == ' ' || before == '~' || OPENING.indexOf(before) >= 0;
  }

  private int endOf(int from) {
    int end = from;
    while (end < text.length() && CLOSING.indexOf(text.charAt(end)) < 0) {
      end++;
    }
    return end;
  }

  private static boolean isHolder(String name) {
    return HOLDERS.contains(name.toLowerCase(Locale.ROOT));
  }

  /** Up to where a path is told; -1 if all of it is. */
  private int kept(int from, int limit) {
    int name = from + 1;
    int first = -1;
    for (int i = from + 1; ; i++) {
      boolean end = i == limit || CLOSING.indexOf(text.charAt(i)) >= 0;
      if (end || isSeparator(text.charAt(i))) {
        boolean holder = i - name <= LONGEST_NAME && isHolder(text.substring(name, i));
        if (holder) {
          // The last folder is within the user's own.
          boolean within = !end && i + 1 < text.length() && CLOSING.indexOf(text.charAt(i + 1)) < 0;
          return within ? i + 1 : last(from, first, name, text.substring(name, i));
        }
        if (end) {
          return -1;
        }
        first = first < 0 ? i + 1 : first;
        name = i + 1;
      }
    }
  }

  /** The same where the folder is the path's last: the user's own, or the one of all. */
  private static int last(int from, int first, int name, String folder) {
    boolean own = SCHEMES.contains(folder.toLowerCase(Locale.ROOT));
    if (name > first && first > 0) {
      return first;
    }
    return own && first > 0 ? from + 1 : -1;
  }

  /** {@code maildir:}, whatever follows. */
  private boolean isScheme() {
    int from = at;
    while (from > 0 && at - from < LONGEST_NAME && Character.isLetter(text.charAt(from - 1))) {
      from--;
    }
    boolean goesOn = at + 1 < text.length() && "/~%".indexOf(text.charAt(at + 1)) >= 0;
    return goesOn && SCHEMES.contains(text.substring(from, at).toLowerCase(Locale.ROOT));
  }
}
