package io.github.smtpbot.diagnosis.form;

import io.github.smtpbot.catalog.CueGroup;
import io.github.smtpbot.catalog.ReadingCue;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.form.TextLine.Kind;
import io.github.smtpbot.diagnosis.syntax.CodeReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tells the lines of a transcript from others by the sign that says who speaks, at the beginning of
 * a line or after what a log puts before it. Linear in the line. Immutable; safe for use by many
 * threads.
 */
final class Transcript {

  /** A log puts no more than this before what was said. */
  private static final int WIDEST_PREFIX = 200;

  /** More replies than this on one line are not for people to read. */
  private static final int MOST_FOLDS = 100;

  private final ReadingCues cues;
  private final CueGroup signs;

  Transcript(ReadingCues cues) {
    this.cues = cues;
    this.signs = cues.together(ReadingCue.SERVER_SIGNS, ReadingCue.CLIENT_SIGNS);
  }

  /**
   * What one side said.
   *
   * @param kind who: {@link Kind#SERVER} or {@link Kind#CLIENT}
   */
  record Spoken(Kind kind, String words) {}

  /** What a line says that one side said, or null if it is no line of a transcript. */
  @Nullable Spoken of(String line) {
    if (signs.in(line).isEmpty()) {
      return curl(line);
    }
    for (String sign : cues.in(ReadingCue.SERVER_SIGNS, line)) {
      int at = find(line, sign);
      if (at >= 0) {
        String words = line.substring(at + sign.length()).trim();
        if (at == 0 || !LineKind.codeOf(words).isEmpty()) {
          return new Spoken(Kind.SERVER, words);
        }
      }
    }
    for (String sign : cues.in(ReadingCue.CLIENT_SIGNS, line)) {
      int at = find(line, sign);
      if (at >= 0) {
        String words = line.substring(at + sign.length()).trim();
        if (LineKind.isVerb(words)) {
          return new Spoken(Kind.CLIENT, words);
        }
      }
    }
    return curl(line);
  }

  /**
   * Where the server speaks within a line that holds more than one of its replies, as a program
   * writes a transcript that keeps no line ends: {@code Log data: >> DATA << 451 … << 503 …}.
   */
  List<Integer> folds(String text, int from, int to) {
    List<Integer> folds = new ArrayList<>(0);
    for (int i = from + 2; i + 3 < to && folds.size() < MOST_FOLDS; i++) {
      if (CodeReader.isDigit(text.charAt(i))
          && text.charAt(i - 1) == ' '
          && !Character.isLetterOrDigit(text.charAt(i - 2))
          && CodeReader.isCodeAt(text, i)) {
        int sign = signBefore(text, from, i);
        if (sign >= 0) {
          folds.add(sign);
        }
      }
    }
    return folds.size() > 1 ? folds : List.of();
  }

  /** Where the sign begins that the server speaks, behind a space and before this place; or -1. */
  private int signBefore(String text, int from, int at) {
    for (String sign : cues.list(ReadingCue.SERVER_SIGNS)) {
      int begin = at - sign.length();
      if (begin > from && text.startsWith(sign, begin) && text.charAt(begin - 1) == ' ') {
        return begin;
      }
    }
    return -1;
  }

  /** Where a sign stands at the beginning of a line or after a log's prefix, or -1. */
  private static int find(String line, String sign) {
    int at = line.indexOf(sign);
    if (at <= 0) {
      return at;
    }
    return at < WIDEST_PREFIX && " ])>".indexOf(line.charAt(at - 1)) >= 0 ? at : -1;
  }

  /** curl and openssl mark what the server says by {@code <}, what they say by {@code >}. */
  private static @Nullable Spoken curl(String line) {
    boolean server = line.startsWith("< ");
    if (!server && !line.startsWith("> ")) {
      return null;
    }
    String words = line.substring(2).trim();
    if (server) {
      return LineKind.codeOf(words).isEmpty() ? null : new Spoken(Kind.SERVER, words);
    }
    return LineKind.isVerb(words) ? new Spoken(Kind.CLIENT, words) : null;
  }
}
