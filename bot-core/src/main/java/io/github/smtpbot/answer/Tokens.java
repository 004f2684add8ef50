package io.github.smtpbot.answer;

import io.github.smtpbot.answer.Shareable.Asked;
import io.github.smtpbot.answer.Shareable.Found;
import io.github.smtpbot.answer.Shareable.Group;
import io.github.smtpbot.answer.Shareable.Groups;
import io.github.smtpbot.answer.Shareable.Kept;
import io.github.smtpbot.answer.Shareable.Quoted;
import io.github.smtpbot.answer.Shareable.Sign;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.diagnosis.Evidence;
import io.github.smtpbot.diagnosis.Finding.Contradiction;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes a {@link Shareable} as a token and reads it back. A token is not trusted: what was not
 * written here, or by another version, is none.
 *
 * <p>{@code 1?252 vs 501} is a question; {@code 1~econnrefused} is an error that a program wrote.
 * {@code 1!550;5.1.1;cause;provider;rule;p95;phase;signs words} is a finding, its labels as {@link
 * CatalogKey}s; {@code a95m5} is one that a program tells of, which has to wait for five minutes.
 * {@code 1+rest;kinds;delivered|count!550;5.1.1;…|…} are several findings without signs and words,
 * the numbers in base 36. {@code 1=id} is a summary that is kept under that id.
 */
final class Tokens {

  private static final String QUESTION = "1?";
  private static final String ERROR = "1~";
  private static final String FINDING = "1!";
  private static final String GROUPS = "1+";
  private static final String KEPT = "1=";
  private static final int ID = 32;
  private static final int FIELDS = 8;

  /** Of a number that is counted; what is more is not told exactly. */
  private static final int MAX_COUNT = 36 * 36 * 36 * 36 - 1;

  private static final int MAX_KINDS = 36 * 36 - 1;
  private static final int MAX_DIGITS = 4;

  /** How many numbers stand before the groups. */
  private static final int COUNTS = 3;

  /** The longest token of one finding with its words. */
  private static final int MAX_FINDING = 400;

  private static final int MAX_PROVIDER = 24;
  private static final int MAX_SIGNS = 4;

  /** A kind, and two digits of base 36 each for where it begins and how long it is. */
  private static final int SIGN = 5;

  private static final int BASE = 36;

  /** The letter of a unit, and a number of it. */
  private static final int MAX_WAIT = 3;

  /** How it ended, in the order of the numbers below; in a program, and elsewhere. */
  private static final String ELSEWHERE = "ptu";

  private static final String IN_PROGRAM = "abc";
  private static final int PERMANENT = 0;
  private static final int TRANSIENT = 1;
  private static final int UNKNOWN = 2;

  private Tokens() {}

  static String write(Asked asked) {
    return QUESTION + asked.question();
  }

  static String write(Kept kept) {
    return KEPT + kept.id();
  }

  static String write(Groups groups) {
    StringBuilder token = new StringBuilder(GROUPS);
    token.append(counted(groups.rest(), MAX_COUNT)).append(';');
    token.append(counted(groups.restKinds(), MAX_KINDS)).append(';');
    token.append(counted(groups.delivered(), MAX_COUNT));
    for (Group group : groups.groups()) {
      token.append('|').append(counted(group.count(), MAX_COUNT)).append('!');
      token.append(fields(group.found().labels()));
    }
    return token.toString();
  }

  private static String counted(int count, int most) {
    return Integer.toString(Math.min(count, most), BASE);
  }

  static String write(Quoted error) {
    return ERROR + error.form();
  }

  static String write(Found found) {
    String token = FINDING + fields(found);
    return found.words().isEmpty() ? token : token + " " + found.words();
  }

  private static String fields(Found found) {
    StringBuilder token = new StringBuilder();
    token.append(found.replyCode() == null ? "" : found.replyCode().text()).append(';');
    token.append(found.enhanced() == null ? "" : found.enhanced().text()).append(';');
    token.append(CatalogKey.of(found.cause())).append(';');
    token.append(found.provider()).append(';').append(found.rule()).append(';');
    token.append(ends(found));
    token.append(String.format(Locale.ROOT, "%02d", found.certainty()));
    for (Contradiction contradiction : Contradiction.values()) {
      if (found.contradictions().contains(contradiction)) {
        token.append(letter(contradiction));
      }
    }
    if (found.retryAfter() != null) {
      WaitTime wait = WaitTime.of(found.retryAfter());
      token.append(letter(wait.unit())).append(Long.toString(wait.count(), BASE));
    }
    token.append(';').append(found.phase() == null ? "" : CatalogKey.of(found.phase())).append(';');
    for (Sign sign : found.signs()) {
      token
          .append(letter(sign.kind()))
          .append(twoDigits(sign.start()))
          .append(twoDigits(sign.length()));
    }
    return token.toString();
  }

  static Optional<Shareable> read(String token) {
    if (token.length() > Shareable.MAX_TOKEN) {
      return Optional.empty();
    }
    if (token.startsWith(QUESTION)) {
      return Optional.ofNullable(question(token.substring(QUESTION.length())));
    }
    if (token.startsWith(ERROR)) {
      return Optional.ofNullable(question(token.substring(ERROR.length())))
          .map(asked -> new Quoted(asked.question()));
    }
    if (token.startsWith(GROUPS)) {
      return Optional.ofNullable(groups(token.substring(GROUPS.length())))
          .filter(groups -> groups.token().equals(token))
          .map(Shareable.class::cast);
    }
    if (token.startsWith(KEPT)) {
      return Optional.ofNullable(kept(token.substring(KEPT.length())));
    }
    return token.startsWith(FINDING) && token.length() <= MAX_FINDING
        ? Optional.ofNullable(finding(token.substring(FINDING.length())))
        : Optional.empty();
  }

  /** Whether all of it was written here, the caller sees by writing it anew. */
  private static @Nullable Groups groups(String text) {
    String[] parts = text.split("\\|", -1);
    int[] counts = counts(parts[0].split(";", -1));
    if (counts.length != COUNTS || parts.length - 1 > Groups.MAX_GROUPS || parts.length < 2) {
      return null;
    }
    List<Group> groups = new ArrayList<>();
    for (String part : List.of(parts).subList(1, parts.length)) {
      int mark = part.indexOf('!');
      int[] count = counts(part.substring(0, Math.max(0, mark)));
      Found found = mark < 0 ? null : finding(part.substring(mark + 1));
      if (count.length != 1 || count[0] == 0 || found == null) {
        return null;
      }
      groups.add(new Group(count[0], found));
    }
    return new Groups(List.copyOf(groups), counts[0], counts[1], counts[2]);
  }

  /** These numbers; none at all if one of them is none. */
  private static int[] counts(String... texts) {
    int[] counts = new int[texts.length];
    for (int i = 0; i < texts.length; i++) {
      boolean sound = !texts[i].isEmpty() && texts[i].length() <= MAX_DIGITS;
      counts[i] = sound ? number(texts[i], BASE) : -1;
      if (counts[i] < 0) {
        return new int[0];
      }
    }
    return counts;
  }

  private static @Nullable Kept kept(String id) {
    boolean sound =
        id.length() == ID
            && id.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
    return sound ? new Kept(id) : null;
  }

  /** A short line; null if it is none, or shows anything that is masked. */
  private static @Nullable Asked question(String text) {
    Asked asked = Asked.of(text);
    return asked != null && asked.question().equals(text) ? asked : null;
  }

  private static @Nullable Found finding(String text) {
    int space = text.indexOf(' ');
    String words = space < 0 ? "" : text.substring(space + 1);
    String[] fields = (space < 0 ? text : text.substring(0, space)).split(";", -1);
    if (fields.length != FIELDS || !Quotation.of(words).equals(words)) {
      return null;
    }
    Code replyCode = code(fields[0]);
    Code enhanced = code(fields[1]);
    Cause cause = CatalogKey.label(Cause.class, fields[2]);
    String standing = fields[5];
    Command phase = CatalogKey.label(Command.class, fields[6]);
    List<Sign> signs = signs(fields[7]);
    boolean sound =
        (replyCode instanceof ReplyCode || fields[0].isEmpty())
            && (enhanced instanceof EnhancedStatusCode || fields[1].isEmpty())
            && isName(fields[3], MAX_PROVIDER)
            && isName(fields[4], CatalogKey.LENGTH)
            && (phase != null || fields[6].isEmpty())
            && standing.length() >= 3
            && (ELSEWHERE + IN_PROGRAM).indexOf(Character.toLowerCase(standing.charAt(0))) >= 0;
    String letters = sound ? standing.substring(3) : "";
    int wait = startOfWait(letters);
    WaitTime time = wait < letters.length() ? waitTime(letters.substring(wait)) : null;
    boolean timeIsSound = time != null || wait == letters.length();
    Set<Contradiction> contradictions = sound ? contradictions(letters.substring(0, wait)) : null;
    int certainty = sound ? number(standing.substring(1, 3), 10) : -1;
    if (cause == null || signs == null || contradictions == null || certainty < 0 || !timeIsSound) {
      return null;
    }
    char ends = Character.toLowerCase(standing.charAt(0));
    boolean inProgram = IN_PROGRAM.indexOf(ends) >= 0;
    int kind = (inProgram ? IN_PROGRAM : ELSEWHERE).indexOf(ends);
    return new Found(
        (ReplyCode) replyCode,
        (EnhancedStatusCode) enhanced,
        cause,
        fields[3],
        fields[4],
        kind == UNKNOWN ? null : kind == PERMANENT,
        Character.isUpperCase(standing.charAt(0)),
        certainty,
        inProgram,
        time == null ? null : time.duration(),
        phase,
        contradictions,
        signs,
        words);
  }

  /**
   * How it ended; of what a program tells, another letter; a capital if the text tells so of a
   * message.
   */
  private static char ends(Found found) {
    String letters = found.inProgram() ? IN_PROGRAM : ELSEWHERE;
    Boolean permanent = found.permanent();
    char end = letters.charAt(permanent == null ? UNKNOWN : permanent ? PERMANENT : TRANSIENT);
    return found.ofMessage() ? Character.toUpperCase(end) : end;
  }

  /** Where the letter of a unit of time stands; behind the last letter if none does. */
  private static int startOfWait(String letters) {
    for (int i = 0; i < letters.length(); i++) {
      if (unit(letters.charAt(i)) != null) {
        return i;
      }
    }
    return letters.length();
  }

  private static @Nullable WaitTime waitTime(String text) {
    WaitTime.Unit unit = unit(text.charAt(0));
    int count = text.length() > MAX_WAIT ? -1 : number(text.substring(1), BASE);
    return unit == null || count <= 0 ? null : new WaitTime(unit, count);
  }

  private static WaitTime.@Nullable Unit unit(char letter) {
    for (WaitTime.Unit unit : WaitTime.Unit.values()) {
      if (letter(unit) == letter) {
        return unit;
      }
    }
    return null;
  }

  private static char letter(WaitTime.Unit unit) {
    return switch (unit) {
      case SECONDS -> 's';
      case MINUTES -> 'm';
      case HOURS -> 'h';
    };
  }

  private static @Nullable Code code(String text) {
    return Codes.parse(text).filter(code -> code.text().equals(text)).orElse(null);
  }

  private static boolean isName(String text, int limit) {
    return text.length() <= limit && text.chars().allMatch(Tokens::isPlain);
  }

  private static @Nullable Set<Contradiction> contradictions(String letters) {
    Set<Contradiction> read = EnumSet.noneOf(Contradiction.class);
    for (Contradiction contradiction : Contradiction.values()) {
      if (letters.indexOf(letter(contradiction)) >= 0) {
        read.add(contradiction);
      }
    }
    return read.size() == letters.length() ? Set.copyOf(read) : null;
  }

  private static @Nullable List<Sign> signs(String text) {
    if (text.length() % SIGN != 0 || text.length() > SIGN * MAX_SIGNS) {
      return null;
    }
    List<Sign> signs = new ArrayList<>();
    for (int i = 0; i < text.length(); i += SIGN) {
      Evidence.Kind kind = kind(text.charAt(i));
      int start = number(text.substring(i + 1, i + 3), BASE);
      int length = number(text.substring(i + 3, i + SIGN), BASE);
      if (kind == null || start < 0 || length < 0) {
        return null;
      }
      signs.add(new Sign(kind, start, length));
    }
    return List.copyOf(signs);
  }

  private static String twoDigits(int number) {
    return new String(
        new char[] {
          Character.forDigit(number / BASE, BASE), Character.forDigit(number % BASE, BASE)
        });
  }

  /** The number that these digits and letters in lower case write; -1 if they write none. */
  private static int number(String digits, int base) {
    int number = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      int digit = isPlain(c) ? Character.digit(c, base) : -1;
      if (digit < 0) {
        return -1;
      }
      number = number * base + digit;
    }
    return number;
  }

  private static boolean isPlain(int c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z');
  }

  private static Evidence.@Nullable Kind kind(char letter) {
    for (Evidence.Kind kind : Evidence.Kind.values()) {
      if (letter(kind) == letter) {
        return kind;
      }
    }
    return null;
  }

  private static char letter(Evidence.Kind kind) {
    return switch (kind) {
      case PROVIDER_TOKEN -> 't';
      case PHRASE -> 'p';
      case ENHANCED_STATUS_CODE -> 'e';
      case REPLY_CODE -> 'r';
      case CONTEXT -> 'c';
    };
  }

  private static char letter(Contradiction contradiction) {
    return switch (contradiction) {
      case CLASSES_DIFFER -> 'd';
      case PERMANENT_SAYS_RETRY -> 'r';
      case TRANSIENT_SAYS_FINAL -> 'f';
    };
  }
}
