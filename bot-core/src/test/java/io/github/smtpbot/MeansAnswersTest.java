package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A question whether a code means a cause is answered by yes, no, or what is not known. */
class MeansAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Catalog CATALOG = Catalog.builtIn();

  private static String first(String text) {
    return BOT.answer(text, Locale.ENGLISH).summary();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "does 5.2.2 mean mailbox full? | Yes: ",
        "does 535 mean wrong password | Yes: ",
        "is 5.7.26 about dmarc | Yes: ",
        "does 5.7.1 mean I'm blacklisted | Not necessarily: ",
        "am i blacklisted 550 5.7.1 | Not necessarily: ",
        "is 451 4.7.1 greylisting? | Not necessarily: ",
        "is 550 always user unknown? | Not necessarily: ",
        "is 554 spam | Not necessarily: ",
        "5.7.1 is a blacklist thing? | Not necessarily: ",
        "550 means spam right? | Not necessarily: ",
        "is 5.3.4 greylisting | No: ",
        "does 250 mean spam | No: ",
        "is 250 success | Yes: ",
        "does 354 mean success | Not yet: ",
        "does 421 mean I'm blocked | Not necessarily: ",
        "does yahoo 421 mean rate limiting | Yes: as far as is known here, Yahoo / AOL sends 421 for one",
        "does 503 mean spam | No: "
      })
  void yesOrNoIsSaidFirst(String text, String begins) {
    assertTrue(first(text).startsWith(begins), () -> text + " -> " + first(text));
  }

  /** Every cause that a provider's page gives for a reply code may be meant by that code. */
  static Stream<String> publishedCauses() {
    return CATALOG.providers().stream()
        .flatMap(provider -> provider.rules().stream())
        .filter(rule -> rule.cause() != Cause.OTHER && rule.cause() != Cause.SUCCESS)
        .flatMap(
            rule ->
                Stream.ofNullable(rule.code())
                    .filter(code -> code.matches("[45][0-9][0-9]"))
                    .map(code -> "does " + code + " mean " + rule.cause().label()))
        .distinct();
  }

  @ParameterizedTest
  @MethodSource("publishedCauses")
  void noIsNotSaidOfWhatAProviderPublishes(String text) {
    assertFalse(first(text).startsWith("No: "), () -> text + " -> " + first(text));
    assertFalse(first(text).startsWith("That cannot"), () -> text + " -> " + first(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"554 blacklisted", "550 dmarc", "550 5.7.1 blacklisted"})
  void aCauseThatSomebodyNamesBesideACodeIsToldOf(String text) {
    Answer answer = BOT.answer(text, Locale.ENGLISH);
    assertEquals(
        List.of(),
        answer.asked().mentions().causes().stream().filter(Cause.OTHER::equals).toList());
    assertTrue(answer.summary().contains("here for"), answer.summary());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 ماذا يعني",
        "550 какво означава",
        "550 vad betyder det",
        "550 chyba co znamená",
        "550 מה זה אומר",
        "550 क्या है",
        "550 error when sending email from wordpress"
      })
  void wordsBesideACodeThatNoServerSaysLeadToTheCodesPage(String text) {
    assertEquals(Answer.Kind.EXPLAIN, BOT.answer(text, Locale.ENGLISH).kind());
  }

  @Test
  void theSharedAnswerSaysTheSame() {
    Answer answer = BOT.answer("does 5.7.1 mean I'm blacklisted", Locale.ENGLISH);
    Answer shared = BOT.answerShared(Objects.requireNonNull(answer.shareable()), Locale.ENGLISH);
    assertEquals(answer.summary(), shared.summary());
  }

  @Test
  void thaiAsksItToo() {
    assertTrue(first("5.7.1 แปลว่าติด blacklist ไหม").startsWith("ไม่แน่เสมอไป"));
  }

  @ParameterizedTest
  @CsvSource({
    "is mailbox full permanent, decides",
    "should I retry when greylisted, takes it on a later attempt",
    "how long does greylisting take, few minutes to an hour",
    "who fixes mailbox full, “Recipient's mailbox is full” is for"
  })
  void ofACauseAloneTheFirstSentenceAnswersToo(String text, String says) {
    assertTrue(first(text).contains(says), first(text));
  }

  @Test
  void whatAFamilyMeansIsSaidBeforeHowManyCodesItHas() {
    assertTrue(first("what does 4xx mean").startsWith("4xx means “Temporary failure”"));
  }
}
