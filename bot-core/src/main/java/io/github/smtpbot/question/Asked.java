package io.github.smtpbot.question;

import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.KnownError;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a text asks of what it mentions. Equal ones have equal answers in the same language.
 *
 * @param intent what is asked
 * @param mentions of what
 */
public record Asked(Intent intent, Mentions mentions) {

  /**
   * The codes and replies it is about, as text: those named, those that carry a named error, and
   * families where they are compared.
   */
  public List<String> codes() {
    Stream<String> families =
        intent == Intent.DIFFERENCE
            ? mentions.families().stream().map(Family::text)
            : Stream.empty();
    return Stream.of(
            mentions.subjects().stream().map(Question.Subject::text),
            families,
            mentions.errors().stream().map(KnownError::codes).flatMap(List::stream).map(Code::text))
        .flatMap(texts -> texts)
        .distinct()
        .toList();
  }
}
