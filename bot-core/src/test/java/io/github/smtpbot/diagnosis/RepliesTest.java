package io.github.smtpbot.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.diagnosis.Finding.Contradiction;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Replies as people paste them, bare or with the marks of where they were copied from. */
class RepliesTest {

  @Test
  void aBareReplyTellsCodesCauseAndRecipient() {
    Finding finding = Reading.one("550 5.1.1 <bob@example.com>: User unknown");
    assertEquals("550 5.1.1", finding.codes());
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
    assertEquals("bob@example.com", finding.recipient());
    assertEquals(true, finding.permanent());
    assertEquals("<bob@example.com>: User unknown", finding.text());
  }

  @Test
  void theLinesOfALongReplyAreJoinedWithoutTheirCodes() {
    Finding finding =
        Reading.one(
            """
            550-5.7.26 This mail has been blocked because the sender is unauthenticated.
            550-5.7.26 Gmail requires all senders to authenticate with either SPF or DKIM.
            550 5.7.26 For instructions, go to https://support.google.com/mail/answer/81126 - gsmtp
            """);
    assertEquals("550 5.7.26", finding.codes());
    assertEquals(Cause.SPF_DKIM_DMARC_FAILURE, finding.cause());
    assertNotNull(finding.provider());
    assertEquals("google", finding.provider().id());
    assertTrue(finding.text().contains("unauthenticated. Gmail requires"), finding.text());
  }

  @Test
  void postfixJoinsTheLinesOfALongReplyAndTheCodesBetweenThemAreLeftOut() {
    Finding finding =
        Reading.one(
            "host gmail-smtp-in.l.google.com[64.233.188.26] said: 550-5.7.1 [192.0.2.22 18] Our"
                + " system has detected that this message is 550-5.7.1 likely suspicious due to the"
                + " very low reputation of the sending IP 550 5.7.1 address. p22 - gsmtp (in reply"
                + " to end of DATA command)");
    assertEquals("550 5.7.1", finding.codes());
    assertEquals(Command.END_OF_DATA, finding.command());
    assertEquals("gmail-smtp-in.l.google.com", finding.remoteHost());
    assertEquals(Cause.IP_BLOCKLISTED_OR_BAD_REPUTATION, finding.cause());
    assertTrue(finding.text().contains("sending IP address."), finding.text());
  }

  @Test
  void aCodeWithinARangeThatAProviderPublishesIsReadByIt() {
    String host = "host mx.mail.protection.outlook.com[192.0.2.1] said: ";
    Finding finding = Reading.one(host + "451 4.7.550 Not now");
    assertEquals(Cause.RATE_LIMITED, finding.cause());
    assertNotNull(finding.rule());
    assertEquals("4.7.500-4.7.699", String.valueOf(finding.rule().enhanced()));
    assertNull(Reading.one(host + "451 4.7.750 Not now").rule());
  }

  @Test
  void wordingTellsMoreThanACodeThatStandsForAnything() {
    Finding finding =
        Reading.one(
            "host mx.mail.protection.outlook.com[192.0.2.1] said: 550 5.0.350 Remote server"
                + " returned an error -> 550 no such user here");
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
  }

  @Test
  void theMarkOfADiagnosticCodeIsNoPartOfTheReply() {
    assertEquals("550 5.7.1", Reading.one("smtp;550 5.7.1 Relaying denied").codes());
  }

  @Test
  void anEnhancedCodeMayHaveAHashSign() {
    assertEquals("550 5.1.0", Reading.one("550 #5.1.0 Address rejected.").codes());
    assertEquals("553 5.3.0", Reading.one("553 sorry, that mailbox is not here (#5.3.0)").codes());
  }

  @Test
  void aQmailSentenceWithItsStatusAtTheEndIsReadWhole() {
    Finding finding = Reading.one("Sorry, no mailbox here by that name. (#5.1.1)");
    assertEquals("5.1.1", finding.codes());
    assertEquals("Sorry, no mailbox here by that name.", finding.text());
    assertEquals(Cause.USER_UNKNOWN, finding.cause());
  }

  @Test
  void aReplyWithoutEnhancedCodeIsRead() {
    Finding finding = Reading.one("421 Too many concurrent SMTP connections");
    assertEquals("421", finding.codes());
    assertNull(finding.enhanced());
    assertEquals(Cause.TOO_MANY_CONNECTIONS, finding.cause());
    assertEquals(false, finding.permanent());
  }

  @Test
  void aQuotedReplyWithinProseIsRead() {
    Finding finding =
        Reading.one(
            "Hi, our customer gets \"550 5.7.1 Message rejected due to SPF failure\" when he writes"
                + " to us, any idea?");
    assertEquals("550 5.7.1", finding.codes());
    assertEquals("Message rejected due to SPF failure", finding.text());
    assertEquals(Cause.SPF_DKIM_DMARC_FAILURE, finding.cause());
  }

  @Test
  void severalRepliesAreListedWithTheFinalOnesFirst() {
    List<Finding> findings =
        Reading.DIAGNOSER
            .read(
                """
                <joe@example.com>: 450 4.7.1 Greylisted, come back later
                <bob@example.com>: 552 5.2.2 Mailbox full
                <eve@example.com>: 550 5.1.1 User unknown
                """)
            .findings();
    assertEquals(
        List.of("bob@example.com", "eve@example.com", "joe@example.com"),
        findings.stream().map(Finding::recipient).toList());
    assertEquals(
        List.of(Cause.MAILBOX_FULL, Cause.USER_UNKNOWN, Cause.GREYLISTED),
        findings.stream().map(Finding::cause).toList());
  }

  @Test
  void theSameReplyTwiceIsOneFinding() {
    assertEquals(
        "550 5.1.1", Reading.one("550 5.1.1 User unknown\n\n550 5.1.1 User unknown").codes());
  }

  @Test
  void aConsentIsASuccess() {
    assertEquals(Cause.SUCCESS, Reading.one("250 2.1.5 Ok").cause());
  }

  @Test
  void theProvidersTokenOutweighsTheCode() {
    Finding finding =
        Reading.one(
            "550 5.7.1 Unfortunately, messages from [192.0.2.1] weren't sent. Please contact your"
                + " Internet service provider since part of their network is on our block list"
                + " (S3150).");
    assertEquals(Cause.IP_BLOCKLISTED_OR_BAD_REPUTATION, finding.cause());
    assertNotNull(finding.provider());
    assertEquals("outlook", finding.provider().id());
    assertNotNull(finding.rule());
  }

  @Test
  void codesOfTwoClassesContradictEachOther() {
    assertEquals(
        Set.of(Contradiction.CLASSES_DIFFER),
        Reading.one("550 4.2.2 The email account is over quota").contradictions());
  }

  @Test
  void aFinalCodeThatAsksToTryAgainContradictsItself() {
    assertEquals(
        Set.of(Contradiction.PERMANENT_SAYS_RETRY),
        Reading.one("554 5.7.1 Greylisted, please try again later").contradictions());
  }

  @Test
  void aPassingCodeInAQueueThatGaveUpContradictsItself() {
    Finding finding =
        Reading.one(
            "Nov 24 05:55:05 mx postfix/smtp[1]: 4F1A: to=<bob@example.com>,"
                + " relay=mx.example.com[192.0.2.1]:25, delay=432000, dsn=4.2.2, status=bounced"
                + " (host mx.example.com[192.0.2.1] said: 452 4.2.2 Mailbox full)");
    assertEquals(Set.of(Contradiction.TRANSIENT_SAYS_FINAL), finding.contradictions());
    assertEquals(true, finding.permanent());
  }
}
