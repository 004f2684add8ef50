package io.github.smtpbot.answer;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A reply whose addresses are hidden but can still be told apart: {@code somebody@example.com} is
 * {@code s…y@example.com}, and another address that would read the same can be numbered. It is kept
 * with a hash of each address, so it is to be shown through {@link #shown} only.
 *
 * @param marked the reply on one line; behind each hidden local part stands a hash between two
 *     control characters, which no quoted text has
 */
public record Masked(String marked) {

  /** How much is kept, in characters. */
  public static final int MOST = 600;

  static final char OPEN = '\u0001';
  static final char CLOSE = '\u0002';

  /** RFC 5321 §4.5.3.1.2. */
  private static final int LONGEST_DOMAIN = 255;

  /** Below this length the last letter of a local part would tell too much. */
  private static final int SHORTEST = 4;

  /** What tells addresses apart that read the same. */
  public interface Apart {
    /**
     * Tells which of several an address is.
     *
     * @param shown the address as it is shown
     * @param hash what tells it from others
     * @return 1 for the first that is shown so, 2 for the next
     */
    int number(String shown, String hash);
  }

  /** Hides what is private in a reply, as {@link Quotation} does. */
  public static Masked of(String reply, @Nullable String recipient) {
    String marked = Quotation.marked(reply, recipient);
    if (marked.length() <= MOST) {
      return new Masked(marked);
    }
    int end = MOST;
    int open = marked.lastIndexOf(OPEN, end);
    if (open >= 0 && marked.indexOf(CLOSE, open) >= end) {
      end = open;
    }
    return new Masked(marked.substring(0, end).stripTrailing() + "…");
  }

  /** The reply as it may be shown, at most 300 characters. */
  public String shown(Apart apart) {
    StringBuilder shown = new StringBuilder();
    int from = 0;
    for (int open = marked.indexOf(OPEN); open >= 0; open = marked.indexOf(OPEN, from)) {
      int close = marked.indexOf(CLOSE, open);
      if (close < 0) {
        break;
      }
      shown.append(marked, from, open);
      int number =
          apart.number(local(shown) + domain(close + 1), marked.substring(open + 1, close));
      shown.append(number > 1 ? "(" + number + ")" : "");
      from = close + 1;
    }
    return Clip.to(shown.append(marked, from, marked.length()).toString(), Quotation.MAX);
  }

  private static String local(StringBuilder shown) {
    int start = shown.lastIndexOf("…") - 1;
    return shown.substring(Math.max(0, start));
  }

  private String domain(int from) {
    return domainIn(marked.substring(from, Math.min(marked.length(), from + LONGEST_DOMAIN)));
  }

  /** The domain that a text begins with, without the full stop of a sentence. */
  private static String domainIn(String text) {
    int end = 0;
    while (end < text.length() && isInDomain(text.charAt(end))) {
      end++;
    }
    while (end > 0 && !Character.isLetterOrDigit(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isInDomain(char c) {
    return c == '.' || c == '-' || c == '@' || c > 0x7f || Character.isLetterOrDigit(c);
  }

  /** What stands in the place of a local part, without the mark. */
  static String hidden(String local) {
    int first = local.codePointAt(0);
    int last = local.codePointBefore(local.length());
    boolean tells = local.codePointCount(0, local.length()) >= SHORTEST && last != '…';
    return Character.toString(first) + "…" + (tells ? Character.toString(last) : "");
  }

  /** What tells one address from another. */
  static String mark(String local, String domain) {
    long hash =
        Hashing.wyhashFinal4()
            .hashCharsToLong(local.toLowerCase(Locale.ROOT) + "@" + domainIn(domain));
    return OPEN + Long.toUnsignedString(hash, Character.MAX_RADIX) + CLOSE;
  }
}
