package io.github.smtpbot.slack;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.smtpbot.answer.Answer;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the JSON of answers to questions of codes, so that it is written once. An answer that the
 * core keeps carries its JSON along and takes it with it when it goes; a question of nothing but
 * the codes themselves is not even read a second time. Nothing else that anybody typed is kept.
 * Safe for use by many threads.
 */
final class WrittenAnswers {

  private static final int MAX_ANSWERS = 1_000;

  /** A question that is made of codes and nothing else, and the language of the reader. */
  private record Asked(String codes, Locale locale) {}

  /** What was written for an answer of this kind in this language. */
  record Written(String json, Answer.Kind kind, Locale language) {}

  private final Cache<Asked, Written> byCodes =
      Caffeine.newBuilder().maximumSize(MAX_ANSWERS).executor(Runnable::run).build();

  /** By identity, as all of an answer takes long to compare. */
  private final Cache<Answer, String> byAnswer =
      Caffeine.newBuilder().weakKeys().maximumSize(MAX_ANSWERS).executor(Runnable::run).build();

  /** What was written for this question, or null. */
  @Nullable Written find(String text, Locale locale) {
    return byCodes.getIfPresent(new Asked(text, locale));
  }

  /**
   * What is written for an answer, which has to be {@linkplain Answer#isAboutCodes about codes}.
   *
   * @param text what was asked
   * @param locale the reader's
   * @param writer writes it if that was not done before
   */
  String write(String text, Locale locale, Answer answer, Function<Answer, String> writer) {
    String written = byAnswer.get(answer, writer);
    if (text.equals(String.join(" ", answer.codes()))) {
      byCodes.put(new Asked(text, locale), new Written(written, answer.kind(), answer.language()));
    }
    return written;
  }
}
