package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Bounds;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.EnhancedPattern;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Provider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A code that SMTP does not have is told from one that it has, and nobody is left alone with it.
 */
class UnknownCodeAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Catalog CATALOG = Catalog.builtIn();

  private static Answer ask(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  @Test
  void whatAProviderMeansByAnUnassignedCodeComesFirst() {
    Answer answer = ask("5.7.515");
    Part.Bullets providers = assertInstanceOf(Part.Bullets.class, answer.lead().get(0));
    assertTrue(providers.items().get(0).startsWith("Microsoft 365"), providers.toString());
    assertEquals(providers.items().get(0), answer.summary());
    assertEquals(Answer.Kind.EXPLAIN, answer.kind());
    assertFalse(answer.toString().contains("no product"), "Microsoft's product uses it");
  }

  @Test
  void whatAProviderMeansByAnUnassignedCodeComesWithAFirstStep() {
    Part.Verdict verdict = assertInstanceOf(Part.Verdict.class, ask("5.7.515").lead().get(1));
    assertEquals(
        List.of("Cause", "Who acts", "Do this first"),
        verdict.facts().stream().map(Part.Fact::label).toList());
  }

  /** Ranges and single codes of Microsoft's and Google's pages, and who says what of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "4.7.500 | Microsoft 365 / Exchange Online (4.7.500-4.7.699) | Sending too fast",
        "4.7.699 | Microsoft 365 / Exchange Online (4.7.500-4.7.699) | Sending too fast",
        "4.7.850 | Microsoft 365 / Exchange Online (4.7.850-4.7.899) | Sending too fast",
        "4.7.899 | Microsoft 365 / Exchange Online (4.7.850-4.7.899) | Sending too fast",
        "5.0.350 | Microsoft 365 / Exchange Online | Cause not known",
        "5.7.606 | Microsoft 365 / Exchange Online (5.7.606-5.7.649) | Sending IP address",
        "5.7.607 | Microsoft 365 / Exchange Online (5.7.606-5.7.649) | Sending IP address",
        "5.7.649 | Microsoft 365 / Exchange Online (5.7.606-5.7.649) | Sending IP address",
        "5.7.749 | Microsoft 365 / Exchange Online (5.7.700-5.7.749) | Rejected by a rule",
        "5.7.705 | Microsoft 365 / Exchange Online | Rejected by a rule",
        "5.7.54 | Microsoft Exchange Server | Relaying denied",
        "5.7.80 | Gmail / Google Workspace (535 5.7.80) | Login failed",
        "5.7.90 | Gmail / Google Workspace (534 5.7.90) | Login failed",
        "5.7.129 | Microsoft 365 / Exchange Online | Rejected by a rule",
        "5.7.193 | Microsoft 365 / Exchange Online | Rejected by a rule",
        "5.7.367 | Microsoft 365 / Exchange Online | Relaying denied",
        "5.7.711 | Microsoft 365 / Exchange Online | Rejected by a rule",
        "5.1.20 | Microsoft 365 / Exchange Online | Syntax or protocol error",
      })
  void whatAProviderPublishesOfACodeOrRangeIsTold(String code, String provider, String cause) {
    Answer answer = ask(code);
    assertTrue(answer.title().startsWith(code + " — " + cause), answer.title());
    Part.Bullets said = assertInstanceOf(Part.Bullets.class, answer.lead().get(0));
    assertTrue(said.items().get(0).startsWith(provider + ": "), said.toString());
  }

  /** Each end of every code and range that a provider's file names and no registry has. */
  static List<String> ownCodes() {
    List<String> replies = new ArrayList<>();
    for (Provider provider : CATALOG.providers()) {
      for (Provider.Rule rule : provider.rules()) {
        EnhancedPattern codes = rule.enhanced();
        boolean alone = rule.phrases().isEmpty() && rule.mark() == null;
        if (codes != null && alone && CATALOG.find(codes.first()) == null) {
          EnhancedStatusCode first = codes.first();
          int digit = first.classDigit() == 0 ? 5 : first.classDigit();
          String reply = rule.code() == null ? (digit == 4 ? "451" : "550") : rule.code();
          for (int detail : List.of(first.detail(), codes.last())) {
            replies.add(reply + " " + digit + "." + first.subject() + "." + detail);
          }
        }
      }
    }
    return replies.stream().distinct().toList();
  }

  @Test
  void aCodeOfAProvidersOwnIsToldAlikeAloneAndInAReply() {
    assertTrue(ownCodes().size() > 60, ownCodes().toString());
    for (Locale language : BOT.languages()) {
      for (String text : ownCodes()) {
        String code = text.substring(4);
        Answer reply = BOT.answer(text, language);
        Answer alone = BOT.answer(code, language);
        Bounds.assertHeld(reply);
        assertEquals(Answer.Kind.REPLY, reply.kind(), text);
        assertEquals(text, reply.title().substring(0, text.length()));
        assertEquals(
            alone.title().substring(code.length()), reply.title().substring(text.length()));
        assertEquals(alone.summary(), reply.summary(), text);
        assertEquals(alone.lead().subList(0, 2), reply.lead().subList(0, 2), text);
        // A screen may have room for the beginning alone.
        for (String meaning : List.of(alone.brief().meaning(), reply.brief().meaning())) {
          String begin = meaning.substring(0, Math.min(20, meaning.length()));
          assertTrue(reply.summary().startsWith(begin), meaning);
        }
        assertEquals(alone.brief().first(), reply.brief().first(), text);
        assertEquals(List.of(text.split(" ")), reply.codes(), text);
        assertEquals(List.of(text), reply.asked().codes(), text);
        assertEquals(text, reply.asked().canonical(CATALOG));
      }
    }
  }

  /** Nobody publishes these: the reply's enhanced code tells no more than its digits do. */
  @ParameterizedTest
  @CsvSource({
    "550 5.7.650, 550 5.7.650 — Unassigned (Security or policy)",
    "451 4.4.99, 451 4.4.99 — Unassigned (Network and routing)",
    "550 5.99.1, 550 5.99.1 — Unassigned (Permanent failure)",
    "535 5.7.650, 535 5.7.650 — Authentication credentials invalid",
    "250 2.7.650, 250 2.7.650 — Accepted"
  })
  void ofAReplyWhoseCodeNobodyExplainsTheDigitsAreTold(String text, String title) {
    Answer answer = ask(text);
    assertEquals(title, answer.title());
    assertTrue(answer.lead().toString().contains("No RFC assigns " + text.substring(4)));
    assertFalse(answer.toString().contains("it means what the provider"), text);
  }

  @ParameterizedTest
  @CsvSource({"55O, 550", "5O1, 501", "5.7.l, 5.7.1"})
  void aLetterThatLooksLikeADigitLeadsToTheCode(String typed, String meant) {
    assertTrue(ask(typed).followUps().stream().anyMatch(next -> next.question().endsWith(meant)));
  }

  @ParameterizedTest
  @CsvSource({"4.7.499", "4.7.700", "4.7.849", "4.7.900", "5.7.605", "5.7.650"})
  void aRangeEndsWhereItsPageSaysSo(String code) {
    assertEquals(Answer.Kind.UNKNOWN, ask(code).kind());
  }

  /** Nobody publishes these; who uses their neighbours is computed from the providers' files. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "5.7.61 | Microsoft 365 / Exchange Online (5.7.60, 5.7.64, 5.7.57)",
        "5.7.350 | Microsoft 365 / Exchange Online (5.7.367,",
        "5.1.350 | Microsoft 365 / Exchange Online (5.1.351,",
      })
  void whoUsesTheNeighbourhoodOfACodeIsTold(String code, String neighbours) {
    Answer answer = ask(code);
    String told = answer.lead().toString();
    assertTrue(told.contains("in " + code.substring(0, 4) + "x are used by " + neighbours), told);
  }

  @Test
  void whereNobodyUsesTheNeighbourhoodNobodyIsNamed() {
    assertFalse(ask("5.99.1").lead().toString().contains("are used by"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"5.7.61", "5.99.1", "299", "4.7.700"})
  void thatNoMeaningIsKnownIsSaidOfTheBotAndNotOfTheWorld(String code) {
    String summary = ask(code).summary();
    assertTrue(summary.startsWith("No RFC assigns " + code + ", and this bot knows of no page"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "550 foo bar baz",
        "550 OFR_535 [535]",
        "421 OFR004_203",
        "5.7.1 foo bar baz",
        "451 blorp",
        "zzyzx 550 quux"
      })
  void aCodeBesideUnknownWordsIsNeverSaidToBeNone(String text) {
    Answer answer = ask(text);
    assertFalse(answer.toString().contains("No code"), answer.toString());
    assertNotEquals(Answer.Kind.UNKNOWN, answer.kind(), answer.title());
  }

  @Test
  void anUnassignedCodeIsNotSaidToBeNoCode() {
    assertEquals("5.99.1 is not assigned in any RFC or registry", ask("5.99.1").title());
    assertEquals("299 is not assigned in any RFC or registry", ask("299").title());
  }

  @Test
  void anUnassignedCodeIsReadByItsDigits() {
    Answer answer = ask("5.99.1");
    assertTrue(answer.lead().stream().anyMatch(part -> part.toString().contains("5.x.x")));
    assertTrue(answer.lead().stream().anyMatch(Part.Choices.class::isInstance));
  }

  @ParameterizedTest
  @ValueSource(strings = {"502 Bad Gateway", "404 Not Found", "404"})
  void anHttpStatusIsRepeatedAsTyped(String typed) {
    Answer answer = ask(typed);
    assertEquals(Answer.Kind.UNKNOWN, answer.kind());
    assertEquals(typed + " is not an SMTP code", answer.title());
    assertTrue(answer.summary().contains("HTTP"), answer.summary());
  }

  @Test
  void aCodeOutOfRangeSaysWhichDigitsThereAre() {
    assertTrue(ask("999").summary().contains("begin with 2, 3, 4 or 5"));
  }

  @Test
  void whereNoCodeIsNearExamplesHelpOn() {
    Part.Choices examples = assertInstanceOf(Part.Choices.class, ask("999").lead().get(1));
    assertEquals("550", examples.choices().get(0).question());
  }

  @Test
  void whatLooksLikeACodeSaysHowOneIsWritten() {
    assertTrue(ask("2.7.x9").summary().contains("three numbers separated by dots"));
  }
}
