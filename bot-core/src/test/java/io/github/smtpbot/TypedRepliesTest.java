package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Codes;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.Intent;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.question.ProviderNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody types who names a provider, a code and the words behind it, is read as a reply. */
class TypedRepliesTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Catalog CATALOG = Catalog.builtIn();

  private static Answer ask(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  private static List<Cause> causes(Answer answer) {
    return answer.asked().mentions().causes();
  }

  /** In front of the code, behind the words, and with a question around them. */
  @ParameterizedTest
  @CsvSource({
    "postfix 454 4.7.1 relay access denied, relay_denied, This Postfix server",
    "454 4.7.1 relay access denied postfix, relay_denied, This Postfix server",
    "454 4.7.1 relay access denied from postfix, relay_denied, This Postfix server",
    "sendmail 550 5.7.1 relaying denied what is it, relay_denied, This Sendmail server",
    "sendgrid 550 from address does not match a verified sender identity, sender_rejected, SendGrid",
    "exim 550 unrouteable address, user_unknown, Exim found no router",
    "exchange 5.7.1 unable to relay, relay_denied, Exchange is not responsible",
    "office365 550 5.4.1 access denied, user_unknown, has no such address",
    "hotmail 451 4.7.500 server busy please try again later, rate_limited, Microsoft saw",
    "550 5.7.1 gmail relaying denied, relay_denied, does not pass on mail",
    "mimecast 451 internal resources, greylisted, Mimecast defers a sender",
    "zoho 553 sender is not allowed to relay, sender_rejected, The account may not send with this",
    "gmx 554 no smtp service, ip_blocklisted_or_bad_reputation, At the greeting the server refuses"
  })
  void theWordsAreReadAsThoseOfWhoIsNamed(String text, String cause, String says) {
    Answer answer = ask(text);
    assertEquals(Answer.Kind.DIAGNOSIS, answer.kind(), text);
    assertEquals(List.of(Cause.ofLabel(cause).orElseThrow()), causes(answer), text);
    assertTrue(answer.summary().contains(says), text + " -> " + answer.summary());
    assertEquals(1, answer.asked().mentions().providers().size(), text);
  }

  /** The words are told as they were typed, without what is asked around them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "got \"421 4.7.0 Try again later, closing connection\" from gmail, should i wait? | 421 4.7.0"
            + " Try again later, closing connection",
        "550 5.4.1 Recipient address rejected: Access denied. office365 | 550 5.4.1 Recipient address"
            + " rejected: Access denied.",
        "gmail 550/5.7.1: relaying denied - what now | 550 5.7.1 relaying denied"
      })
  void theQuoteIsAsTyped(String text, String quote) {
    assertTrue(
        ask(text).lead().stream()
            .anyMatch(part -> part instanceof Part.Quote of && of.lines().equals(List.of(quote))),
        ask(text).lead().toString());
  }

  /** Every reply that a provider documents by its words and code is found by them. */
  @Test
  void everyDocumentedReplyIsFoundWhereItsProviderIsNamed() {
    List<String> wrong = new ArrayList<>();
    for (Provider provider : CATALOG.providers()) {
      boolean speaks = provider.kind() != Provider.Kind.BLOCKLIST;
      provider.rules().stream()
          .filter(rule -> speaks)
          .flatMap(rule -> text(provider, rule))
          .filter(text -> ask(text).summary().contains("Paste the whole reply"))
          .forEach(wrong::add);
    }
    assertEquals(List.of(), wrong);
  }

  private static Stream<String> text(Provider provider, Provider.Rule rule) {
    String code = rule.code();
    EnhancedPattern enhanced = rule.enhanced();
    boolean exact = code != null && Codes.parse(code).isPresent();
    if (!exact || rule.phrases().isEmpty() || (enhanced != null && !enhanced.isOne())) {
      return Stream.empty();
    }
    String status = enhanced == null ? "" : " " + enhanced.first();
    return rule.phrases().stream()
        .limit(1)
        .filter(phrase -> phrase.indexOf(' ') > 0)
        .map(
            phrase ->
                ProviderNames.asked(provider.id(), CATALOG) + " " + code + status + " " + phrase);
  }

  /** What is no more than the code's name tells nothing of what the provider means by it. */
  @ParameterizedTest
  @ValueSource(strings = {"gmx 554 transaction failed", "yahoo 421 service not available"})
  void theNameOfTheCodeIsNoReply(String text) {
    assertEquals(Intent.PROVIDER_MEANING, ask(text).asked().intent(), text);
  }

  /** A host at the end is what the server points to, and is part of what it said. */
  @Test
  void aHostAtTheEndIsPartOfTheWords() {
    Answer answer =
        ask(
            "550 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org");
    assertTrue(answer.lead().toString().contains("check.spamhaus.org"), answer.lead().toString());
  }

  /** Codes beside a cause: what the provider sends for it, or that nothing of that is known. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mail.ru 550 spam | Mail.ru, “spam message rejected”: ",
        "gmail 550 spam | Gmail / Google Workspace sends 550 5.7.1 for: Content judged to be spam.",
        "barracuda 550 greylisting | That Barracuda Email Security sends 550 for “Greylisted,"
            + " accepted on a later attempt” is not known here."
      })
  void aCauseBesideThemIsAskedAbout(String text, String begins) {
    assertTrue(ask(text).summary().startsWith(begins), text + " -> " + ask(text).summary());
  }

  /** Of what is pasted, that is answered first which somebody asks behind it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b@x.example>: host mx.x.example[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT"
            + " TO command) -- who fixes that | who | 452 4.2.2 is for the recipient or the"
            + " recipient's administrator to act on.",
        "<b@x.example>: host mx.x.example[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT"
            + " TO command). what should I do? | fix | First step: ",
        "got \"421 4.7.0 Try again later, closing connection\" from gmail, should i wait? | retry |"
            + " After 421 4.7.0 the sending server tries again by itself",
        "how do i fix 535 authentication failed | fix | First step: Enter user name",
        "550 5.7.1 relaying denied sendmail - is that permanent? | permanent | 550 5.7.1 is"
            + " permanent."
      })
  void whatIsAskedOfAPasteIsAnsweredFirst(String text, String intent, String begins) {
    Answer answer = ask(text);
    assertEquals(intent, answer.asked().intent().label(), text);
    assertTrue(
        answer.summary().startsWith(begins) || answer.summary().contains("Yes: " + begins),
        text + " -> " + answer.summary());
  }

  @Test
  void aQuestionOnItsOwnLineIsAnsweredFirst() {
    Answer answer =
        ask(
            "<b@x.example>: host mx.x.example[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to"
                + " RCPT TO command)\n\nwill it be retried?");
    assertEquals(Intent.RETRY, answer.asked().intent());
    assertTrue(
        answer.summary().startsWith("After 452 4.2.2 the sending server tries again"),
        answer.summary());
  }

  /** Question and paste on lines of their own, in either order; the paste is told without it. */
  @ParameterizedTest
  @CsvSource({
    "how do i fix it, fix",
    "who has to fix this?, who",
    "is that permanent?, permanent",
    "will it be retried?, retry"
  })
  void aQuestionBesideAPasteIsNoPartOfIt(String question, String intent) {
    String reply =
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.org";
    for (String text : List.of(reply + "\n" + question, question + "\n\n" + reply)) {
      Answer answer = ask(text);
      assertEquals(intent, answer.asked().intent().label(), text);
      assertEquals(Answer.Kind.DIAGNOSIS, answer.kind(), text);
      assertFalse(answer.lead().toString().contains(question), answer.lead().toString());
      assertFalse(answer.details().toString().contains(question), answer.details().toString());
    }
  }

  /** The codes and causes of a paste do not tell what is asked of it. */
  @ParameterizedTest
  @ValueSource(strings = {"Who has to fix this?", "Is it my server or theirs?"})
  void whatAPasteNamesDoesNotTellWhatIsAsked(String question) {
    String bounce =
        """
        The following message to <joe@example.com> was undeliverable.
        The reason for the problem:
        5.1.0 - Unknown address error 550-'5.1.1 <joe@example.com>: User unknown'

        """;
    assertEquals(Intent.WHO, ask(bounce + question).asked().intent());
    assertTrue(
        ask(bounce + question).summary().startsWith("550 5.1.1 is for the sender to act on."));
  }

  /** However many lines ask, one of them is taken for the question. */
  @Test
  void linesThatAllAskAreNoTrouble() {
    assertEquals(Answer.Kind.UNKNOWN, ask("why is that?\n".repeat(4_000)).kind());
  }

  /** What a server writes on its last line stays, though it asks. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 5.7.1 Message rejected.\n550 5.7.1 Why? See https://help.example/550",
        "Your message was not delivered.\n550 5.1.1 Is the address spelled right?"
      })
  void aLineOfTheServerIsNoQuestion(String text) {
    assertEquals(Intent.MEANING, ask(text).asked().intent(), text);
  }

  /** A status code tells what a provider means by it, whatever person's word stands beside it. */
  @Test
  void aPersonsWordBesideAProvidersCodesIsNoReply() {
    Answer answer = ask("aol 554 5.7.9 dmarc");
    assertEquals(Intent.PROVIDER_MEANING, answer.asked().intent());
    assertFalse(answer.summary().contains("password"), answer.summary());
  }
}
