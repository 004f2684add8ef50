package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words find the cause, or the code, that they most likely mean. */
class SearchAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Locale THAI = Locale.forLanguageTag("th");

  private static Answer ask(String words) {
    return BOT.answer(words, Locale.ENGLISH);
  }

  @ParameterizedTest
  @CsvSource({
    "mailbox full, Recipient's mailbox is full",
    "mailbx ful, Recipient's mailbox is full",
    "over quota, Recipient's mailbox is full",
    "greylisting, Greylisted",
    "greylistng, Greylisted",
    "relay denied, Relaying denied",
    "user unknown, No such recipient",
    "spf failed, Sender authentication failed",
    "authentication failed, Login failed",
    "quota, Recipient's mailbox is full",
    "mailbox full of somebody@example.com, Recipient's mailbox is full",
    "no such user, No such recipient",
    "host not found, Domain not found",
    "connection timed out, Mail server not reachable",
    "connection refused, Mail server not reachable",
    "disk full, Receiving server is out of space",
    "certificate expired, TLS required",
    "blocked by spamhaus, Sending IP address blocklisted"
  })
  void wordsLeadWithTheirCause(String words, String cause) {
    Answer answer = ask(words);
    assertEquals(Answer.Kind.SEARCH, answer.kind());
    assertTrue(answer.summary().startsWith(cause), answer.summary());
  }

  /** What the diagnosis knows of a server's words decides, and not words that are like them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "the email account that you tried to reach is over quota | The storage of the recipient is full",
        "the mailbox of the recipient is over quota | Recipient's mailbox is full",
        "this message was blocked because its content presents a potential security issue | Virus",
        "Must issue a STARTTLS command first | TLS required",
        "you are not allowed to send mail | Rejected by a rule",
        "listed at zen.spamhaus.org | Sending IP address blocklisted",
        "greylisted please try again in 300 seconds | Greylisted",
        "conversation with mx.example.com timed out | Mail server not reachable",
        "service unavailable | Server not available",
        "port 25 blocked | Mail server not reachable"
      })
  void whatAServerSaysWithoutItsCodeIsReadAsItsWords(String words, String cause) {
    Answer answer = ask(words);
    assertTrue(answer.summary().startsWith(cause), answer.summary());
  }

  /** A number of seconds or minutes is no code, whatever asks before it. */
  @ParameterizedTest
  @ValueSource(strings = {"try again in 300 seconds", "wait 421 seconds", "retry in 550 minutes"})
  void aTimeIsNoCode(String words) {
    assertEquals(List.of(), ask(words).asked().mentions().subjects());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what is the weather",
        "lunch at noon?",
        "why is the sky blue",
        "see you at the meeting on monday",
        "please review my pull request",
        "happy birthday"
      })
  void whatPeopleTalkAboutElseFindsNothing(String words) {
    assertEquals(Answer.Kind.UNKNOWN, ask(words).kind());
  }

  @ParameterizedTest
  @ValueSource(strings = {"กล่องจดหมายเต็ม", "กล่องจดหมาย เต็ม", "mailbox full"})
  void aReaderOfThaiFindsTheSameInEitherLanguage(String words) {
    Answer answer = BOT.answer(words, THAI);
    assertEquals(List.of("x.2.2", "552", "452"), answer.codes().subList(0, 3));
    assertEquals(THAI, answer.language());
  }

  /** Words that the bot itself does not write, for it has one word for one thing. */
  @ParameterizedTest
  @CsvSource({
    "เมลเต็ม, mailbox_full",
    "กล่องเมลเต็ม, mailbox_full",
    "ข้อความใหญ่เกินไป, message_too_big",
    "ข้อความวนซ้ำ, mail_loop",
    "ติดแบล็กลิสต์, ip_blocklisted_or_bad_reputation"
  })
  void aCauseIsFoundByWhatReadersCallIt(String words, String label) {
    Cause cause = Cause.ofLabel(label).orElseThrow();
    String name = Catalog.builtIn().words(THAI).cause(cause).name();
    String summary = BOT.answer(words, THAI).summary();
    assertTrue(summary.startsWith(name), summary);
  }

  @Test
  void whatOthersMayBeShownOfASearchHoldsNoAddress() {
    Answer answer = ask("mailbox full bob@example.com");
    assertEquals(new Shareable.Asked("mailbox full b…@example.com"), answer.shareable());
    assertFalse(answer.isAboutCodes(), "words are somebody's own");
    assertTrue(ask("252 501").isAboutCodes());
  }

  @Test
  void whoeverAsksInThaiIsAnsweredInThai() {
    Answer answer = ask("กล่องจดหมายเต็ม");
    assertEquals(List.of("x.2.2", "552", "452"), answer.codes().subList(0, 3));
    assertEquals(Locale.forLanguageTag("th"), answer.language());
  }

  @Test
  void codesOfTheRfcsComeBeforeThoseThatNoRfcDefines() {
    List<String> codes = ask("mailbox full").codes();
    assertEquals(List.of("x.2.2", "552", "452"), codes.subList(0, 3));
    assertTrue(codes.indexOf("522") > codes.indexOf("452"), codes.toString());
  }

  @Test
  void whereTheCodeDecidesTheSenderIsToldWhatToDoEitherWay() {
    Part.Verdict verdict = (Part.Verdict) ask("greylisting").lead().get(0);
    assertEquals(
        "If the message came back, send it again after some minutes."
            + " Else wait; it usually arrives within an hour.",
        verdict.facts().get(2).value());
  }

  @Test
  void theNameOfACommandFindsItsReplies() {
    Answer answer = ask("starttls");
    assertTrue(answer.codes().containsAll(List.of("220", "454", "530")), answer.codes().toString());
    assertTrue(answer.followUps().contains(new FollowUp("STARTTLS", "STARTTLS")));
    assertTrue(answer.summary().startsWith("STARTTLS: The client asks to encrypt"));
  }

  @ParameterizedTest
  @CsvSource({
    "TSS04, Yahoo / AOL, Yahoo holds mail",
    "[TSS04], Yahoo / AOL, Yahoo holds mail",
    "tss04, Yahoo / AOL, Yahoo holds mail",
    "S3150, Outlook.com / Hotmail, The sending IP address",
    "BL21, Yahoo / AOL, The sending IP address",
    "IB401, GoDaddy, Authentication is not allowed",
    "AUP#CXBL, Cox, Cox blocks"
  })
  void aProvidersTokenIsExplained(String token, String provider, String meaning) {
    Answer answer = ask(token);
    assertEquals(token + " — " + provider, answer.title());
    assertTrue(answer.summary().startsWith(meaning), answer.summary());
  }

  @Test
  void aTokenThatItsProviderDoesNotExplainIsAtLeastAttributed() {
    Answer answer = ask("OFR_999");
    assertTrue(answer.title().contains("Orange"), answer.title());
    assertEquals(1, answer.sources().size());
  }

  @ParameterizedTest
  @CsvSource({
    "gmail, Gmail / Google Workspace",
    "Microsoft 365, Microsoft 365 / Exchange Online",
    "icloud, iCloud Mail"
  })
  void theNameOfAProviderTellsWhatItsRepliesMean(String name, String provider) {
    Answer answer = ask(name);
    assertEquals(provider, answer.title());
    assertTrue(answer.lead().get(0) instanceof Part.Bullets sayings && !sayings.items().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzqqqxxx", "qwrtpsdfg", "ฟฟฟฟ"})
  void whatNobodyKnowsIsSaidToBeUnknown(String words) {
    Answer answer = ask(words);
    assertEquals(Answer.Kind.UNKNOWN, answer.kind());
    assertTrue(answer.title().contains(words), answer.title());
    assertTrue(answer.codes().isEmpty());
  }
}
