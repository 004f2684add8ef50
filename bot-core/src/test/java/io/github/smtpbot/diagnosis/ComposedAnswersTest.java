package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who acts, what to do first and what happens next, in the answers as they are composed. */
class ComposedAnswersTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final AnswerScore SCORE = new AnswerScore();

  static Stream<AnswerScore.Row> rows() {
    return AnswerScore.table().stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theAnswerIsThatOfTheReviewedTable(AnswerScore.Row row) {
    assertEquals(List.of(), SCORE.wrong(row));
  }

  @Test
  void theTableHasAtLeastFortyReplies() {
    assertTrue(AnswerScore.table().size() >= 40);
  }

  private static String all(String text) {
    Answer answer = BOT.answer(text, Locale.ENGLISH);
    return answer.summary() + answer.lead() + answer.details();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "454 4.7.0 Temporary authentication failure",
        "451 4.7.0 Authentication temporarily unavailable, try again later",
        "454 4.7.0 Authentication failed, please try again later"
      })
  void aLoginThatFailsForATimeIsNoReasonToTypeThePasswordAgain(String reply) {
    assertFalse(all(reply).contains("Enter user name and password again"), all(reply));
    assertTrue(all(reply).contains("The password may be right"), all(reply));
  }

  @Test
  void whatAProviderAdvisesIsNotFollowedByTheGeneralAdviceInItsPlace() {
    String told = all("550 5.7.30 Basic authentication is not supported for Client Submission.");
    assertTrue(told.contains("OAuth 2.0"), told);
    assertFalse(told.contains("Enter user name and password again"), told);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "553 5.1.8 Domain of sender address me@example.org does not exist",
        "550 sender domain must exist",
        "450 4.1.8 <me@example.org>: Sender address rejected: Domain not found"
      })
  void theSendersDomainGetsNoAdviceAboutTheRecipients(String reply) {
    assertFalse(all(reply).contains("Check the part after the @"), all(reply));
  }

  @Test
  void belowWhatAProviderMeansStandsNoOtherMeaningOfItsCode() {
    Catalog catalog = Catalog.builtIn();
    int told = 0;
    for (Provider provider : catalog.providers()) {
      for (Provider.Rule rule : provider.rules()) {
        if (rule.enhanced() == null || catalog.find(rule.enhanced().first()) == null) {
          continue;
        }
        EnhancedStatusCode first = rule.enhanced().first();
        EnhancedStatusCode code = first.classDigit() == 0 ? first.ofClass(5) : first;
        String reply =
            (code.classDigit() == 5 ? "550 " : "450 ")
                + code
                + " "
                + String.join(" ", rule.phrases().stream().limit(1).toList()).replace("*", "x")
                + (rule.mark() == null ? "" : " " + rule.mark().replace("*", "1"))
                + (provider.hosts().isEmpty() ? "" : " mx." + provider.hosts().get(0));
        Answer answer = BOT.answer(reply, Locale.ENGLISH);
        Diagnosis diagnosis = answer.diagnosis();
        if (diagnosis == null
            || diagnosis.isEmpty()
            || !rule.equals(diagnosis.findings().get(0).rule())) {
          continue;
        }
        told++;
        String generic = catalog.words(Locale.ENGLISH).code(code).meaning();
        assertFalse(answer.toString().contains(generic), reply);
      }
    }
    assertTrue(told > 35, told + " rules");
  }

  @Test
  void theTimeThatAServerAsksForIsTold() {
    String told = all("451 4.7.1 Greylisting in action, please try again in 300 seconds");
    assertTrue(told.contains("the server asks to wait 5 min"), told);
  }

  @Test
  void aProgramIsNotToldThatItsMessageIsRetried() {
    String told = all("smtplib.SMTPSenderRefused: (451, b'4.3.0 Internal error', 'a@example.org')");
    assertFalse(told.contains("Retried automatically"), told);
    assertFalse(told.contains("tries again by itself"), told);
  }

  @Test
  void whatOthersAreShownOfAProgramsFailureIsTheSame() {
    Answer own =
        BOT.answer(
            "smtplib.SMTPSenderRefused: (451, b'4.7.1 Greylisted, try again in 90 seconds', 'a@b.c')",
            Locale.ENGLISH);
    Answer shared =
        BOT.answerShared(
            Shareable.ofToken(Objects.requireNonNull(own.shareable()).token()).orElseThrow(),
            Locale.ENGLISH);
    assertEquals(
        ((Part.Verdict) own.lead().get(0)).facts(), ((Part.Verdict) shared.lead().get(0)).facts());
    assertTrue(shared.lead().toString().contains("90 s"), shared.lead().toString());
  }
}
