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

  /** What was written for an answer. */
  record Written(String json, Answer answer) {}

  /** Weak, so that an answer goes when the core lets it go. */
  private final Cache<Asked, Answer> byCodes =
      Caffeine.newBuilder().weakValues().maximumSize(MAX_ANSWERS).executor(Runnable::run).build();

  /** By identity, as all of an answer takes long to compare. */
  private final Cache<Answer, String> byAnswer =
      Caffeine.newBuilder().weakKeys().maximumSize(MAX_ANSWERS).executor(Runnable::run).build();

  /** What was written for this question, or null. */
  @Nullable Written find(String text, Locale locale) {
    Answer answer = byCodes.getIfPresent(new Asked(text, locale));
    String json = answer == null ? null : byAnswer.getIfPresent(answer);
    return answer == null || json == null ? null : new Written(json, answer);
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
      byCodes.put(new Asked(text, locale), answer);
    }
    return written;
  }
}
