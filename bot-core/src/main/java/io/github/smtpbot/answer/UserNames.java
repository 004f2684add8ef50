package io.github.smtpbot.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Hides who somebody is where a reply names them without the sign of an address: {@code User
 * some.body unknown}. Whether a word is a name is told by what stands beside it, and by how it is
 * written: no word of a language has a dot or an underscore within. A bare word, {@code bob}, is
 * known for a name only where nothing else can stand.
 */
final class UserNames {

  /** After these comes a name, or what is said of it. */
  private static final Set<String> NOUNS =
      Set.of("user", "username", "mailbox", "account", "recipient", "login", "userid", "addressee");

  /** What may be said of a name that goes before. */
  private static final Set<String> SAID =
      Set.of(
          "unknown",
          "not",
          "does",
          "doesn't",
          "is",
          "isn't",
          "was",
          "has",
          "cannot",
          "rejected",
          "disabled");

  /** What may be said of a name after a colon. */
  private static final Set<String> SAID_AFTER_COLON =
      Set.of("user", "unknown", "no", "mailbox", "recipient", "invalid");

  /** Before a noun, they say that there is nobody of the name that follows. */
  private static final Set<String> NOBODY = Set.of("unknown", "such");

  /** Whoever does that has a name. */
  private static final Set<String> LOGS_IN =
      Set.of("login", "logged", "logging", "in", "authenticate", "authenticated", "auth", "logon");

  /** A login fails for somebody. */
  private static final Set<String> FAILED =
      Set.of("failed", "failure", "unsuccessful", "rejected", "denied", "error");

  /** How the last label of a host is written where it has more than two letters. */
  private static final Set<String> DOMAINS =
      Set.of(
          "com",
          "net",
          "org",
          "edu",
          "gov",
          "mil",
          "int",
          "biz",
          "info",
          "name",
          "pro",
          "app",
          "dev",
          "cloud",
          "online",
          "shop",
          "site",
          "xyz",
          "mail",
          "email",
          "local",
          "localdomain",
          "lan",
          "internal",
          "arpa",
          "example",
          "invalid",
          "test");

  private static final int LONGEST = 64;
  private static final String OPEN = "\"'<([{`";
  private static final String CLOSE = "\"'>)]}`,;:!?";

  private final String text;
  private final List<Word> words = new ArrayList<>();

  /** A word between spaces, and what of it stands between its marks. */
  private record Word(int start, int end, int from, int to, String core) {}

  private UserNames(String text) {
    this.text = text;
    int at = 0;
    while (at < text.length()) {
      int end = at;
      while (end < text.length() && text.charAt(end) != ' ') {
        end++;
      }
      if (end > at) {
        words.add(word(at, end));
      }
      at = end + 1;
    }
  }

  /** The line without them; hiding again changes nothing. The work is linear in its length. */
  static String hidden(String line) {
    return new UserNames(line).run();
  }

  private Word word(int start, int end) {
    int from = start;
    int to = end;
    while (from < to && OPEN.indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && (CLOSE.indexOf(text.charAt(to - 1)) >= 0 || text.charAt(to - 1) == '.')) {
      to--;
    }
    // Of a longer one nobody asks what it says.
    String core = to - from > LONGEST ? "" : text.substring(from, to).toLowerCase(Locale.ROOT);
    return new Word(start, end, from, to, core);
  }

  private String run() {
    StringBuilder out = new StringBuilder(text.length());
    int copied = 0;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      if (isLoggedIn(i, word) || (isPlain(word.core()) && isName(i, word))) {
        int first = word.from() + Character.charCount(text.codePointAt(word.from()));
        out.append(text, copied, first).append('…');
        copied = word.to();
      }
    }
    return out.append(text, copied, text.length()).toString();
  }

  /**
   * Whether somebody logs in by this: {@code login as somebody/password}, {@code authenticated as
   * somebody}; behind {@code with} only where a sign parts two.
   */
  private boolean isLoggedIn(int at, Word word) {
    String before = core(at - 1);
    boolean logs = LOGS_IN.contains(core(at - 2)) && word.core().length() > 1;
    boolean pair = word.core().chars().anyMatch(c -> c == '/' || c == ':' || c == '%');
    boolean fails = FAILED.contains(core(at + 1));
    return logs && ((before.equals("as") && (pair || fails)) || (before.equals("with") && pair));
  }

  private boolean isName(int at, Word word) {
    String before = core(at - 1);
    // No such user - some.body
    int noun = before.equals("-") ? at - 2 : at - 1;
    boolean marked = "\"'<`".indexOf(text.charAt(word.start())) >= 0;
    boolean login = isLogin(word.core());
    if (NOUNS.contains(core(noun)) && !endsSentence(noun)) {
      return login || isAlone(noun, at) || (marked && !NOUNS.contains(word.core()));
    }
    if (before.equals("of") && core(at - 2).equals("name")) {
      return true;
    }
    if (before.equals("name") && core(at - 2).equals("that")) {
      return text.charAt(word.start()) == '(';
    }
    if (before.equals("for") && FAILED.contains(core(at - 2))) {
      return login && !isHost(word.core());
    }
    String after = core(at + 1);
    if (after.equals("user") && text.startsWith("...", word.to())) {
      return true;
    }
    return login
        && !isHost(word.core())
        && isLowerCase(word)
        && ((word.to() == word.end() || marked)
            ? SAID.contains(after)
            : text.charAt(word.to()) == ':' && SAID_AFTER_COLON.contains(after));
  }

  /** Whether it ends the line after {@code Unknown user:}, so that nothing else can be meant. */
  private boolean isAlone(int noun, int at) {
    return at == words.size() - 1
        && NOBODY.contains(core(noun - 1))
        && text.charAt(words.get(noun).end() - 1) == ':';
  }

  private String core(int at) {
    return at < 0 || at >= words.size() ? "" : words.get(at).core();
  }

  private boolean endsSentence(int at) {
    Word word = words.get(at);
    char last = text.charAt(word.end() - 1);
    return last == '.' || last == ';' || last == ',';
  }

  /** Names of classes and of errors have capitals; a login seldom has. */
  private boolean isLowerCase(Word word) {
    return text.substring(word.from(), word.to()).equals(word.core());
  }

  /** Whether nothing in it shows that it is something else, or is hidden already. */
  private static boolean isPlain(String core) {
    return core.length() > 1 && core.chars().noneMatch(c -> "@=/:…*<>()".indexOf(c) >= 0);
  }

  /** Whether it is written as no word of a language is. */
  private static boolean isLogin(String core) {
    int within = Math.max(core.indexOf('.', 1), core.indexOf('_', 1));
    return within >= 1 && within < core.length() - 1 && Character.isLetter(core.charAt(0));
  }

  private static boolean isHost(String login) {
    String last = login.substring(login.lastIndexOf('.') + 1);
    return last.length() < 3 || DOMAINS.contains(last);
  }
}
