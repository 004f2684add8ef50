package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.catalog.Cause;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server consented to hides no failure that is told in some of the same words. */
class ConsentTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();

  @ParameterizedTest
  @ValueSource(strings = {"ok", "accepted", "en", "user", "unknown", "no", "user unknown to me"})
  void itsWordsAreTakenOutOfItsOwnLineAlone(String consent) {
    Answer answer =
        BOT.answer(
            "S: 250 2.1.5 %s\nC: DATA\nDelivery failed: user unknown, no such token"
                .formatted(consent),
            Locale.ENGLISH);
    assertEquals(
        Cause.USER_UNKNOWN,
        Objects.requireNonNull(answer.diagnosis()).findings().get(0).cause(),
        answer.title());
  }
}
