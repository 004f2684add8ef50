package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Bounds;
import io.github.smtpbot.answer.MarkedTexts;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.diagnosis.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an answer shows of a pasted text, and what it does not. */
class PrivateAnswersTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final Locale THAI = Locale.forLanguageTag("th");

  @Test
  void noAnswerShowsAnAddressWhateverWasAsked() {
    for (Locale locale : BOT.languages()) {
      Stream<Answer> texts = MarkedTexts.all().stream().map(text -> BOT.answer(text, locale));
      Stream<Answer> files =
          MarkedTexts.messages().stream().map(message -> BOT.answerMessage(message, locale));
      Stream.concat(texts, files)
          .forEach(
              answer -> {
                Bounds.assertHeld(answer);
                MarkedTexts.assertHidden(shown(answer));
                if (answer.shareable() != null) {
                  MarkedTexts.assertHidden(answer.shareable().token());
                  MarkedTexts.assertHidden(shown(BOT.answerShared(answer.shareable(), locale)));
                }
              });
    }
  }

  private static String shown(Answer answer) {
    return String.join(
        "\n",
        answer.codes().toString(),
        answer.title(),
        answer.summary(),
        answer.lead().toString(),
        answer.details().toString(),
        answer.sources().toString(),
        answer.followUps().toString());
  }

  @Test
  void recipientsAreListedMasked() {
    Answer answer =
        BOT.answer(
            "to=<anna.lee@example.org>, status=bounced (550 5.1.1 User unknown)\n"
                + "to=<kim.lee@example.org>, status=bounced (552 5.2.2 Over quota)",
            Locale.ENGLISH);
    String details = answer.details().toString();
    assertTrue(details.contains("a…@example.org") && details.contains("k…@example.org"), details);
    assertFalse(details.contains("lee@"), details);
  }

  @Test
  void whatLedToTheCauseIsToldMasked() {
    Answer answer =
        BOT.answer("550 it does not permit anna.lee@example.org to send", Locale.ENGLISH);
    String details = answer.details().toString();
    assertTrue(details.contains("not permit a…@example.org to send"), details);
    assertFalse(details.contains("anna"), details);
  }

  @Test
  void ofAnotherProtocolsReplyOnlyTheCodeIsSaidBack() {
    Answer answer = BOT.answer("HTTP/1.1 404 zebra@example.org " + "x".repeat(100), THAI);
    assertEquals(Answer.Kind.UNKNOWN, answer.kind());
    assertEquals(List.of("HTTP 404"), answer.codes());
    assertFalse(answer.toString().contains("zebra"), answer.toString());
  }

  @Test
  void aHostIsToldMaskedAndCut() {
    String key = "key-0123456789abcdef.example.org";
    String masked = shown(answeredBy(key)) + answeredBy(key).brief();
    assertTrue(masked.contains("key-…"), masked);
    assertFalse(masked.contains("0123456789abcdef"), masked);

    String host = "mx." + "a".repeat(50) + "." + "b".repeat(60) + ".example.org";
    Answer cut = answeredBy(host);
    String told =
        ((Part.Verdict) cut.lead().get(0))
            .facts().stream()
                .filter(fact -> fact.label().equals(BOT.label("answered_by", Locale.ENGLISH)))
                .map(Part.Fact::value)
                .findFirst()
                .orElseThrow();
    assertTrue(told.startsWith("mx.aaa") && told.endsWith("…") && told.length() <= 100, told);
    String briefly = cut.brief().context().get(0);
    assertTrue(briefly.startsWith("mx.aaa") && briefly.length() <= 40, briefly);
  }

  /** What is said of a reply of this host. */
  private static Answer answeredBy(String host) {
    Answer own =
        BOT.answer(
            "postfix/smtp[1]: A1: to=<kim@example.org>, relay="
                + host
                + "[192.0.2.7]:25, dsn=5.1.1, status=bounced (host "
                + host
                + "[192.0.2.7] said: 550 5.1.1 User unknown)",
            Locale.ENGLISH);
    assertEquals(Answer.Kind.DIAGNOSIS, own.kind());
    return own;
  }

  @Test
  void theFirstStepIsTheProvidersOwn() {
    Answer answer =
        BOT.answer("421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred", THAI);
    Finding first = Objects.requireNonNull(answer.diagnosis()).findings().get(0);
    Provider.Rule rule = Objects.requireNonNull(first.rule());
    Part.Verdict verdict = (Part.Verdict) answer.lead().get(0);
    assertEquals(
        List.of(Objects.requireNonNull(rule.fix().get("th"))),
        verdict.facts().stream()
            .filter(fact -> fact.label().equals(BOT.label("first_step", THAI)))
            .map(Part.Fact::value)
            .toList());
    assertEquals(rule.source(), answer.sources().get(0));
  }

  @Test
  void whereNothingElseTellsTheCauseItsOwnSourcesAreCited() {
    Answer answer = BOT.answer("to=<a@example.org>, status=bounced (mailbox is full)", THAI);
    Finding first = Objects.requireNonNull(answer.diagnosis()).findings().get(0);
    assertEquals("", first.codes());
    assertEquals(Catalog.builtIn().cause(first.cause()).sources(), answer.sources());
  }

  @Test
  void ofManyRepliesTenAreListedAndTheOthersCounted() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      log.append("to=<a").append(i).append("@example.org>, status=bounced (550 5.1.").append(i + 1);
      log.append(" reason number ").append(i).append(")\n");
    }
    Answer answer = BOT.answer(log.toString(), Locale.ENGLISH);
    assertEquals(12, Objects.requireNonNull(answer.diagnosis()).findings().size());
    List<Integer> lengths =
        answer.details().stream()
            .filter(Part.Bullets.class::isInstance)
            .map(Part.Bullets.class::cast)
            .filter(list -> list.heading().equals(BOT.label("replies", Locale.ENGLISH, 12)))
            .map(list -> list.items().size())
            .toList();
    assertEquals(List.of(11), lengths);
  }

  @ParameterizedTest
  @CsvSource({
    "550 4.2.2 mailbox full, PERMANENT",
    "450 5.1.1 unknown, TRANSIENT",
    "550 5.1.1 unknown, PERMANENT",
    "452 4.2.2 full, TRANSIENT"
  })
  void theReplyCodeDecidesWhetherItIsFinal(String reply, Tone tone) {
    assertEquals(tone, BOT.answer(reply, Locale.ENGLISH).tone());
  }

  @Test
  void theReplyDecidesAndNotTheStatusThatAReportGivesBesideIt() {
    String report =
        """
        Final-Recipient: rfc822; a@example.org
        Status: 5.0.0
        Diagnostic-Code: smtp; 450 4.2.0 greylisted
        """;
    assertEquals(Tone.TRANSIENT, BOT.answer(report, Locale.ENGLISH).tone());
  }

  @Test
  void aTextIsReadUpToTheLimitAndNoFurther() {
    String filler = "550 5.1.1 User unknown\n".repeat(SmtpBot.MAX_TEXT / 23 + 1);
    assertEquals(
        Answer.Kind.DIAGNOSIS,
        BOT.answer(filler.substring(0, SmtpBot.MAX_TEXT), Locale.ENGLISH).kind());
    assertEquals(
        Answer.Kind.LIMIT,
        BOT.answer(filler.substring(0, SmtpBot.MAX_TEXT + 1), Locale.ENGLISH).kind());
  }

  @Test
  void bracesInWhatIsFilledInFillNothing() {
    assertTrue(BOT.label("slack.file_too_large", Locale.ENGLISH, "{1}.eml", 7).contains("{1}.eml"));
    assertTrue(BOT.label("labelled", Locale.ENGLISH, "{1}{0}", "b").startsWith("{1}{0}"));
  }
}
