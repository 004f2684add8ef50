package io.github.smtpbot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Bounds;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.diagnosis.Corpus;
import io.github.smtpbot.diagnosis.Finding;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others are shown is the finding that was made, in whichever language they read. */
class SharedAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Locale THAI = Locale.forLanguageTag("th");

  /** Hosts and the share of the reply that is quoted; every other line must be the same. */
  private static final int QUOTED = 300;

  static Stream<Answer> diagnoses() {
    Stream<Answer> bounces =
        Corpus.bounces().stream()
            .map(bounce -> BOT.answerMessage(bounce.message(), Locale.ENGLISH));
    Stream<Answer> replies =
        Corpus.replies().stream().map(reply -> BOT.answer(reply.text(), Locale.ENGLISH));
    return Stream.concat(bounces, replies)
        .filter(answer -> answer.diagnosis() != null && !answer.diagnosis().isEmpty());
  }

  @Test
  void everyBounceAndReplyIsSharedAsItWasFound() {
    List<Answer> all = diagnoses().toList();
    assertTrue(all.size() > 380, "only " + all.size());
    long shared =
        all.stream().filter(Answer::isShareable).peek(answer -> assertSame(answer)).count();
    assertTrue(shared > all.size() * 9 / 10, shared + " of " + all.size());
  }

  private static void assertSame(Answer own) {
    Answer posted = posted(own, Locale.ENGLISH);
    Bounds.assertHeld(posted);
    assertEquals(own.kind(), posted.kind());
    if (own.shareable() instanceof Shareable.Groups) {
      assertEquals(own.brief().title(), posted.brief().title());
      return;
    }
    assertEquals(own.title(), posted.title());
    assertEquals(own.summary(), posted.summary());
    assertEquals(own.codes(), posted.codes());
    assertEquals(own.tone(), posted.tone());
    assertEquals(own.sources(), posted.sources());
    assertEquals(own.followUps(), posted.followUps());
    assertNull(posted.diagnosis(), "what was pasted is not carried along");
    Finding first = Objects.requireNonNull(own.diagnosis()).findings().get(0);
    assertEquals(verdictWithoutHost(own, first), verdictWithoutHost(posted, first), own.title());
    assertEquals(texts(own), texts(posted));
    assertNothingElse(first, posted);
  }

  private static Answer posted(Answer own, Locale locale) {
    String token = Objects.requireNonNull(own.shareable()).token();
    return BOT.answerShared(Shareable.ofToken(token).orElseThrow(), locale);
  }

  /** Cause, provider, what happens next, who acts and the first step. */
  private static List<String> verdictWithoutHost(Answer answer, Finding first) {
    Part.Verdict verdict = (Part.Verdict) answer.lead().get(0);
    String host = first.remoteHost();
    return verdict.facts().stream()
        .map(fact -> host == null ? fact.value() : fact.value().replace(" (" + host + ")", ""))
        .filter(value -> !value.equals(host))
        .toList();
  }

  private static List<Part> texts(Answer answer) {
    return Stream.concat(answer.lead().stream(), answer.details().stream())
        .filter(part -> part instanceof Part.Text || part instanceof Part.Notice)
        .toList();
  }

  /**
   * Of the paste there are the quoted words, what led to the cause among them, and nothing else.
   */
  private static void assertNothingElse(Finding first, Answer posted) {
    List<Part> parts = Stream.concat(posted.lead().stream(), posted.details().stream()).toList();
    List<Part.Quote> quotes =
        parts.stream().filter(Part.Quote.class::isInstance).map(Part.Quote.class::cast).toList();
    assertEquals(1, quotes.size(), posted.title());
    String quote = String.join("\n", quotes.get(0).lines());
    assertTrue(quote.length() <= QUOTED);
    String fix = Catalog.builtIn().words(Locale.ENGLISH).ui("fix");
    String evidence = Catalog.builtIn().words(Locale.ENGLISH).ui("evidence");
    for (Part part : parts) {
      if (part instanceof Part.Bullets bullets) {
        assertTrue(List.of(fix, evidence).contains(bullets.heading()), bullets.heading());
        if (bullets.heading().equals(evidence)) {
          bullets.items().forEach(item -> assertTrue(quote.contains(item.split(": ", 2)[1]), item));
        }
      }
    }
    String recipient = first.recipient();
    assertFalse(
        recipient != null && recipient.indexOf('@') > 1 && posted.toString().contains(recipient),
        recipient);
  }

  @Test
  void othersReadItInTheirOwnLanguage() {
    Answer own =
        BOT.answer(
            "550-5.1.1 The email account that you tried to reach does not exist gsmtp", THAI);
    assertEquals(THAI, own.language());
    Answer posted = posted(own, Locale.ENGLISH);
    assertEquals(Locale.ENGLISH, posted.language());
    assertEquals("550 5.1.1 — No such recipient", posted.title());
  }

  @Test
  void theHostAndTheRecipientAreNotToldToOthers() {
    Answer own =
        BOT.answer(
            "postfix/smtp[1]: A1: to=<kim.lee@example.org>,"
                + " relay=mx7.corp.example.org[192.0.2.7]:25, dsn=5.1.1, status=bounced (host"
                + " mx7.corp.example.org[192.0.2.7] said: 550 5.1.1 User unknown)",
            Locale.ENGLISH);
    assertTrue(own.lead().toString().contains("mx7.corp.example.org"), own.lead().toString());
    String posted = posted(own, Locale.ENGLISH).toString();
    assertFalse(posted.contains("corp.example.org"), posted);
    assertFalse(posted.contains("kim"), posted);
  }

  @Test
  void whatAProviderSaysIsKeptWithItsFirstStepAndItsSource() {
    Answer own = BOT.answer("421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred", THAI);
    Finding first = Objects.requireNonNull(own.diagnosis()).findings().get(0);
    assertNotNull(first.rule());
    Answer posted = posted(own, Locale.ENGLISH);
    assertEquals(first.rule().source(), posted.sources().get(0));
    assertTrue(texts(posted).toString().contains("Yahoo holds mail"), texts(posted).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bonjour Madame, il se peut que votre message ne soit pas encore parti; je vous rappelle"
            + " demain matin au bureau de Lyon avec Pierre.",
        "Dear Anna, the mailbox of our department is full of your letters, and we are very happy"
            + " about every one of them; see you on Sunday at the lake.",
        "สวัสดีครับ พรุ่งนี้ผมจะเข้าไปที่สำนักงานช่วงบ่าย แล้วจะโทรหาอีกครั้งนะครับ ขอบคุณมากครับ"
      })
  void aLetterWithoutAnySmtpIsNotForSharing(String letter) {
    Answer answer = BOT.answer(letter, Locale.ENGLISH);
    if (answer.isShareable()) {
      String posted = posted(answer, Locale.ENGLISH).toString();
      Stream.of(letter.split(" ", -1))
          .filter(word -> word.length() > 7)
          .forEach(word -> assertFalse(posted.contains(word), posted));
    }
  }

  @Test
  void ofProseAboutAFailureOnlyTheWordsThatTellItAreShared() {
    Answer own =
        BOT.answerMessage(
            """
            From: MAILER-DAEMON@example.net
            To: pierre@example.org
            Subject: Undelivered Mail
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary=x

            --x

            Bonjour Pierre, the letter about the contract with Dupont did not arrive,
            because there is no such user here.

            --x
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mail.example.net

            Final-Recipient: rfc822; anna.dupont@example.com
            Action: failed
            Status: 5.0.0

            --x--
            """
                .getBytes(UTF_8),
            Locale.ENGLISH);
    assertTrue(own.toString().contains("contract"), "the asker reads it");
    String posted = posted(own, Locale.ENGLISH).toString();
    assertFalse(posted.contains("contract") || posted.contains("ierre"), posted);
  }

  static List<String> questions() {
    return List.of(
        "550",
        "252 501",
        "550 5.7.1",
        "list 4xx",
        "4xx vs 5xx",
        "RCPT",
        "550 after DATA",
        "help",
        "299",
        "TSS04",
        "gmail",
        "mailbox full",
        "550 5.1.1 vs 450 4.2.1 vs 5.7.1");
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aQuestionOfCodesOrAFewWordsIsAskedAnew(String question) {
    Answer own = BOT.answer(question, THAI);
    assertEquals(own, posted(own, THAI));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "252 vs 501",
        "2?550",
        "0!550;5.1.1;00000;;;p99;;",
        "1!",
        "1!550;5.1.1",
        "1!55O;5.1.1;14s2k;;;p99;;",
        "1?",
        "1? 550",
        "1?550\u202e",
        "1?bob@example.com 550",
        "1?a\nb"
      })
  void whatIsNoTokenOfOursIsNothing(String token) {
    assertTrue(Shareable.ofToken(token).isEmpty(), token);
  }

  @Test
  void aTokenThatWasTamperedWithIsNothingOrStillPublic() {
    Answer own = BOT.answer("550 5.1.1 <kim.lee@example.org>: User unknown", Locale.ENGLISH);
    String token = Objects.requireNonNull(own.shareable()).token();
    assertTrue(Shareable.ofToken(token + " kim.lee@example.org").isEmpty());
    assertTrue(Shareable.ofToken(token + " ").isEmpty());
    assertTrue(Shareable.ofToken(token + "x".repeat(400)).isEmpty());
    assertTrue(Shareable.ofToken(token.replace(";p", ";q")).isEmpty());
    for (int i = 0; i < token.length(); i++) {
      for (char c : "0z;! \u202e\n@".toCharArray()) {
        String tampered = token.substring(0, i) + c + token.substring(i + 1);
        Shareable.ofToken(tampered)
            .ifPresent(read -> Bounds.assertHeld(BOT.answerShared(read, Locale.ENGLISH)));
      }
    }
  }

  @Test
  void aRuleOrAProviderThatIsNotKnownAnyMoreIsLeftOut() {
    Answer own =
        BOT.answer(
            "421 4.7.0 [TSS04] Messages from 192.0.2.1 temporarily deferred", Locale.ENGLISH);
    Shareable.Found found = (Shareable.Found) Objects.requireNonNull(own.shareable());
    String token = found.token();
    Answer withoutRule =
        BOT.answerShared(
            Shareable.ofToken(token.replace(";" + found.rule() + ";", ";zzzzz;")).orElseThrow(),
            Locale.ENGLISH);
    Answer withoutProvider =
        BOT.answerShared(
            Shareable.ofToken(token.replace(";yahoo;", ";gone;")).orElseThrow(), Locale.ENGLISH);
    assertEquals(own.title(), withoutRule.title());
    assertEquals(own.tone(), withoutRule.tone());
    assertTrue(withoutRule.lead().toString().contains("Yahoo"), withoutRule.lead().toString());
    assertFalse(withoutRule.toString().contains("Yahoo holds mail"));
    assertEquals(own.title(), withoutProvider.title());
    assertFalse(withoutProvider.lead().get(0).toString().contains("Yahoo"));
  }

  private static final String SEVERAL =
      """
      450 4.2.1 The user you are trying to contact is receiving mail at a rate that prevents it
      550 5.1.1 <kim.lee@example.net>: Recipient address rejected: User unknown
      554 5.7.1 Service unavailable; Client host [192.0.2.7] blocked using zen.spamhaus.org
      """;

  /** Whoever it is posted to reads of all kinds, and of no word that was pasted. */
  @Test
  void ofSeveralRepliesAllKindsAreShared() {
    Answer own = BOT.answer(SEVERAL, Locale.ENGLISH);
    String token = Objects.requireNonNull(own.shareable()).token();
    assertFalse(token.contains("kim") || token.contains("192.0.2.7"), token);
    Shareable shared = Shareable.ofToken(token).orElseThrow();
    for (Locale locale : BOT.languages()) {
      Answer posted = BOT.answerShared(shared, locale);
      Answer steps = BOT.answerSteps(shared, locale);
      for (String codes : List.of("450 4.2.1", "550 5.1.1", "554 5.7.1")) {
        assertTrue(posted.brief().text().contains(codes), posted.brief().text());
        assertTrue(posted.lead().toString().contains(codes), posted.lead().toString());
        assertTrue(posted.details().toString().contains(codes), posted.details().toString());
        assertTrue(steps.lead().toString().contains(codes), steps.lead().toString());
      }
      assertFalse((posted + "" + steps).contains("192.0.2.7"));
      assertEquals(shared, posted.shareable(), "it can be passed on");
      assertTrue(posted.hasSteps());
    }
    assertEquals(own.brief().text(), BOT.answerShared(shared, Locale.ENGLISH).brief().text());
  }
}
