package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.BriefRules;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Cause;
import io.github.smtpbot.catalog.Code;
import io.github.smtpbot.catalog.Command;
import io.github.smtpbot.catalog.EnhancedStatusCode;
import io.github.smtpbot.catalog.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes on one screen is short, says who acts and what first, and nothing twice. */
class BriefTest {

  private static final Catalog CATALOG = Catalog.builtIn();
  private static final SmtpBot BOT = SmtpBot.createUncached();
  private static final Locale THAI = Locale.forLanguageTag("th");

  private static final String DMARC =
      """
      550-5.7.26 Unauthenticated email from example.com is not accepted due to
      550-5.7.26 domain's DMARC policy. Please contact the administrator of
      550 5.7.26 example.com domain if this was a legitimate mail. gsmtp
      """;

  static Stream<String> questions() {
    List<String> codes = codes().map(Code::text).toList();
    Stream<String> pairs =
        IntStream.range(0, codes.size())
            .boxed()
            .flatMap(i -> codes.stream().skip(i + 1).map(two -> codes.get(i) + " " + two));
    Stream<String> confused =
        CATALOG.confusedPairs().stream().map(pair -> pair.get(0) + " vs " + pair.get(1));
    Stream<String> intents =
        codes.stream()
            .flatMap(
                code ->
                    Stream.of(
                        "is " + code + " permanent?",
                        "should I retry " + code,
                        "who should fix " + code,
                        "how do I fix " + code,
                        "why am I getting " + code));
    Stream<String> providers =
        CATALOG.providers().stream()
            .flatMap(
                provider ->
                    Stream.of(provider.id(), "550 " + provider.id(), "421 5.7.1 " + provider.id()));
    Stream<String> causes =
        Stream.of(Cause.values())
            .flatMap(cause -> Stream.of(cause.label(), "which code for " + cause.label()));
    Stream<String> commands =
        Stream.of(Command.values())
            .flatMap(command -> Stream.of(command.name(), "550 after " + command.name()));
    Stream<String> others =
        Stream.of(
            "4xx",
            "5xx",
            "x.7.x",
            "list",
            "list providers",
            "list causes",
            "help",
            "999",
            "5.9.9",
            "252 404",
            "421 450 550 554 252",
            "421 450 550 554 252 251",
            "asdfghjkl",
            "4xx vs 5xx",
            "550 4.7.1",
            "550 gmail vs outlook",
            "ECONNREFUSED",
            "TSS04",
            "550-5.7.1 [1.2.3.4]",
            DMARC);
    return Stream.of(codes.stream(), pairs, confused, intents, providers, causes, commands, others)
        .flatMap(stream -> stream);
  }

  private static Stream<Code> codes() {
    return Stream.concat(
        CATALOG.replyCodes().stream().map(facts -> (Code) facts.code()),
        CATALOG.enhancedCodes().stream()
            .flatMap(facts -> facts.classes().stream().map(digit -> facts.code().ofClass(digit))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void everyBriefFitsOnAScreen(String language) {
    SmtpBot bot = SmtpBot.createUncached();
    List<String> wrong = new ArrayList<>();
    questions()
        .forEach(
            question -> {
              Brief brief = bot.answer(question, Locale.forLanguageTag(language)).brief();
              List<String> broken = BriefRules.broken(brief);
              if (!broken.isEmpty()) {
                wrong.add(question + " " + broken + ":\n" + brief.text());
              }
            });
    assertEquals(List.of(), wrong);
  }

  /** Whatever else is left out; what it means is left out only where the title has to say it. */
  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void theVerdictAndTheFirstStepOfEveryFailureAreTold(String language) {
    Locale locale = Locale.forLanguageTag(language);
    List<Brief> briefs =
        codes()
            .filter(
                code ->
                    code.severity() == Severity.TRANSIENT || code.severity() == Severity.PERMANENT)
            .map(code -> BOT.answer(code.text(), locale).brief())
            .toList();
    assertEquals(
        List.of(),
        briefs.stream()
            .filter(brief -> brief.verdict() == null || brief.first() == null)
            .map(Brief::text)
            .toList());
    long explained = briefs.stream().filter(brief -> !brief.meaning().isEmpty()).count();
    assertTrue(explained > briefs.size() * 0.85, explained + " of " + briefs.size());
  }

  @Test
  void theVerdictSaysInWordsAndBySignWhatTheCodesSay() {
    codes()
        .forEach(
            code -> {
              String verdict = verdict(code.text());
              switch (code.severity()) {
                case PERMANENT ->
                    assertTrue(verdict.matches("⛔ Permanent · .*|Depends .*"), verdict);
                case TRANSIENT ->
                    assertTrue(
                        verdict.matches("⏳ (Temporary · |Session ends|Still tried).*|Depends .*"),
                        verdict);
                case SUCCESS -> assertTrue(verdict.startsWith("✅ "), verdict);
                default -> {}
              }
            });
  }

  private static String verdict(String question) {
    return Objects.requireNonNull(BOT.answer(question, Locale.ENGLISH).brief().verdict()).text();
  }

  @Test
  void aPastedReplyIsSixThings() {
    Brief brief = BOT.answer(DMARC, Locale.ENGLISH).brief();
    assertEquals("550 5.7.26 — Sender authentication failed (SPF, DKIM, DMARC)", brief.title());
    assertEquals(
        "⛔ Permanent · not retried · the sender's administrator acts",
        Objects.requireNonNull(brief.verdict()).text());
    assertEquals("Do this first", Objects.requireNonNull(brief.first()).label());
    assertTrue(brief.quote().get(0).startsWith("550 5.7.26 Unauthenticated email"), brief.text());
    assertTrue(brief.quote().get(0).endsWith(" …") || brief.quote().get(0).endsWith("…"));
    assertTrue(brief.meaning().startsWith("The message fails DMARC"), brief.text());
    assertEquals("Gmail", brief.context().get(0));
    assertEquals("very likely", brief.context().get(1));
  }

  @Test
  void theOneWhoActsStandsOut() {
    Brief.Verdict verdict =
        Objects.requireNonNull(BOT.answer(DMARC, Locale.ENGLISH).brief().verdict());
    assertEquals(
        List.of("Permanent", "the sender's administrator"),
        verdict.spans().stream().filter(Brief.Span::strong).map(Brief.Span::text).toList());
  }

  @Test
  void aComparisonTellsTheWholeRuleAndWhatDiffersOnce() {
    Brief brief = BOT.answer("450 vs 550", Locale.ENGLISH).brief();
    assertTrue(
        brief.meaning().startsWith("450: ") && brief.meaning().contains(" 550: "), brief.text());
    Part.Table table = Objects.requireNonNull(brief.table());
    assertTrue(table.rows().stream().allMatch(Part.Row::differs));
    assertEquals(table.rows().stream().distinct().toList(), table.rows());
    assertEquals(null, brief.verdict());
  }

  @Test
  void everyPairThatIsMixedUpHasItsWholeRule() {
    for (List<Code> pair : CATALOG.confusedPairs()) {
      String rule = CATALOG.words(Locale.ENGLISH).ruleFor(pair.get(0), pair.get(1));
      assertEquals(
          rule, BOT.answer(pair.get(0) + " vs " + pair.get(1), Locale.ENGLISH).brief().meaning());
    }
  }

  @Test
  void aWarningIsToldBeforeTheMeaning() {
    Brief brief = BOT.answer("550 4.7.1", Locale.ENGLISH).brief();
    assertTrue(brief.notice().startsWith("The two codes contradict each other"), brief.text());
  }

  @Test
  void whatIsNotOfSmtpIsTold() {
    Brief brief = BOT.answer("252 and 404", Locale.ENGLISH).brief();
    assertTrue(brief.notice().contains("404"), brief.text());
  }

  /** An address is hidden in a title, a quotation and wherever else a brief has pasted words. */
  @Test
  void addressesAreMasked() {
    String text =
        BOT.answer("550 5.1.1 <somebody.private@example.com>: User unknown", Locale.ENGLISH)
            .brief()
            .text();
    assertFalse(text.contains("somebody"), text);
    assertTrue(text.contains("@example.com"), text);
  }

  @Test
  void aProgramIsToldThatNoQueueTriesAgain() {
    String verdict =
        verdict(
            "smtplib.SMTPRecipientsRefused: {'a@example.com': (450, b'4.2.1 busy, try later')}");
    assertTrue(verdict.startsWith("⏳ Temporary · the program has to retry"), verdict);
  }

  @Test
  void aThaiBriefIsThai() {
    Brief brief = BOT.answer(DMARC, THAI).brief();
    assertTrue(Objects.requireNonNull(brief.verdict()).text().startsWith("⛔ ถาวร · ไม่ลองส่งใหม่"));
    assertEquals("ทำสิ่งนี้ก่อน", Objects.requireNonNull(brief.first()).label());
  }

  private static String deliveries(int count, String domain, String dsn, String reply) {
    return IntStream.range(0, count)
        .mapToObj(
            i ->
                String.format(
                    Locale.ROOT,
                    "Nov 26 03:11:0%d mx1 postfix/smtp[99]: A%1$d: to=<a%1$d@%2$s>,"
                        + " relay=mx.%2$s[192.0.2.1]:25, delay=1, dsn=%3$s, status=%5$s"
                        + " (host mx.%2$s[192.0.2.1] said: %4$s (in reply to RCPT TO command))\n",
                    i,
                    domain,
                    dsn,
                    reply,
                    dsn.startsWith("4") ? "deferred" : "bounced"))
        .collect(Collectors.joining());
  }

  @Test
  void manyRepliesAreCountedGroups() {
    String log =
        deliveries(6, "example.net", "4.2.0", "450 4.2.0 Recipient address rejected: Greylisted")
            + deliveries(3, "example.org", "5.1.1", "550 5.1.1 User unknown");
    Brief brief = BOT.answer(log, Locale.ENGLISH).brief();
    assertEquals("9 replies of 2 kinds", brief.title());
    List<String> rows =
        Objects.requireNonNull(brief.table()).rows().stream()
            .map(row -> row.label() + " " + row.values().get(0))
            .sorted()
            .toList();
    assertEquals(
        List.of(
            "3 × ⛔ 550 5.1.1 · No such recipient",
            "6 × ⏳ 450 4.2.0 · Greylisted, accepted on a later attempt"),
        rows);
    assertTrue(
        Objects.requireNonNull(brief.first()).label().startsWith("Start with "), brief.text());
  }

  @Test
  void whatWasDeliveredIsToldBesideWhatFailed() {
    String log =
        deliveries(6, "example.net", "4.2.0", "450 4.2.0 Recipient address rejected: Greylisted")
            + deliveries(3, "example.org", "5.1.1", "550 5.1.1 User unknown")
            + "Nov 26 03:11:09 mx1 postfix/smtp[99]: B1: to=<b@example.com>, relay=mx.example.com"
            + "[192.0.2.3]:25, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 9F8E7D)\n";
    assertEquals(
        "9 replies of 2 kinds, 1 delivered", BOT.answer(log, Locale.ENGLISH).brief().title());
  }

  /** The rows are shortened before one of them is left out. */
  @Test
  void sixKindsAreSixRows() {
    String log =
        Stream.of("5.1.1", "5.2.2", "5.3.4", "5.7.26", "5.1.8", "5.7.8")
            .map(code -> deliveries(2, "example.net", code, "550 " + code + " refused"))
            .collect(Collectors.joining());
    Brief brief = BOT.answer(log, Locale.ENGLISH).brief();
    assertEquals(List.of(), BriefRules.broken(brief), brief.text());
    assertEquals(6, Objects.requireNonNull(brief.table()).rows().size(), brief.text());
    assertFalse(brief.text().contains(" × others"), brief.text());
  }

  @Test
  void thatNothingIsToBeDoneIsSaidOnce() {
    Brief brief = BOT.answer("250 2.0.0 Ok: queued as 9F8E7D", Locale.ENGLISH).brief();
    assertTrue(brief.text().contains("✅ Accepted · nobody has to act"), brief.text());
    assertFalse(brief.text().contains("Nothing has to be done"), brief.text());
  }

  @Test
  void ofSeveralCodesEachHasItsSignAndWord() {
    Brief brief = BOT.answer("220 354 421 452 550", Locale.ENGLISH).brief();
    Part.Row grades = Objects.requireNonNull(brief.table()).rows().get(0);

    assertEquals(
        List.of(
            "✅ Accepted",
            "▶️ The server waits for more",
            "⏳ Temporary, retried automatically",
            "⏳ Temporary, retried automatically",
            "⛔ Permanent, not retried"),
        grades.values());
    assertEquals(List.of(), BriefRules.broken(brief), brief.text());
  }

  @Test
  void severalCodesOfOneSeverityShareOneVerdict() {
    Brief brief = BOT.answer("550 551 553", Locale.ENGLISH).brief();

    assertTrue(
        Objects.requireNonNull(brief.verdict()).text().startsWith("⛔ Permanent"), brief.text());
  }

  @Test
  void theCodesFoundByWordsHaveTheirSignAndWord() {
    for (String question : List.of("mailbox full", "greylisting", "queue timeout exceeded")) {
      List<String> codes =
          BOT.answer(question, Locale.ENGLISH).lead().stream()
              .filter(Part.Choices.class::isInstance)
              .flatMap(part -> ((Part.Choices) part).choices().stream())
              .filter(choice -> Character.isDigit(choice.question().charAt(0)))
              .map(Part.Choice::name)
              .toList();

      assertFalse(codes.isEmpty(), question);
      assertTrue(
          codes.stream().allMatch(name -> name.matches("(✅|▶️|⏳|⛔) \\S.* · .*")), codes.toString());
    }
  }

  @Test
  void whatIsFoundByWordsSaysThatItsCodesDecide() {
    assertTrue(verdict("mailbox full").startsWith("Depends on the first digit · "));
  }

  @Test
  void theAnswerToAQuestionStandsFirst() {
    String verdict = verdict("is 421 permanent?");
    assertEquals("⏳ No: 421 is temporary · nobody has to act for now", verdict);
  }

  @Test
  void whatEachOfTwoProvidersMeansIsTold() {
    for (String question : List.of("550 5.7.1 gmail vs outlook", "550 5.7.1 gmail vs yahoo")) {
      List<String> lines = BOT.answer(question, Locale.ENGLISH).brief().lines();
      assertEquals(2, lines.size(), lines.toString());
      assertTrue(lines.get(0).startsWith("Gmail: "), lines.toString());
    }
  }

  @Test
  void theRepliesOfAProviderAreCountedByCause() {
    Brief brief = BOT.answer("gmail errors", Locale.ENGLISH).brief();
    assertTrue(brief.lines().get(0).matches("[A-Z].* \\([0-9]+\\): .*"), brief.text());
    assertTrue(brief.lines().size() > 2, brief.text());
  }

  @Test
  void aDocumentIsNamedOnce() {
    Brief brief = BOT.answer("550", Locale.ENGLISH).brief();
    assertEquals("RFC 5321 §4.2.2, §4.2.3, §4.3.2", brief.contextLine());
  }

  /** However many kinds there are: what has no room is counted, not dropped. */
  @Test
  void theCountsOfTheGroupsAddUp() {
    String log =
        codes()
            .filter(
                code -> code instanceof EnhancedStatusCode && code.severity() == Severity.PERMANENT)
            .map(code -> deliveries(1, "example.net", code.text(), "550 " + code + " refused"))
            .collect(Collectors.joining());
    Brief brief = BOT.answer(log, Locale.ENGLISH).brief();
    assertEquals(List.of(), BriefRules.broken(brief), brief.text());
    int replies = Integer.parseInt(brief.title().replaceAll(" .*", ""));
    int counted =
        Objects.requireNonNull(brief.table()).rows().stream()
            .mapToInt(row -> Integer.parseInt(row.label().replaceAll(" .*", "")))
            .sum();
    assertEquals(replies, counted);
    assertTrue(brief.text().contains(" × others"), brief.text());
  }
}
