package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.KnownError;
import io.github.smtpbot.catalog.Party;
import io.github.smtpbot.catalog.Words;
import io.github.smtpbot.diagnosis.Finding;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A program that does not reach its own mail server, or does not trust it, is told to look at its
 * settings: no recipient and no MX has a part in it.
 */
class OwnServerTest {

  private static final Catalog CATALOG = Catalog.builtIn();
  private static final Words WORDS = CATALOG.words(Locale.ENGLISH);
  private static final SmtpBot BOT = SmtpBot.createUncached();

  private static Answer ask(String text) {
    return BOT.answer(text.replace("\\n", "\n"), Locale.ENGLISH);
  }

  private static KnownError error(String id) {
    return CATALOG.errors().stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
  }

  private static String firstStep(Answer answer) {
    return answer.lead().stream()
        .filter(Part.Verdict.class::isInstance)
        .flatMap(part -> ((Part.Verdict) part).facts().stream())
        .filter(fact -> fact.label().equals(WORDS.ui("first_step")))
        .map(Part.Fact::value)
        .findFirst()
        .orElse("");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "getaddrinfo ENOTFOUND smtp.exmaple.org | host_not_found",
        "Error: getaddrinfo ENOTFOUND mail.exmaple.org\\n  errno: -3008,\\n  code: 'EDNS',\\n"
            + "  command: 'CONN' | host_not_found",
        "dial tcp: lookup relay.example.net on 127.0.0.11:53: no such host | host_not_found",
        "javax.mail.MessagingException: Unknown SMTP host: mail.exmple.org;\\n  nested exception"
            + " is:\\n\tjava.net.UnknownHostException: mail.exmple.org | host_not_found",
        "lettre::transport::smtp::Error { kind: Connection, source: Custom { kind: Other, error:"
            + " \"failed to lookup address information: Name or service not known\" } } |"
            + " host_not_found",
        "Errno::ECONNREFUSED: Connection refused - connect(2) for \"localhost\" port 25 |"
            + " connection_refused",
        "dial tcp 198.51.100.4:587: connect: connection refused | connection_refused",
        "Error: connect ECONNREFUSED 127.0.0.1:465\\n  code: 'ESOCKET',\\n  command: 'CONN' |"
            + " connection_refused",
        "x509: certificate is valid for *.hosting.example, not mail.example.org |"
            + " certificate_not_trusted",
        "2026/05/01 failed to send mail: x509: certificate signed by unknown authority |"
            + " certificate_not_trusted",
        "failed to connect to SMTP server: error:0A000086:SSL routines::certificate verify failed |"
            + " certificate_not_trusted",
        "javax.mail.MessagingException: Could not convert socket to TLS;\\n nested exception is:\\n"
            + "\tjavax.net.ssl.SSLHandshakeException: PKIX path building failed: unable to find"
            + " valid certification path to requested target | certificate_not_trusted",
        "Traceback (most recent call last):\\n  File \"a.py\", line 3, in <module>\\n"
            + "    smtplib.SMTP_SSL(\"mail.example.org\", 587)\\n"
            + "ssl.SSLError: [SSL: WRONG_VERSION_NUMBER] wrong version number (_ssl.c:997) |"
            + " tls_failed",
      })
  void theSettingsOfTheProgramAreTheFirstStep(String text, String error) {
    Answer answer = ask(text);
    assertEquals(WORDS.error(error(error)).step(), firstStep(answer));
    assertTrue(answer.title().endsWith(WORDS.error(error(error)).name()), answer.title());
    assertFalse(answer.summary().contains("MX"), answer.summary());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "send-mailmessage : Unable to connect to the remote server",
        "msmtp: TLS certificate verification failed: the certificate hasn't got a known issuer",
        "Swift_TransportException: Connection could not be established with host mailhog",
        "An SMTP error occurred: the TLS handshake failed: handshake failure",
        "{:network_failure, ~c\"relay.example.net\", {:error, :timeout}}"
      })
  void soItIsWhereNoErrorIsNamed(String text) {
    String step = firstStep(ask(text));
    assertTrue(step.contains("587"), step);
  }

  @Test
  void oneAttemptIsToldOnceByWhatKeptItFromTheServer() {
    Answer answer =
        ask(
            """
            Error: self-signed certificate in certificate chain
                at TLSSocket.onConnectSecure (node:_tls_wrap:1674:34)
              code: 'ESOCKET', command: 'CONN'
            """);
    assertNotNull(answer.diagnosis());
    assertEquals(1, answer.diagnosis().findings().size());
  }

  @Test
  void aQueueThatDoesNotReachTheNextHostIsNoSuchProgram() {
    Answer answer =
        ask(
            "May  1 10:00:00 a postfix/smtp[9]: 4F0: to=<kim@example.com>, relay=none, dsn=4.4.1,"
                + " status=deferred (connect to mx.example.com[203.0.113.5]:25: Connection"
                + " refused)");
    assertTrue(firstStep(answer).contains("MX"), firstStep(answer));
  }

  /** A program may get a reply for which its provider counts on a queue. */
  @Test
  void aProgramIsToldOfNoQueue() {
    Answer answer =
        ask(
            "System.Net.Mail.SmtpException: Service not available, closing transmission channel."
                + " The server response was: 4.4.2 mail.example.com Error: timeout exceeded");
    assertEquals(WORDS.ui("program.retry.step"), firstStep(answer));
  }

  /** What the own service says of the own account does not pass by waiting. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "421 Domain sandbox77.mailgun.org is not allowed to send: Sandbox subdomains are for test"
            + " purposes only.",
        "smtplib.SMTPDataError: (421, b'Domain mg.example.org is not allowed to send: The domain is"
            + " unverified and requires DNS configuration.')"
      })
  void theStepOfASendingServiceLeads(String text) {
    Answer answer = ask(text);
    assertNotNull(answer.diagnosis());
    Finding finding = answer.diagnosis().findings().get(0);
    assertNotNull(finding.rule());
    assertEquals(finding.rule().fix().get("en"), firstStep(answer));
    assertTrue(answer.summary().startsWith(finding.rule().meaning().get("en")), answer.summary());
  }

  @Test
  void anErrorNamesWhoseTurnItIs() {
    KnownError policy = error("entra_conditional_access");
    assertEquals(List.of(Party.SENDER_ADMIN), policy.acts());
    Answer answer = ask("AADSTS53003");
    assertTrue(firstStep(answer).contains("Conditional Access"), firstStep(answer));
    assertFalse(firstStep(ask("AADSTS50053")).equals(firstStep(ask("AADSTS50126"))));
  }
}
