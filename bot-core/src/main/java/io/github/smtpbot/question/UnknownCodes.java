package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeStatus;
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
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is wrong with a code that the catalog does not have, and which one may have been
 * meant.
 */
final class UnknownCodes {

  private static final int MAX_NEAREST = 5;

  /** HTTP status codes (RFC 9110) that people meet beside SMTP, with their reason phrases. */
  private static final Map<Integer, String> HTTP =
      Map.ofEntries(
          Map.entry(201, "created"),
          Map.entry(202, "accepted"),
          Map.entry(204, "no content"),
          Map.entry(206, "partial content"),
          Map.entry(301, "moved permanently"),
          Map.entry(302, "found"),
          Map.entry(303, "see other"),
          Map.entry(304, "not modified"),
          Map.entry(307, "temporary redirect"),
          Map.entry(308, "permanent redirect"),
          Map.entry(400, "bad request"),
          Map.entry(401, "unauthorized"),
          Map.entry(402, "payment required"),
          Map.entry(403, "forbidden"),
          Map.entry(404, "not found"),
          Map.entry(405, "method not allowed"),
          Map.entry(406, "not acceptable"),
          Map.entry(407, "proxy authentication required"),
          Map.entry(408, "request timeout"),
          Map.entry(409, "conflict"),
          Map.entry(410, "gone"),
          Map.entry(411, "length required"),
          Map.entry(412, "precondition failed"),
          Map.entry(413, "content too large"),
          Map.entry(414, "uri too long"),
          Map.entry(415, "unsupported media type"),
          Map.entry(418, "im a teapot"),
          Map.entry(421, "misdirected request"),
          Map.entry(422, "unprocessable content"),
          Map.entry(425, "too early"),
          Map.entry(426, "upgrade required"),
          Map.entry(428, "precondition required"),
          Map.entry(429, "too many requests"),
          Map.entry(431, "request header fields too large"),
          Map.entry(451, "unavailable for legal reasons"),
          Map.entry(500, "internal server error"),
          Map.entry(501, "not implemented"),
          Map.entry(502, "bad gateway"),
          Map.entry(503, "service unavailable"),
          Map.entry(504, "gateway timeout"),
          Map.entry(505, "http version not supported"),
          Map.entry(507, "insufficient storage"),
          Map.entry(511, "network authentication required"));

  private final Catalog catalog;

  UnknownCodes(Catalog catalog) {
    this.catalog = catalog;
  }

  /**
   * That these words are an HTTP status line, {@code 502 Bad Gateway} or {@code HTTP/1.1 404}; else
   * null.
   */
  @Nullable NoSuchCode asHttp(List<String> words) {
    boolean http = words.get(0).toLowerCase(Locale.ROOT).equals("http");
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.length() != 3 || !word.chars().allMatch(c -> c >= '0' && c <= '9')) {
        continue;
      }
      String phrase = HTTP.get(Integer.valueOf(word));
      String after = String.join(" ", words.subList(i + 1, words.size())).toLowerCase(Locale.ROOT);
      if (phrase != null && (after.equals(phrase) || http)) {
        Code meant = new ReplyCode(Integer.parseInt(word));
        String written = after.isEmpty() ? word : word + " " + after;
        return new NoSuchCode(
            written, Why.HTTP, catalog.has(meant) ? List.of(meant) : nearest(meant));
      }
    }
    return null;
  }

  /** What is wrong with the first subject that the catalog does not have; null if it has all. */
  @Nullable NoSuchCode firstIn(Collection<Question.Subject> subjects) {
    for (Question.Subject subject : subjects) {
      if (subject instanceof Question.OneCode one && !catalog.has(one.code())) {
        return unknown(one.code(), subjects);
      }
    }
    return null;
  }

  private NoSuchCode unknown(Code code, Collection<Question.Subject> subjects) {
    Why why = Why.UNASSIGNED;
    if (code instanceof ReplyCode reply && HTTP.containsKey(reply.value())) {
      why = Why.HTTP;
    } else if (code instanceof ReplyCode && code.severity() == Severity.UNKNOWN) {
      why = Why.OUT_OF_RANGE;
    }
    // What else was typed is not lost: it leads the suggestions.
    List<Code> others = new ArrayList<>();
    for (Question.Subject subject : subjects) {
      if (subject instanceof Question.OneCode one && catalog.has(one.code())) {
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
    if (parts.length == 3) {
      for (EnhancedCodeFacts facts : catalog.enhancedCodes()) {
        EnhancedStatusCode code = facts.code();
        boolean subject = Integer.toString(code.subject()).equals(parts[1]);
        boolean detail =
            parts[2].startsWith(Integer.toString(code.detail()))
                || Integer.toString(code.detail()).equals(parts[2].replaceAll("[^0-9]", ""));
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
        noClass ? Why.OUT_OF_RANGE : Why.MALFORMED,
        nearest.stream().limit(MAX_NEAREST).toList());
  }

  private List<Code> nearest(Code code) {
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
    return catalog.enhancedCodes().stream()
        .map(EnhancedCodeFacts::code)
        .filter(other -> other.subject() == enhanced.subject())
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
