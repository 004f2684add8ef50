package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.CodeToSend;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.KnownError;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What a text asks of what it mentions. Equal ones have equal answers in the same language.
 *
 * @param intent what is asked
 * @param mentions of what
 * @param codes the codes and replies it is about, as text: those named; where they are compared,
 *     families; where none is named, those that carry a named error, or that a server sends for the
 *     cause if that is asked
 */
public record Asked(Intent intent, Mentions mentions, List<String> codes) {

  /** Nothing that is understood. */
  public static final Asked NOTHING = new Asked(Intent.UNKNOWN, Mentions.NONE, List.of());

  static Asked of(Intent intent, Mentions mentions, Catalog catalog) {
    Stream<String> named = mentions.subjects().stream().map(Question.Subject::text);
    Stream<String> families =
        intent == Intent.DIFFERENCE
            ? mentions.families().stream().map(Family::text)
            : Stream.empty();
    List<String> codes = Stream.concat(named, families).distinct().toList();
    return new Asked(intent, mentions, codes.isEmpty() ? led(intent, mentions, catalog) : codes);
  }

  private static List<String> led(Intent intent, Mentions mentions, Catalog catalog) {
    Stream<Code> codes = mentions.errors().stream().map(KnownError::codes).flatMap(List::stream);
    if (intent == Intent.WHICH_CODE) {
      codes =
          mentions.causes().stream()
              .limit(1)
              .map((Cause cause) -> catalog.codeToSend(cause))
              .filter(Objects::nonNull)
              .map(CodeToSend::code);
    }
    return codes.map(Code::text).distinct().toList();
  }
}
