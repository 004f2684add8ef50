package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.KnownError;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** An error that a program wrote without a word of mail is explained, if it came from mail. */
class PastedErrorsTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "TimeoutError: [WinError 10060] A connection attempt failed because the connected party did"
            + " not properly respond | HOST_UNREACHABLE_OR_TIMEOUT",
        "socket.gaierror: [Errno -2] Name or service not known | DOMAIN_NOT_FOUND",
        "Net::OpenTimeout: execution expired | HOST_UNREACHABLE_OR_TIMEOUT",
        "ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:1129) |"
            + " TLS_REQUIRED_OR_FAILED",
        "ConnectionRefusedError: [Errno 111] Connection refused | HOST_UNREACHABLE_OR_TIMEOUT"
      })
  void itIsToldAsOneThatMayHaveComeFromMail(String error, Cause cause) {
    Answer answer = BOT.answer(error, Locale.ENGLISH);
    assertEquals(Answer.Kind.SEARCH, answer.kind());
    assertEquals(List.of(cause), answer.asked().mentions().causes());
    assertTrue(isConditional(answer), answer::toString);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "psycopg2.OperationalError: could not connect to server: Connection timed out",
        "redis.exceptions.ConnectionError: Error 111 connecting to localhost:6379. Connection refused.",
        "Error: connect ECONNREFUSED 127.0.0.1:5432",
        "TypeError: Cannot read properties of undefined (reading 'length')"
      })
  void thatOfAnotherSystemIsNot(String error) {
    assertFalse(isConditional(BOT.answer(error, Locale.ENGLISH)));
  }

  @Test
  void aCommandLineWithAPortIsAnswered() {
    Answer answer =
        BOT.answer("swaks --to a@b.example --server smtp.b.example:587 --tls", Locale.ENGLISH);
    assertFalse(answer.summary().isEmpty());
  }

  @Test
  void othersAreToldTheConditionToo() {
    for (KnownError error : Catalog.builtIn().errors()) {
      String form = error.forms().get(0);
      Answer own = BOT.answer("Traceback:\nSomeError: " + form + " in main()", Locale.ENGLISH);
      if (isConditional(own)) {
        Shareable shareable = Objects.requireNonNull(own.shareable());
        assertEquals(Optional.of(shareable), Shareable.ofToken(shareable.bareToken()));
        assertEquals(own, BOT.answerShared(shareable, Locale.ENGLISH));
      }
    }
    Answer typed = BOT.answer("socket.gaierror: [Errno -2] Name not known", Locale.ENGLISH);
    assertTrue(isConditional(typed));
    assertEquals(
        typed, BOT.answerShared(Objects.requireNonNull(typed.shareable()), Locale.ENGLISH));
  }

  private static boolean isConditional(Answer answer) {
    return answer.lead().stream()
        .anyMatch(
            part -> part instanceof Part.Notice notice && notice.text().contains("sending mail"));
  }

  /** What libraries call a failure; the name alone says no more than their documentation does. */
  @ParameterizedTest
  @CsvSource({
    "ECONNECTION, Connection failed or dropped",
    "ESOCKET, Connection failed or dropped",
    "EENVELOPE, Sender or recipients not accepted",
    "EMESSAGE, Message not accepted",
    "smtplib.SMTPDataError, Message not accepted",
    "SMTPRecipientsRefused, Recipient not accepted",
    "System.Net.Mail.SmtpFailedRecipientException, Recipient not accepted",
    "javax.mail.SendFailedException: Invalid Addresses, The server answered with a refusal",
    "Net::SMTPServerBusy, The server put it off (4xx)",
    "Net::SMTPFatalError, The server answered with a refusal",
    "Net::SMTPAuthenticationError, Login refused",
    "MailKit.Security.AuthenticationException, Login refused",
    "System.Security.Authentication.AuthenticationException, TLS could not be set up",
    "SmtpException GeneralFailure, Could not connect",
    "SMTPHeloError, Name in HELO or EHLO refused",
    "SMTPNotSupportedError, Not offered by the server"
  })
  void theNameThatALibraryGivesIsExplained(String typed, String name) {
    assertEquals(name, BOT.answer(typed, Locale.ENGLISH).title());
  }

  @ParameterizedTest
  @CsvSource({
    "SmtpStatusCode.MailboxUnavailable, 550",
    "MustIssueStartTlsFirst, 530",
    "ExceededStorageAllocation, 552",
    "is ServiceNotAvailable permanent?, 421"
  })
  void theNameOfACodeStandsForIt(String typed, String code) {
    assertEquals(List.of(code), BOT.answer(typed, Locale.ENGLISH).asked().codes());
  }

  /** A name for many failures says less than whatever stands beside it. */
  @Test
  void aVagueNameGivesWayToEveryOtherError() {
    List<KnownError> all = Catalog.builtIn().errors();
    for (KnownError vague : all.stream().filter(KnownError::vague).toList()) {
      for (KnownError other : all.stream().filter(error -> !error.vague()).toList()) {
        String form = other.forms().get(other.forms().size() - 1);
        if (!form.endsWith("*") && !form.chars().allMatch(Character::isDigit)) {
          String text = "smtp " + vague.forms().get(0) + " " + form;
          KnownError named = Objects.requireNonNull(Catalog.builtIn().errorForms().named(text));
          assertFalse(named.vague(), text);
        }
      }
    }
  }

  /** An IPv6 address is no name of a library's class. */
  @Test
  void colonsOfAnAddressNameNoClass() {
    assertEquals(
        List.of(), BOT.answer("is 2001:db8::beef bad", Locale.ENGLISH).asked().mentions().errors());
  }
}
