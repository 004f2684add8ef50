package io.github.smtpbot.answer;

import java.util.Comparator;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Hides whose address it is in text that others may see: {@code somebody@example.com} becomes
 * {@code s…@example.com}.
 *
 * <p>It knows an address in every form that RFC 5321 and RFC 6531 allow, and as it is written where
 * {@code @} cannot stand: in xtext ({@code somebody+40example.com}, RFC 3461 §4), in a URL ({@code
 * %40}), in quoted-printable ({@code =40}), in HTML and in JSON. What stands before the sign is one
 * local part, whatever is embedded in it. Where it is not plain how far an address reaches, more is
 * hidden rather than less.
 */
public final class Mask {

  private static final char HIDDEN = '…';

  /** A place in the text, and the same place in the masked text. */
  private record Place(int at, int masked) {}

  private static final BinaryOperator<Place> EARLIER =
      BinaryOperator.minBy(Comparator.comparingInt(Place::at));

  private final String text;
  private final StringBuilder masked;
  private Place line = new Place(0, 0);

  /** Where the local part that may be under way begins; null if none is. */
  private @Nullable Place start;

  /** Where the last quoted local part may begin; null if there was no quotation mark. */
  private @Nullable Place quoted;

  /** The same for a mark that is itself escaped, as where all of the text is quoted. */
  private @Nullable Place escaped;

  /** How many backslashes stand just before. */
  private int backslashes;

  private final boolean apart;

  /** What was hidden last, of which the domain is not yet read; null if there is nothing. */
  private @Nullable Hidden hidden;

  /**
   * A local part that was hidden.
   *
   * @param local what it was
   * @param end where what is shown of it ends
   * @param domain where its domain begins in the text
   */
  private record Hidden(String local, int end, int domain) {}

  private Mask(String text, boolean apart) {
    this.text = text;
    this.apart = apart;
    this.masked = new StringBuilder(text.length());
  }

  /**
   * Masks the local part of every address. Masking again changes nothing.
   *
   * <p>Mask before you cut: half an address may not be known for one.
   *
   * @param text any text; the work is linear in its length
   */
  public static String addresses(String text) {
    return new Mask(text, false).run();
  }

  /** The same, but addresses can be told apart, see {@link Masked}. */
  static String apart(String text) {
    return new Mask(text, true).run();
  }

  /**
   * Masks addresses, and whatever else tells who somebody is or lets them in: user names, folders
   * of mailboxes, passwords, keys. Where it changes a text, the text is not for all to see.
   *
   * @param text any text; the work is linear in its length
   */
  public static String everything(String text) {
    return everything(text, null);
  }

  /**
   * The same of what a report says of one recipient, whose name it need not show with the address.
   *
   * @param recipient their address, or null
   */
  static String everything(String text, @Nullable String recipient) {
    return addresses(allButAddresses(text, recipient));
  }

  /** The same, but addresses can be told apart, see {@link Masked}. */
  static String everythingApart(String text, @Nullable String recipient) {
    return apart(allButAddresses(text, recipient));
  }

  private static String allButAddresses(String text, @Nullable String recipient) {
    String unnamed = KnownNames.hidden(text, recipient);
    return UserNames.hidden(MailboxPaths.hidden(Secrets.hidden(unnamed)));
  }

  private String run() {
    for (int at = 0; at < text.length(); ) {
      int sign = start == null ? 0 : AtSign.length(text, at);
      if (start != null && sign > 0) {
        hide(start, at, at + sign);
        // The local part goes on: it may hold a whole address, as in somebody%40a.example@b.
        masked.append(text, at, at + sign);
        backslashes = 0;
        at += sign;
      } else {
        step(at++);
      }
    }
    tellApart(text.length(), hidden);
    return masked.toString();
  }

  /** Puts the first character of a local part in the place of all of it. */
  private void hide(Place from, int end, int domain) {
    masked.setLength(from.masked());
    int first = text.codePointAt(from.at());
    boolean shown = isLocal(text.charAt(from.at())) && first != HIDDEN;
    if (apart && shown) {
      masked.append(Masked.hidden(text.substring(from.at(), end)));
    } else {
      masked.append(shown ? Character.toString(first) : "").append(HIDDEN);
    }
    hidden = apart ? new Hidden(text.substring(from.at(), end), masked.length(), domain) : null;
    // What began within it, begins where it does.
    quoted = quoted == null ? null : EARLIER.apply(quoted, from);
    escaped = escaped == null ? null : EARLIER.apply(escaped, from);
    line = EARLIER.apply(line, from);
  }

  /** Puts behind what was hidden what tells it apart, now that its domain has been read. */
  private void tellApart(int end, @Nullable Hidden last) {
    if (last != null) {
      String domain = text.substring(Math.min(last.domain(), end), end);
      masked.insert(last.end(), Masked.mark(last.local(), domain));
      hidden = null;
    }
  }

  private void step(int at) {
    char c = text.charAt(at);
    if (!isLocal(c)) {
      tellApart(at, hidden);
    }
    if (c == '"') {
      mark(at);
    } else if (!isLocal(c)) {
      start = null;
    } else if (start == null) {
      start = new Place(at, masked.length());
    }
    masked.append(c);
    backslashes = c == '\\' ? backslashes + 1 : 0;
    if (c == '\n') {
      line = new Place(at + 1, masked.length());
    }
  }

  /** A quotation mark: it ends a quoted local part, or begins one. */
  private void mark(int at) {
    boolean ends = at + 1 < text.length() && text.charAt(at + 1) == '.';
    if (ends || AtSign.length(text, at + 1) > 0) {
      start = opening();
      return;
    }
    // Only dots join the words of a local part: first."second word"@example.com.
    boolean joined = start != null && text.charAt(at - 1) == '.';
    Place begins = joined ? start : new Place(at + 1, masked.length() + 1);
    if (backslashes == 0) {
      quoted = begins;
    } else if (backslashes == 1) {
      escaped = begins;
    }
    start = null;
  }

  /** Where the quoted words began that end here; if nobody knows, the line is taken. */
  private Place opening() {
    if (backslashes % 2 == 0 || escaped == null) {
      return quoted == null ? line : quoted;
    }
    return quoted == null ? escaped : EARLIER.apply(quoted, escaped);
  }

  private static boolean isLocal(char c) {
    // RFC 6531 §3.3: every character above ASCII; but not its controls, nor spaces.
    if (c > 0x9f) {
      return !Character.isSpaceChar(c);
    }
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || ".!#$%&'*+/=?^_`{|}~-\\".indexOf(c) >= 0;
  }
}
