package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Provider;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is told of providers, of their tokens, and of names that are none. */
class ProvidersComparedTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();

  private static Answer ask(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"gmail vs outlook", "compare yahoo and gmail", "difference between gmail and aol"})
  void twoProvidersAreComparedByTheCodesThatBothExplain(String question) {
    Answer answer = ask(question);
    assertEquals(Answer.Kind.COMPARE, answer.kind());
    assertEquals(Intent.DIFFERENCE, answer.asked().intent());
    List<String> providers = answer.asked().mentions().providers();
    assertEquals(2, providers.size());
    for (String id : providers) {
      Provider provider = Catalog.builtIn().provider(id);
      assertTrue(
          provider != null && answer.summary().contains(provider.shortName()), answer.summary());
    }
    // Each step leads to both, by a code.
    FollowUp first = answer.followUps().get(0);
    Answer byCode = ask(first.question());
    assertEquals(providers, byCode.asked().mentions().providers());
    assertEquals(1, byCode.asked().codes().size());
    assertFalse(byCode.summary().contains("is not known here"), byCode.summary());
  }

  @ParameterizedTest
  @CsvSource({
    "CS01 comcast, apple, Comcast",
    "TSS04 gmail, yahoo, Gmail",
    "S3150 yahoo, outlook, Yahoo"
  })
  void aTokenOfAnotherProviderIsSaidToBeIts(String question, String owner, String named) {
    Answer answer = ask(question);
    Provider provider = Catalog.builtIn().provider(owner);
    String first = answer.summary().split("\\. ", 2)[0];
    assertTrue(provider != null && first.contains(provider.shortName()), first);
    assertTrue(first.contains(named), first);
    assertTrue(first.contains("not known"), first);
  }

  @Test
  void aTokenBesideItsOwnerIsJustTold() {
    assertFalse(ask("TSS04 yahoo").summary().contains("not known to write"));
    assertFalse(ask("CS01 icloud").summary().contains("not known to write"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"asdfghjkl", "ASDF", "tssabc", "smtpsendfoo", "xyzzy", "flurbel gnarf"})
  void randomLettersNameNobody(String text) {
    Answer answer = ask(text);
    assertEquals(Answer.Kind.UNKNOWN, answer.kind());
    assertEquals(Intent.UNKNOWN, answer.asked().intent());
    assertEquals(List.of(), answer.asked().mentions().providers());
  }

  @ParameterizedTest
  @CsvSource({
    "which codes mean greylisting, 450",
    "what code means mailbox full, 5.2.2",
    "which error means user unknown, 5.1.1",
    "which codes mean spam, 550"
  })
  void whoReceivesACodeIsToldWhichOnesMeanTheCause(String question, String code) {
    Answer answer = ask(question);
    assertEquals(Intent.WHICH_CODE, answer.asked().intent());
    assertTrue(answer.codes().contains(code), () -> "codes: " + answer.codes());
    assertTrue(answer.summary().contains(code), answer::summary);
    assertFalse(answer.summary().startsWith("Answer"), answer::summary);
  }

  @ParameterizedTest
  @ValueSource(strings = {"which code for greylisting", "what do I return for spam"})
  void whoSendsItIsToldWhatToSend(String question) {
    assertTrue(ask(question).summary().startsWith("Answer "));
  }

  @ParameterizedTest
  @CsvSource({
    "what does 4xx mean, 4xx, Temporary failure",
    "what is 5.7.x, 5.7.x, Security or policy"
  })
  void aFamilyIsToldByItsMeaning(String question, String family, String meaning) {
    Answer answer = ask(question);
    assertEquals(Intent.MEANING, answer.asked().intent());
    assertEquals(List.of(family), answer.asked().codes());
    assertTrue(answer.summary().startsWith(family + " means “" + meaning), answer::summary);
  }

  @ParameterizedTest
  @CsvSource({
    "curl: (67) Login denied, AUTH_FAILED",
    "curl: (7) Failed to connect to server, HOST_UNREACHABLE_OR_TIMEOUT",
    "curl (28), HOST_UNREACHABLE_OR_TIMEOUT",
    "curl: (60) SSL certificate problem: self-signed certificate, TLS_REQUIRED_OR_FAILED",
    "MailConnectException, HOST_UNREACHABLE_OR_TIMEOUT",
    "0x800CCC78, SENDER_REJECTED",
    "0x800CCC79, RELAY_DENIED",
    "smtplib.SMTPSenderRefused, SENDER_REJECTED",
    "smtplib.SMTPAuthenticationError, AUTH_FAILED",
    "SSL3_GET_RECORD, TLS_REQUIRED_OR_FAILED"
  })
  void errorsOfProgramsAreKnownByNameAndNumber(String text, String cause) {
    assertEquals(cause, ask(text).asked().mentions().causes().get(0).name());
  }

  @Test
  void aContradictionIsToldWithTheAnswerToo() {
    Answer answer = ask("is 550 4.2.2 permanent");
    assertTrue(answer.lead().toString().contains("contradict"), answer.lead()::toString);
  }

  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 <bob@example.com> User unknown - how do I fix this, FIX",
    "'550 5.1.1 <bob@example.com> User unknown, is this permanent?', PERMANENT",
    "452 4.2.2 <bob@example.com> over quota: should I retry, RETRY"
  })
  void aQuestionBehindAPastedReplyKeepsItsIntent(String text, Intent intent) {
    Answer answer = ask(text);
    assertEquals(Answer.Kind.DIAGNOSIS, answer.kind());
    assertEquals(intent, answer.asked().intent());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 Rejected. See why at https://example.com/why",
        "550 5.1.1 <bob@example.com> User unknown in virtual mailbox table",
        "421 4.7.0 try again later, your mail is held"
      })
  void whatAServerSaysLastAsksNothing(String text) {
    assertEquals(Intent.MEANING, ask(text).asked().intent());
  }

  @ParameterizedTest
  @CsvSource({
    "5 7 1, 5.7.1",
    "550 5 1 1, 550 5.1.1",
    "#< #5.1.1 smtp;550 5.1.1>, 550 5.1.1",
    "first 451 then 554, 451 554"
  })
  void codesAreReadAsTheyAreWritten(String text, String codes) {
    assertEquals(codes, String.join(" ", ask(text).asked().codes()));
  }
}
