package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Severity;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Advice on a temporary answer does not ask for what only a final one calls for. */
class TransientAdviceTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();

  /** What is right only once a message has come back. */
  private static final Pattern FINAL =
      Pattern.compile("(?i)off (your|the) list|[Dd]elete it from|send (it |them )?again\\b");

  static Stream<String> transientCodes() {
    return Catalog.builtIn().enhancedCodes().stream()
        .filter(facts -> facts.classes().contains(4))
        .map(facts -> facts.code().ofClass(4))
        .map(EnhancedStatusCode::text);
  }

  private static String fact(Answer answer, String label) {
    return answer.lead().stream()
        .filter(Part.Verdict.class::isInstance)
        .flatMap(part -> ((Part.Verdict) part).facts().stream())
        .filter(fact -> fact.label().equals(label))
        .map(Part.Fact::value)
        .findFirst()
        .orElse("");
  }

  private static Answer ask(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  @ParameterizedTest
  @MethodSource("transientCodes")
  void itIsTriedAgain(String code) {
    // A queue says 4.4.7 when it gives up, and also when it only warns.
    String next =
        code.equals("4.4.7") ? "Still tried again, or given up by now" : "Retried automatically";
    assertEquals(next, fact(ask(code), "What happens next"));
  }

  @ParameterizedTest
  @MethodSource("transientCodes")
  void whereNobodyActsTheFirstStepIsToWait(String code) {
    Answer answer = ask(code);
    String first = fact(answer, "Do this first");
    if (fact(answer, "Who acts").startsWith("nobody")) {
      assertTrue(first.startsWith("Wait") || first.startsWith("Nothing"), code + ": " + first);
    }
    assertFalse(FINAL.matcher(first).find(), code + ": " + first);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.1.1 | nobody for now | Wait: ",
        "450 4.1.1 | nobody for now | Wait: ",
        "450 4.1.1 User unknown | nobody for now | Wait: ",
        "4.7.1 | nobody for now | Wait: ",
        "451 4.7.1 | nobody for now | Wait: ",
        "452 4.5.3 | nobody for now | Nothing: ",
        "452 4.5.3 Too many recipients | nobody for now | Nothing: ",
        "452 4.2.2 Mailbox full | the recipient | Wait: the sending server keeps trying "
      })
  void theAnswersOfTheIssueSayWhatFits(String asked, String acts, String first) {
    assertTrue(fact(ask(asked), "Who acts").startsWith(acts), asked);
    assertTrue(
        fact(ask(asked), "Do this first").startsWith(first), fact(ask(asked), "Do this first"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "450 4.1.1 <bob@example.com>: Recipient address rejected: unverified address: host"
            + " mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown | the sender | Check the"
            + " spelling",
        "450 4.1.1 <bob@example.com>: Recipient address rejected: unverified address: connect to"
            + " mx.example.com[192.0.2.1]:25: Connection timed out"
            + " | the recipient's administrator | Let it be retried",
        "450 4.1.7 <me@example.com>: Sender address rejected: unverified address: host"
            + " mx.example.com[192.0.2.1] said: 550 5.1.1 User unknown | the sender | Send from an"
            + " address",
        "450 4.1.7 <me@example.com>: Sender address rejected: unverified address: Address"
            + " verification in progress | nobody for now | Wait: ",
        "450 4.7.1 <localhost>: Helo command rejected: Host not found"
            + " | the sender's administrator | Set the HELO name",
        "535 5.7.8 Error: authentication failed: Connection lost to authentication server"
            + " | nobody for now | Leave user name and password",
        "status=deferred (lost connection with mx.example.com[192.0.2.1] while sending message"
            + " body) | the sender's administrator | Test the path MTU",
        "450 4.7.1 Greylisted, try again in 5 minutes | nobody for now | Wait, and do not send",
        // It comes back, whatever its words promise.
        "550 5.7.1 Greylisted, try again in 5 minutes | the sender | If the message came back, send"
      })
  void nobodyActsOnlyWhereWaitingCures(String asked, String acts, String first) {
    Answer answer = ask(asked);
    assertTrue(fact(answer, "Who acts").startsWith(acts), fact(answer, "Who acts"));
    assertTrue(fact(answer, "Do this first").startsWith(first), fact(answer, "Do this first"));
  }

  @Test
  void somebodyActsOnEveryFailureThatCameBack() {
    Catalog catalog = Catalog.builtIn();
    for (Cause cause : Cause.values()) {
      if (cause != Cause.SUCCESS) {
        assertNotEquals(
            Party.NOBODY, catalog.cause(cause).acts(Severity.PERMANENT).get(0), cause::label);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"5.1.1, Compare the address", "550 5.1.1, Compare the address", "550 5.5.3, Split"})
  void aFinalAnswerKeepsItsAdvice(String asked, String first) {
    assertTrue(
        fact(ask(asked), "Do this first").startsWith(first), fact(ask(asked), "Do this first"));
  }
}
