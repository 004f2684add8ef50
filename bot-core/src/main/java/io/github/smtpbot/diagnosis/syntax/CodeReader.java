package io.github.smtpbot.diagnosis.syntax;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.OwnCodes;
import io.github.smtpbot.catalog.QuotedLocalPart;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads single codes at a given place of a text. Immutable; safe for use by many threads. */
public final class CodeReader {

  private static final String REGISTRY = "https://www.iana.org/assignments/smtp-enhanced";

  private final Set<ReplyCode> replyCodes = new HashSet<>();
  private final Set<ReplyCode> seenCodes = new HashSet<>();
  private final Set<ReplyCode> loginCodes = new HashSet<>();
  private final Set<EnhancedStatusCode> enhancedCodes = new HashSet<>();

  private final OwnCodes ownCodes;

  public CodeReader(Catalog catalog) {
    this.ownCodes = catalog.ownCodes();
    for (ReplyCodeFacts facts : catalog.replyCodes()) {
      seenCodes.add(facts.code());
      if (facts.cause() == Cause.AUTH_FAILED) {
        loginCodes.add(facts.code());
      }
      boolean registered =
          facts.sources().stream().anyMatch(source -> source.url().startsWith(REGISTRY));
      if (facts.status() != CodeStatus.NONSTANDARD || registered) {
        replyCodes.add(facts.code());
      }
    }
    catalog.enhancedCodes().forEach(facts -> enhancedCodes.add(facts.code()));
  }

  /** An enhanced status code and where it ends. */
  public record Enhanced(EnhancedStatusCode code, int end) {}

  /** Whether an RFC or the registry knows this number as a reply code. */
  public boolean isReplyCode(ReplyCode code) {
    return replyCodes.contains(code);
  }

  /** Whether anybody is known to send this number as a reply code. */
  public boolean isSeen(ReplyCode code) {
    return seenCodes.contains(code);
  }

  /** Whether this code says that a login failed, whatever words stand behind it. */
  public boolean isOfLogin(ReplyCode code) {
    return loginCodes.contains(code);
  }

  /** Whether the registry knows this enhanced status code. */
  public boolean isRegistered(EnhancedStatusCode code) {
    return enhancedCodes.contains(code.ofAnyClass());
  }

  /** Whether a provider publishes this enhanced status code as its own. */
  public boolean isPublished(EnhancedStatusCode code) {
    return ownCodes.of(code, null).stream().anyMatch(own -> own.codes().isOne());
  }

  /** Whether three digits from 2 to 5 stand here, and no fourth. */
  public static boolean isCodeAt(CharSequence text, int at) {
    return at + 3 <= text.length()
        && text.charAt(at) >= '2'
        && text.charAt(at) <= '5'
        && isDigit(text.charAt(at + 1))
        && isDigit(text.charAt(at + 2))
        && (at + 3 == text.length() || !isDigit(text.charAt(at + 3)));
  }

  public static ReplyCode codeAt(CharSequence text, int at) {
    return new ReplyCode(
        (text.charAt(at) - '0') * 100
            + (text.charAt(at + 1) - '0') * 10
            + text.charAt(at + 2)
            - '0');
  }

  /** The enhanced status code that begins right here, or null. */
  public @Nullable Enhanced enhancedAt(CharSequence text, int at) {
    if (at + 5 > text.length()
        || (text.charAt(at) != '2' && text.charAt(at) != '4' && text.charAt(at) != '5')
        || text.charAt(at + 1) != '.') {
      return null;
    }
    int subjectEnd = digits(text, at + 2, 3);
    if (subjectEnd == at + 2 || subjectEnd >= text.length() || text.charAt(subjectEnd) != '.') {
      return null;
    }
    int end = digits(text, subjectEnd + 1, 4);
    if (end == subjectEnd + 1 || (end < text.length() && goesOn(text, end))) {
      return null;
    }
    if (QuotedLocalPart.holds(text, at)) {
      return null;
    }
    int subject = Integer.parseInt(text, at + 2, subjectEnd, 10);
    int detail = Integer.parseInt(text, subjectEnd + 1, end, 10);
    return new Enhanced(new EnhancedStatusCode(text.charAt(at) - '0', subject, detail), end);
  }

  /** Whether what follows makes the digits part of an address, a version or a word. */
  private static boolean goesOn(CharSequence text, int end) {
    char c = text.charAt(end);
    if (c == '.') {
      return end + 1 < text.length() && isDigit(text.charAt(end + 1));
    }
    return Character.isLetterOrDigit(c) || c == '_' || c == '/' || c == '@' || c == '%';
  }

  private static int digits(CharSequence text, int from, int most) {
    int at = from;
    while (at < text.length() && at - from < most && isDigit(text.charAt(at))) {
      at++;
    }
    return at < text.length() && isDigit(text.charAt(at)) ? from : at;
  }

  public static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
