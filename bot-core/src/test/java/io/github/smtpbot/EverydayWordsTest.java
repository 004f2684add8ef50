package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Intent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words and numbers of every day that a provider, a code or an error is written like. */
class EverydayWordsTest {

  private static final SmtpBot BOT = SmtpBot.create();

  @ParameterizedTest
  @ValueSource(
      strings = {"hey", "Hey!", "hey?", "hey 550?", "hey what is 550", "hey why did it bounce"})
  void aGreetingIsNoProvider(String text) {
    assertEquals(List.of(), asked(text).asked().mentions().providers());
  }

  @Test
  void aGreetingAloneIsHelped() {
    assertEquals(Answer.Kind.HELP, asked("hey").kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"hey.com 550", "HEY mail 550", "550 hey", "550 from hey", "hey.com"})
  void aProviderThatIsCalledLikeAGreetingIsOne(String text) {
    assertEquals(List.of("hey"), asked(text).asked().mentions().providers());
  }

  @Test
  void whatIsAskedOfThatProviderIsAskedAgainTheSame() {
    Answer list = asked("hey.com");

    assertEquals(
        list.title(),
        BOT.answerShared(Objects.requireNonNull(list.shareable()), Locale.ENGLISH).title());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feel free to explain 550",
        "is there a free tool to check 550",
        "explain 421 for free",
        "is the bot free",
        "550 after key exchange",
        "telnet 220"
      })
  void anOrdinaryWordIsNoProvider(String text) {
    assertEquals(List.of(), asked(text).asked().mentions().providers());
  }

  @ParameterizedTest
  @CsvSource({
    "free 550, free",
    "550 from free, free",
    "orange 550, orange",
    "exchange 550, exchange"
  })
  void besideACodeItIs(String text, String provider) {
    assertEquals(List.of(provider), asked(text).asked().mentions().providers());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 Hz and 5.1.1 surround sound",
        "5.1.1 surround sound",
        "is 5.1.2 dolby atmos good",
        "dolby atmos 5.1.2 soundbar",
        "what is 550 hz",
        "500 watt speaker",
        "550 dollars",
        "5.1.1 channel audio"
      })
  void aMeasureIsNoCode(String text) {
    assertEquals(List.of(), asked(text).asked().codes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.1.1 messages", "5.1.1", "what is 550", "550 errors"})
  void aNumberOfMailStaysACode(String text) {
    assertNotEquals(List.of(), asked(text).asked().codes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl: (67)",
        "curl smtp (67)",
        "(67) curl smtp",
        "smtp error 67 from curl",
        "error 67 in curl",
        "67 curl"
      })
  void theNumberOfAnErrorIsKnownInAnyOrder(String text) {
    assertEquals(List.of(Cause.AUTH_FAILED), asked(text).asked().mentions().causes());
  }

  @Test
  void otherProgramsNumbersAreKnownInAnyOrderToo() {
    assertEquals(
        List.of(Cause.HOST_UNREACHABLE_OR_TIMEOUT),
        asked("got 110 as errno").asked().mentions().causes());
  }

  @Test
  void whatIsCountedIsNoErrorOfTheProgram() {
    assertEquals(List.of(), asked("curl sent 67 messages").asked().mentions().causes());
  }

  @Test
  void aNumberAloneIsNoErrorOfAProgram() {
    Answer answer = asked("smtp error 67");

    assertTrue(answer.asked().mentions().errors().isEmpty());
    assertNotEquals(Intent.FIX, answer.asked().intent());
  }

  private static Answer asked(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }
}
