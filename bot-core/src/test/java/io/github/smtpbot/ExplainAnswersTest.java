package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Tone;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One code, or one reply, explained: the verdict and the fix first. */
class ExplainAnswersTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();

  private static Answer ask(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  private static String firstNotice(Answer answer) {
    return assertInstanceOf(Part.Notice.class, answer.lead().get(0)).text();
  }

  @Test
  void theVerdictComesFirst() {
    Part.Verdict verdict = assertInstanceOf(Part.Verdict.class, ask("550").lead().get(0));
    assertEquals(Tone.PERMANENT, verdict.tone());
    assertEquals(
        List.of("What happens next", "Who acts", "Do this first"),
        verdict.facts().stream().map(Part.Fact::label).toList());
  }

  @Test
  void theSummaryStandsAlone() {
    assertTrue(ask("421").summary().endsWith("Next: Retried automatically."), ask("421").summary());
  }

  @ParameterizedTest
  @CsvSource({
    "250, SUCCESS",
    "354, PROGRESS",
    "451, TRANSIENT",
    "550, PERMANENT",
    "x.7.1, NEUTRAL"
  })
  void theToneGoesWithTheFirstDigit(String code, Tone tone) {
    assertEquals(tone, ask(code).tone());
  }

  @Test
  void aReplyThatContradictsItselfIsPointedOut() {
    String notice = firstNotice(ask("550 4.2.2"));
    assertTrue(notice.contains("550 says Permanent failure"), notice);
    assertTrue(notice.contains("4.2.2 says Temporary failure"), notice);
  }

  @Test
  void aReplyThatAgreesWithItselfIsNot() {
    assertTrue(ask("550 5.7.1").lead().stream().noneMatch(Part.Notice.class::isInstance));
  }

  @Test
  void aClassThatACodeIsNotDefinedForIsPointedOut() {
    assertTrue(firstNotice(ask("4.1.3")).contains("normally seen as 5.1.3"));
  }

  @Test
  void aCodeThatNoRfcDefinesSaysSoAndWhoEmitsIt() {
    String notice = firstNotice(ask("522"));
    assertTrue(notice.startsWith("No RFC defines 522"), notice);
    assertTrue(notice.contains("qmail"), notice);
  }

  @Test
  void ofAReplyItIsTheReplyCodeThatNoRfcDefines() {
    String notice = firstNotice(ask("525 5.7.13"));
    assertTrue(notice.startsWith("No RFC defines 525 as an SMTP reply."), notice);
  }

  @Test
  void whatAReplyAnswersIsWhatBothItsCodesAnswer() {
    assertTrue(
        ask("550 5.1.1").details().contains(new Part.Text("In answer to", "RCPT TO, VRFY, EXPN")));
  }

  @Test
  void whatNoDocumentSaysOfAnEnhancedCodeIsNotSaid() {
    assertFalse(ask("5.7.26").details().toString().contains("In answer to"));
    assertTrue(ask("5.7.8").details().contains(new Part.Text("In answer to", "AUTH")));
  }

  @Test
  void anObsoleteCodeSaysSo() {
    assertTrue(firstNotice(ask("538")).startsWith("538 is obsolete"));
  }

  @Test
  void whatProvidersMeanByACodeIsTold() {
    Answer answer = ask("5.7.27");
    assertTrue(answer.details().toString().contains("Google"), answer.details().toString());
  }

  @Test
  void whatAProviderMeansByAnotherReplyCodeIsNotTold() {
    // Rambler's 5.7.1 comes with 540.
    assertFalse(ask("550 5.7.1").toString().contains("Rambler"));
    assertTrue(ask("5.7.1").toString().contains("Rambler (540 5.7.1)"));
  }

  @Test
  void whatSendsThisCodeForManyReasonsIsToBeReadFirst() {
    Part.Verdict verdict = assertInstanceOf(Part.Verdict.class, ask("550").lead().get(0));
    assertTrue(verdict.facts().get(2).value().startsWith("Read the text after 550."));
  }

  @Test
  void goOnIsTheAnswerToDataItselfAndNotToItsEnd() {
    assertEquals("354 after DATA — Send the message now", ask("354 after DATA").title());
  }

  @Test
  void aReplyIsExplainedByBothItsCodes() {
    Answer answer = ask("550 5.7.1");
    assertEquals(Answer.Kind.REPLY, answer.kind());
    assertEquals(List.of("550", "5.7.1"), answer.codes());
    List<String> titles =
        answer.details().stream()
            .filter(Part.Section.class::isInstance)
            .map(part -> ((Part.Section) part).title())
            .toList();
    assertTrue(titles.get(0).startsWith("5.7.1"), titles.toString());
    assertTrue(titles.get(1).startsWith("550"), titles.toString());
  }

  @Test
  void aCodeInAPhaseItIsNotListedForSaysSo() {
    assertTrue(firstNotice(ask("535 after RCPT")).contains("do not list 535"));
  }

  @Test
  void anyCommandMayBeAnsweredWith421() {
    assertTrue(ask("421 after STARTTLS").lead().stream().noneMatch(Part.Notice.class::isInstance));
  }

  @Test
  void codesThatAreOftenConfusedAreOneClickAway() {
    assertTrue(ask("550").followUps().contains(new FollowUp("550 vs 450", "550 vs 450")));
  }

  @Test
  void aCommandListsItsRepliesBySuccessAndFailure() {
    Answer answer = ask("VRFY");
    List<String> headings =
        answer.lead().stream()
            .filter(Part.Choices.class::isInstance)
            .map(part -> ((Part.Choices) part).heading())
            .toList();
    assertEquals(List.of("Success", "Failure"), headings);
  }
}
