package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Kinds of text that strangers paste: what is said without a code, without a word of mail. */
class StrangersWordsTest {

  private static Finding first(String text) {
    return Reading.first(text.replace("\\n", "\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          permanent error (554)                                    | 554
          Error: permanent error (550)                             | 550
          err="relay: client auth error: 535 Login denied"         | 535
          [E] notifier: 535 Error: authentication failed           | 535
          Some servers reject RCPT with a 5xx (e.g. 550 "User unknown in local recipient table") | 550
          """)
  void aCodeIsReadWithoutAWordOfMail(String text, String codes) {
    assertEquals(codes, first(text).codes());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Retry after transient error (503) from upstream",
        "Job 17 stopped: transient error (451), will be started again",
        "Failed: permanent error (999)",
        "ftp> 535 Failed security check",
        "sasl login 535: password denied for database",
        "Authentification requise : connectez-vous pour lire vos e-mails",
        "Für das Postfach ist eine Anmeldung erforderlich, bitte im Portal anmelden",
        "Your account is on hold until you pay invoice 550 (email sent 5.5.2025)",
        "You tried to open a document that has been marked as inactive.",
        "550 File extension not permitted",
        "451 trouble in home directory",
        "if code == 5:\n  raise Refused('no such user')\nexcept Disconnected: break\n"
      })
  void whatIsSaidOfOtherThingsIsNoMail(String text) {
    assertTrue(Reading.DIAGNOSER.read(text).isEmpty(), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          550 From address is not verified, ask your administrator | SENDER_REJECTED
          553 5.7.1 You are not the owner of the sender address    | SENDER_REJECTED
          550 The From address does not match the authenticated user | SENDER_REJECTED
          530 From/Sender name is not valid, sorry                 | SENDER_REJECTED
          550 Outgoing mail from "example.org" has been suspended  | SENDER_REJECTED
          550 Sending suspended for this account                   | SENDER_REJECTED
          535 Account suspended                                    | SENDER_REJECTED
          535 5.7.8 Account disabled                               | SENDER_REJECTED
          550 5.2.1 Account suspended                              | MAILBOX_DISABLED
          554 5.7.1 DKIM test failed                               | SPF_DKIM_DMARC_FAILURE
          550 5.5.0 SPF: 192.0.2.9 is not allowed to send mail.    | SPF_DKIM_DMARC_FAILURE
          550 5.7.27 SPF did not pass for example.org                | SPF_DKIM_DMARC_FAILURE
          550 5.7.1 Message contains a URL listed by a SURBL         | SPAM_CONTENT
          550 Your message contained a link that is on Spamhaus' DBL | SPAM_CONTENT
          551 Banned file                                          | VIRUS_OR_FORBIDDEN_ATTACHMENT
          554 Banned file: letter.zip                              | VIRUS_OR_FORBIDDEN_ATTACHMENT
          554 Executable attachments are refused here              | VIRUS_OR_FORBIDDEN_ATTACHMENT
          Error: Mail sender rejection.                            | SENDER_REJECTED
          SMTP: Mail recipient rejection.                          | USER_UNKNOWN
          SMTP Error: Data not accepted.                           | POLICY_REJECTION
          smtp: STARTTLS is not advertised by mx.example.com       | TLS_REQUIRED_OR_FAILED
          10:00:01 ERR [SMTP] -> DATA error="message too big"      | MESSAGE_TOO_BIG
          """)
  void theWordsTellTheCause(String text, Cause cause) {
    assertEquals(cause, first(text).cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          550 Unbekannter Nutzer                          | USER_UNKNOWN
          550 Utilisateur inexistant                      | USER_UNKNOWN
          550 Destinatario no encontrado                  | USER_UNKNOWN
          550 Destinatário não existe                     | USER_UNKNOWN
          550 Utente non trovato                          | USER_UNKNOWN
          550 Gebruiker niet gevonden                     | USER_UNKNOWN
          550 Użytkownik nie istnieje                     | USER_UNKNOWN
          550 Нет такого адреса                           | USER_UNKNOWN
          552 Cuota superada                              | MAILBOX_FULL
          552 Skrzynka odbiorcy jest pełna                | MAILBOX_FULL
          552 Mail zu groß                                | MESSAGE_TOO_BIG
          552 Le message trop gros                        | MESSAGE_TOO_BIG
          550 Relay non consentito                        | RELAY_DENIED
          550 Relay no permitido                          | RELAY_DENIED
          550 Absender nicht erlaubt                      | SENDER_REJECTED
          550 Remitente no autorizado                     | SENDER_REJECTED
          530 Autenticación requerida                     | AUTH_REQUIRED
          530 Anmeldung erforderlich                      | AUTH_REQUIRED
          Der Mail-Server antwortete: 5.1.1 Empfänger unbekannt            | USER_UNKNOWN
          Il server di posta ha risposto: 5.1.1 utente non trovato         | USER_UNKNOWN
          Le serveur de messagerie a répondu '5.1.1 destinataire inconnu'  | USER_UNKNOWN
          Boîte pleine. La réponse du serveur était : 5.2.2 quota dépassé  | MAILBOX_FULL
          """)
  void serversSpeakOtherLanguages(String text, Cause cause) {
    assertEquals(cause, first(text).cause());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          host a.pphosted.com[192.0.2.1] said: 550 5.7.0 Local Policy Violation - DMARC Reject      | SPF_DKIM_DMARC_FAILURE
          host a.pphosted.com[192.0.2.1] said: 550 5.7.0 Local Policy Violation, virus found        | VIRUS_OR_FORBIDDEN_ATTACHMENT
          host a.pphosted.com[192.0.2.1] said: 550 5.7.0 Local Policy Violation                     | POLICY_REJECTION
          """)
  void aNamedCheckGoesBeforeAPolicy(String text, Cause cause) {
    assertEquals(cause, first(text).cause());
  }

  @Test
  void aProvidersSentenceSaysTheSameInAnothersReply() {
    String sentence = "DKIM authentication didn't pass";
    Finding relayed = first("host mx.example.com[192.0.2.1] said: 550 5.7.1 " + sentence);
    assertEquals(Cause.SPF_DKIM_DMARC_FAILURE, relayed.cause());
    assertNull(Reading.provider(relayed));
    assertEquals(0.7, relayed.confidence());
    Finding alone = first(sentence);
    assertEquals(Cause.SPF_DKIM_DMARC_FAILURE, alone.cause());
    assertEquals("google", Reading.provider(alone));
  }

  @Test
  void aProvidersSentenceIsReadWithoutACode() {
    Finding finding =
        first(
            "{\"ErrorCode\":406,\"Message\":\"You tried to send to recipients that have been"
                + " marked as inactive. Found inactive addresses: a@example.com.\"}");
    assertEquals(Cause.POLICY_REJECTION, finding.cause());
    assertEquals("postmark", Reading.provider(finding));
    assertNull(finding.replyCode());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          550 Requested action not taken: mailbox unavailable\\ninvalid DNS MX or A/AAAA resource record. | DOMAIN_NOT_FOUND
          The mail server responded:\\nRequested action not taken: mailbox unavailable\\ninvalid DNS MX or A/AAAA resource record. | DOMAIN_NOT_FOUND
          Diagnostic-Code: smtp;550 5.0.350 One \\nor more attachments are of a file type that is not allowed | VIRUS_OR_FORBIDDEN_ATTACHMENT
          Code\\n550 5.1.1\\nDescription\\nUser unknown | USER_UNKNOWN
          """)
  void theRestOfAReplyStandsOnALineOfItsOwn(String text, Cause cause) {
    assertEquals(cause, first(text).cause());
  }

  @Test
  void aCommandBelowAReplyIsNotItsRest() {
    assertEquals("relay not permitted", first("550 relay not permitted\nquit").text());
    assertEquals("relay not permitted.", first("550 relay not permitted.\nany idea?").text());
  }

  @Test
  void theHeadingOfAWindowSaysLessThanTheNetwork() {
    Finding finding =
        first(
            """
            Acme Server Error
            Mail delivery failed via SMTP server 'mx.example.com'.
            Connection refused
            """);
    assertEquals(Cause.HOST_UNREACHABLE_OR_TIMEOUT, finding.cause());
    assertNull(finding.permanent());
  }

  @Test
  void aConsentDoesNotLeadWhereTheMessageWasNotTaken() {
    Finding finding =
        first(
            """
            SERVER -> CLIENT: 354 go ahead
            CLIENT -> SERVER: .
            SERVER -> CLIENT:
            SMTP Error: data not accepted.
            CLIENT -> SERVER: QUIT
            SERVER -> CLIENT: 250 OK id=1abc
            """);
    assertNull(finding.replyCode());
    assertEquals(Cause.POLICY_REJECTION, finding.cause());
    assertEquals(0.7, finding.confidence());
  }

  @Test
  void whatPostfixAloneWritesShowsIt() {
    Finding finding =
        first(
            "1.2.2024, 10:00:00 | info | NOQUEUE: reject: RCPT from a.example[192.0.2.1]:"
                + " 554 5.7.1 <a.example[192.0.2.1]>: Client host rejected: go away;"
                + " from=<a@b.example> to=<c@d.example>");
    assertEquals("postfix", Reading.provider(finding));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          451 qq trouble in home directory (#4.3.0)  | SERVER_LOCAL_ERROR
          451 qq trouble creating files in queue     | SERVER_LOCAL_ERROR
          554 qq permanent problem (#5.3.0)          | SERVER_LOCAL_ERROR
          """)
  void qmailsQueueFailsInItsOwnWords(String text, Cause cause) {
    Finding finding = first(text);
    assertEquals(cause, finding.cause());
    assertEquals("qmail", Reading.provider(finding));
  }
}
