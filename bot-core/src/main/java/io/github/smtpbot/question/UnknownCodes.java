package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.EnhancedCodeFacts;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.ReplyCode;
import io.github.smtpbot.catalog.ReplyCodeFacts;
import io.github.smtpbot.catalog.Severity;
import io.github.smtpbot.question.Question.NoSuchCode;
import io.github.smtpbot.question.Question.NoSuchCode.Why;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with a code that the catalog does not have and no provider explains, and
 * which one may have been meant.
 */
public final class UnknownCodes {

  private static final int MAX_NEAREST = 5;

  private final Catalog catalog;

  UnknownCodes(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * That these words are an HTTP status line, {@code 502 Bad Gateway} or {@code HTTP/1.1 404}; else
   * null.
   */
  @Nullable NoSuchCode asHttp(List<String> words) {
    for (int i = 0; i < words.size(); i++) {
      if (!(Codes.parse(words.get(i)).orElse(null) instanceof ReplyCode meant)) {
        continue;
      }
      String after = String.join(" ", words.subList(i + 1, words.size()));
      boolean http = isHttp(words.get(0)) || (i > 0 && isHttp(words.get(i - 1)));
      boolean says = HttpStatus.says(meant.value(), after);
      if (HttpStatus.has(meant.value()) && (http || says)) {
        String written = (http ? "HTTP " : "") + meant + (says ? " " + after : "");
        return new NoSuchCode(
            written, Why.HTTP, catalog.has(meant) ? List.of(meant) : nearest(meant));
      }
    }
    return null;
  }

  private static boolean isHttp(String word) {
    return word.equalsIgnoreCase("http");
  }

  /** Whether it is written like a family of codes, and begins with none of their digits. */
  static boolean isFamily(String word) {
    return word.length() == 3 && Character.isDigit(word.charAt(0)) && word.endsWith("xx");
  }

  /** What is wrong with the first subject that nobody tells anything of; null if there is none. */
  @Nullable NoSuchCode firstIn(Collection<Question.Subject> subjects) {
    for (Question.Subject subject : subjects) {
      if (subject instanceof Question.OneCode one && !catalog.tells(one.code())) {
        return unknown(one.code(), subjects);
      }
    }
    return null;
  }

  /**
   * The mentions with what is no code of SMTP told from what is one. A code that nobody assigned is
   * still asked about if no other is named, for its digits say something.
   */
  Mentions apart(Mentions mentions) {
    if (mentions.subjects().stream().allMatch(this::isKnown)) {
      return mentions;
    }
    boolean some = mentions.subjects().stream().anyMatch(this::isKnown);
    List<Question.Subject> subjects = new ArrayList<>();
    List<String> strangers = new ArrayList<>();
    for (Question.Subject subject : mentions.subjects()) {
      boolean strange = subject instanceof Question.OneCode one && isStranger(one.code(), some);
      if (!strange) {
        subjects.add(subject);
      } else if (!isInName(subject.text(), mentions)) {
        strangers.add(subject.text());
      }
    }
    strangers.addAll(mentions.strangers());
    return mentions.withStrangers(List.copyOf(subjects), List.copyOf(strangers));
  }

  /** Whether a provider that is named is called so, {@code NetEase 163}. */
  private boolean isInName(String number, Mentions mentions) {
    return mentions.providers().stream()
        .map(catalog::provider)
        .flatMap(Stream::ofNullable)
        .anyMatch(provider -> List.of(provider.name().split(" ")).contains(number));
  }

  private boolean isStranger(Code code, boolean besideKnown) {
    return !catalog.tells(code) && (besideKnown || why(code) != Why.UNASSIGNED);
  }

  private boolean isKnown(Question.Subject subject) {
    return !(subject instanceof Question.OneCode one) || catalog.tells(one.code());
  }

  /** What is wrong with something that is no code of SMTP. */
  NoSuchCode stranger(String written) {
    Code code = Codes.parse(written).orElse(null);
    return code == null ? malformed(written) : unknown(code, List.of());
  }

  /** Why something that a text names beside codes is none. */
  public static Why whyStrange(String written) {
    return Codes.parse(written).map(UnknownCodes::why).orElse(Why.MALFORMED);
  }

  private static Why why(Code code) {
    if (code instanceof ReplyCode reply && HttpStatus.has(reply.value())) {
      return Why.HTTP;
    }
    return code instanceof ReplyCode && code.severity() == Severity.UNKNOWN
        ? Why.OUT_OF_RANGE
        : Why.UNASSIGNED;
  }

  private NoSuchCode unknown(Code code, Collection<Question.Subject> subjects) {
    Why why = why(code);
    // What else was typed is not lost: it leads the suggestions.
    List<Code> others = new ArrayList<>();
    for (Question.Subject subject : subjects) {
      if (subject instanceof Question.OneCode one && catalog.tells(one.code())) {
        others.add(one.code());
      }
    }
    List<Code> nearest =
        Stream.concat(others.stream(), nearest(code).stream())
            .distinct()
            .limit(MAX_NEAREST)
            .toList();
    return new NoSuchCode(code.text(), why, nearest);
  }

  /** That a word looks like a code but is none. */
  NoSuchCode malformed(String written) {
    String[] parts = written.split("\\.", -1);
    boolean noClass =
        parts.length == 3 && parts[0].length() == 1 && "245xX".indexOf(parts[0].charAt(0)) < 0;
    List<Code> nearest = new ArrayList<>();
    Code meant = meant(written);
    if (meant != null && catalog.has(meant)) {
      nearest.add(meant);
    }
    if (parts.length == 3) {
      for (EnhancedCodeFacts facts : catalog.enhancedCodes()) {
        EnhancedStatusCode code = facts.code();
        boolean subject = Integer.toString(code.subject()).equals(parts[1]);
        boolean detail =
            parts[2].startsWith(Integer.toString(code.detail()))
                || Integer.toString(code.detail()).equals(digits(parts[2]));
        if (subject && detail) {
          nearest.add(code);
        }
      }
    } else {
      for (ReplyCodeFacts facts : catalog.replyCodes()) {
        if (written.contains(facts.code().text())) {
          nearest.add(facts.code());
        }
      }
    }
    return new NoSuchCode(
        written,
        noClass || isFamily(written) ? Why.OUT_OF_RANGE : Why.MALFORMED,
        nearest.stream().distinct().limit(MAX_NEAREST).toList());
  }

  /**
   * The code in which letters were typed for the digits that they look like, {@code 55O}; or null.
   */
  static @Nullable Code meant(String written) {
    String digits = written.toLowerCase(Locale.ROOT).replace('o', '0').replace('l', '1');
    return digits.equals(written) ? null : Codes.parse(digits).orElse(null);
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
    return digits.toString();
  }

  private List<Code> nearest(Code code) {
    if (code instanceof ReplyCode reply && reply.severity() == Severity.UNKNOWN) {
      return catalog.replyCodes().stream()
          .map(ReplyCodeFacts::code)
          .filter(other -> other.value() % 100 == reply.value() % 100)
          .limit(MAX_NEAREST)
          .map(Code.class::cast)
          .toList();
    }
    if (code instanceof ReplyCode reply) {
      return catalog.replyCodes().stream()
          .map(ReplyCodeFacts::code)
          .sorted(
              Comparator.<ReplyCode>comparingInt(other -> distance(reply, other))
                  .thenComparing(c -> c))
          .filter(other -> distance(reply, other) < 100)
          .limit(MAX_NEAREST)
          .map(Code.class::cast)
          .toList();
    }
    EnhancedStatusCode enhanced = (EnhancedStatusCode) code;
    // Nobody has assigned a subject above 7: there the detail is all that may be right.
    boolean subjectKnown = enhanced.subject() <= 7;
    return catalog.enhancedCodes().stream()
        .map(EnhancedCodeFacts::code)
        .filter(
            other ->
                subjectKnown
                    ? other.subject() == enhanced.subject()
                    : other.detail() == enhanced.detail())
        .sorted(
            Comparator.comparingInt(
                (EnhancedStatusCode other) -> Math.abs(other.detail() - enhanced.detail())))
        .limit(MAX_NEAREST)
        .map(other -> (Code) other.ofClass(enhanced.classDigit()))
        .toList();
  }

  /**
   * Codes of the same severity are nearer than any other; a code that the RFCs define is nearer
   * than one they do not.
   */
  private int distance(ReplyCode one, ReplyCode other) {
    ReplyCodeFacts facts = catalog.find(other);
    int standard = facts != null && facts.status() == CodeStatus.STANDARD ? 0 : 10;
    int severity = one.severity() == other.severity() ? 0 : 100;
    return severity + standard + Math.abs(one.value() % 100 - other.value() % 100) / 2;
  }
}
