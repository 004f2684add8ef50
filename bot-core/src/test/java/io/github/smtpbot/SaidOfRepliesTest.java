package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.diagnosis.Diagnosis;
import io.github.smtpbot.diagnosis.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What was found wrong when replies were read by somebody who had not written their answers. */
class SaidOfRepliesTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();

  private static Answer answer(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  private static Finding finding(String text) {
    Diagnosis diagnosis = Objects.requireNonNull(answer(text).diagnosis(), text);
    return diagnosis.findings().get(0);
  }

  private static String fact(Answer answer, String label) {
    return answer.lead().stream()
        .flatMap(
            part -> part instanceof Part.Verdict verdict ? verdict.facts().stream() : Stream.of())
        .filter(fact -> fact.label().equals(label))
        .map(Part.Fact::value)
        .findFirst()
        .orElse("");
  }

  /** Its words do not make a code less a provider's own. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "550 5.7.193 UnifiedGroupAgent; Delivery failed because the sender isn't a group member"
            + " | policy_rejection | exchangeonline",
        "550 5.7.233 Your message can't be sent because your tenant exceeded its daily limit"
            + " | rate_limited | exchangeonline",
        "550 5.7.703 Your message can't be delivered because one or more recipients are blocked by"
            + " your organization's tenant allow/block list policy"
            + " | policy_rejection | exchangeonline",
      })
  void aCodeThatOneProviderPublishesTellsWhoAnswered(String text, String cause, String provider) {
    Finding finding = finding(text);
    assertEquals(cause, finding.cause().name().toLowerCase(Locale.ROOT));
    assertEquals(provider, Objects.requireNonNull(finding.provider()).id());
  }

  /** Neither a registered code, nor a low one, nor one behind a host of somebody else. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 rejected, spam",
        "550 5.7.31 rejected, spam",
        "550 5.7.987 rejected, spam",
        "host mx.example.com[192.0.2.1] said: 550 5.7.193 rejected, spam"
      })
  void anyOtherCodeTellsNobody(String text) {
    assertNull(finding(text).provider());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "450 Requested action not taken: mailbox unavailable | 450 — Recipient not confirmed for"
            + " now",
        "451 4.1.1 User unknown, try later | 451 4.1.1 — Recipient not confirmed for now",
        "450 4.2.1 mailbox busy | 450 4.2.1 — Mailbox takes no mail for now",
        "550 5.1.1 User unknown | 550 5.1.1 — No such recipient",
        "221 2.0.0 Bye | 221 2.0.0 — Closing the connection",
        "354 End data with <CR><LF>.<CR><LF> | 354 — Send the message now",
        "235 2.7.0 Authentication successful | 235 2.7.0 — Authentication succeeded",
        "250 2.0.0 Ok: queued as 123 | 250 2.0.0 — Accepted",
        "550 5.4.1 | 550 5.4.1 — No such recipient",
        "550 5.7.12 | 550 5.7.12 — Rejected by a rule of the server",
        "432 4.7.12 | 432 4.7.12 — Password transition needed",
        "451 4.4.1 | 451 4.4.1 — No answer from host",
        "540 5.7.1 | 540 5.7.1 — Recipient inactive or blocked (Rambler)",
        "541 5.4.1 | 541 5.4.1 — Rejected by destination domain (Zoho)",
        "511 5.1.1 | 511 5.1.1 — No such recipient mailbox",
      })
  void theTitleSaysWhatTheReplyDoes(String text, String title) {
    assertEquals(title, answer(text).title());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "504 5.7.4 Unrecognized authentication type | command_not_supported",
        "503 5.5.1 Error: authentication already done | command_sequence_error",
        "550 5.1.0 <a@example.net>: Sender address rejected: User unknown in virtual mailbox table"
            + " | sender_rejected",
        "550 Verification failed for <a@example.net> | sender_rejected",
        "421-4.7.40 Your email has been rate limited because the sending domain doesn't have a"
            + " DMARC record - gsmtp | spf_dkim_dmarc_failure",
        "421 4.7.66 TLS 1.2 or higher required | tls_required_or_failed",
      })
  void theCauseIsTheOneMeant(String text, String cause) {
    Finding finding = finding(text);
    assertEquals(cause, finding.cause().name().toLowerCase(Locale.ROOT));
    assertNotEquals("take the address off", fact(answer(text), "Your list"));
  }

  @Test
  void whoeverSendsWithoutTlsToGmailActs() {
    Answer answer =
        answer(
            "421-4.7.29 Your email has been rate limited because this message wasn't sent over a"
                + " TLS connection. - gsmtp");
    assertEquals("the sender's administrator", fact(answer, "Who acts"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "354 | The server waits for more; nothing is decided yet",
        "334 | The server waits for more; nothing is decided yet",
        "250 | Accepted, goes on",
        "4.4.7 | Still tried again, or given up by now",
        "400 4.4.7 | Retried automatically",
        "5.4.7 | Returned to the sender",
        "connect to mx.example.com[203.0.113.9]:25: Connection timed out"
            + " | Not told whether it is final",
        "525 | Depends on who sent the code",
      })
  void whatHappensNextIsNoMoreThanIsKnown(String text, String next) {
    assertEquals(next, fact(answer(text), "What happens next"));
  }

  @Test
  void theLeadAndTheQuestionAgreeOnAnExpiry() {
    assertTrue(answer("4.4.7 permanent?").summary().startsWith("It depends"));
    assertTrue(answer("4.4.7 retry?").summary().startsWith("It depends"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "501 5.1.3 | RCPT TO, VRFY",
        "553 5.1.3 | RCPT TO, VRFY",
        "501 5.1.7 | MAIL FROM, RCPT TO",
        "451 4.1.8 | MAIL FROM, RCPT TO",
      })
  void anAddressIsGivenInFewCommands(String text, String commands) {
    List<String> told =
        answer(text).details().stream()
            .filter(part -> part instanceof Part.Text said && said.heading().equals("In answer to"))
            .map(part -> ((Part.Text) part).text())
            .toList();
    assertEquals(List.of(commands), told);
  }

  @Test
  void whoActsDiffersByWhoNotByOrder() {
    assertFalse(answer("553 554").lead().toString().contains("label=Who acts"));
    assertTrue(answer("550 551").lead().toString().contains("label=Who acts"));
  }

  @Test
  void aPermanentReplyIsNotToldToWait() {
    assertFalse(answer("550 5.2.0").lead().toString().contains("Greylisted: let"));
  }
}
