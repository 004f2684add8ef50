package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.answer.Clip;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Source;
import io.github.smtpbot.discord.fake.DiscordRules;
import io.github.smtpbot.discord.fake.Interactions;
import io.github.smtpbot.question.Asked;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CardTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Locale THAI = Locale.forLanguageTag("th");
  private static final String DMARC =
      "550-5.7.26 Unauthenticated email from example.com is not accepted due to domain's DMARC"
          + " policy. Please contact the administrator of example.com domain.";

  private static final List<Extras> ALL_EXTRAS =
      List.of(
          Extras.NONE,
          Extras.toAsker(true, "a note"),
          Extras.toAsker(true, "").withPaste(),
          Extras.toAll(Interactions.USER).withPaste(),
          Extras.posted(Interactions.USER));

  private DataObject render(Answer answer, Extras extras) {
    DataObject message =
        DataObject.fromJson(
            Card.of(answer, extras, Label.Speaker.of(BOT, answer.language())).toData().toJson());
    DiscordRules.checkMessage(message);
    assertEquals(1, message.getArray("components").length(), "one container holds all");
    return message;
  }

  private DataObject card(String question, Locale locale) {
    return render(BOT.answer(question, locale), Extras.toAll(Interactions.USER));
  }

  private static List<String> labels(DataObject message) {
    return DiscordRules.components(message).stream()
        .filter(component -> component.getInt("type") == 2)
        .map(button -> button.getString("label"))
        .toList();
  }

  private static int colour(DataObject message) {
    return message.getArray("components").getObject(0).getInt("accent_color");
  }

  @Test
  void aCodeIsTitleVerdictMeaningFirstStepAndSources() {
    String text = DiscordRules.text(card("550", Locale.ENGLISH));
    List<String> lines = text.lines().toList();
    assertEquals("### 550 — Mailbox unavailable", lines.get(0));
    assertTrue(lines.get(1).startsWith("⛔ **Permanent** · not retried · **"), lines.get(1));
    assertTrue(lines.get(2).startsWith("The server refuses for good"), lines.get(2));
    assertTrue(lines.get(3).startsWith("**Do this first:** Read the text after 550."), text);
    assertTrue(lines.get(lines.size() - 1).startsWith("-# [RFC 5321 §4.2.2](<https://"), text);
    assertFalse(text.contains("**How to fix it**"), "the rest is for those who open it: " + text);
  }

  @Test
  void codesToChooseFromStandInTheMenuAlone() {
    for (String question : List.of("4xx", "55x", "queue timeout exceeded")) {
      Answer answer = BOT.answer(question, Locale.ENGLISH);
      DataObject message = card(question, Locale.ENGLISH);

      assertFalse(answer.brief().offers().isEmpty(), answer.brief().text());
      assertTrue(
          DiscordRules.components(message).stream().anyMatch(c -> c.getInt("type") == 3), question);
      for (String offer : answer.brief().offers()) {
        assertFalse(DiscordRules.text(message).contains(offer), DiscordRules.text(message));
      }
    }
  }

  @Test
  void aComparisonIsALineForEachDifferenceWithItsCodes() {
    DataObject message = card("252 501", Locale.ENGLISH);
    String text = DiscordRules.text(message);
    assertTrue(text.contains("- **The message** `252` Accepted, goes on · `501` "), text);
    assertEquals(
        List.of("Full explanation", "Explain 252", "Explain 501"), labels(message).subList(0, 3));
  }

  @Test
  void codesWithTheSameValueAreNamedTogether() {
    String text = DiscordRules.text(card("250 251 252 550 421", Locale.ENGLISH));
    assertTrue(text.contains("`250`, `251`, `252` ✅ Accepted · `550` ⛔ "), text);
  }

  @Test
  void manyRepliesAreCountedGroups() {
    StringBuilder log = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      log.append("Nov 27 03:00:00 h postfix/smtp[1]: A").append(i).append(": to=<a").append(i);
      log.append("@example.com>, relay=mx.example.com[192.0.2.1]:25, status=bounced");
      log.append(" (host mx.example.com[192.0.2.1] said: ");
      log.append(i < 4 ? "550 5.1.1 User unknown)\n" : "552 5.2.2 Mailbox full)\n");
    }
    Answer answer = BOT.answer(log.toString(), Locale.ENGLISH);
    String text = DiscordRules.text(render(answer, Extras.NONE));
    Part.Table groups = Objects.requireNonNull(answer.brief().table());
    assertTrue(groups.rows().size() > 1, text);
    for (Part.Row row : groups.rows()) {
      assertTrue(text.contains("- **" + row.label() + "** " + row.values().get(0)), text);
    }
  }

  @Test
  void aDiagnosisNamesTheProviderAndQuotesTheReplyInACodeBlock() {
    Answer answer = BOT.answer(DMARC, Locale.ENGLISH);
    String text = DiscordRules.text(render(answer, Extras.NONE));
    assertTrue(text.contains("```\n550"), text);
    assertTrue(text.contains("\n-# Gmail · very likely · ["), text);
  }

  @Test
  void whatAnAnswerForAllQuotesTheAskerHasSeen() {
    Answer answer = BOT.answer(DMARC, Locale.ENGLISH);
    String shown = Shown.read(shownText(render(answer, Extras.toAsker(true, ""))));
    assertTrue(Objects.requireNonNull(shown).endsWith("…"), shown);
    assertEquals(shown, Shown.read(shownText(render(answer, Extras.posted(Interactions.USER)))));
  }

  @Test
  void aCardHasThreeButtonsAtMostBesidesPostPasteAndDelete() {
    for (String question : List.of("550", "252 501", "55x", "help", "mailbox full", DMARC)) {
      for (Extras extras : ALL_EXTRAS) {
        List<String> labels =
            new ArrayList<>(labels(render(BOT.answer(question, Locale.ENGLISH), extras)));
        labels.removeAll(List.of("Post", "Paste a bounce", "Delete"));
        assertTrue(labels.size() <= 3, question + ": " + labels);
      }
    }
  }

  @Test
  void theButtonsDoNotAskWhatTheCardSays() {
    List<String> labels = labels(card("550", Locale.ENGLISH));
    assertTrue(labels.contains("Compare with 450"), labels.toString());
    assertFalse(labels.contains("Is it permanent?"), labels.toString());
    assertFalse(labels.contains("Who has to act?"), labels.toString());
  }

  @Test
  void theColourIsNeverTheOnlySign() {
    for (Locale locale : BOT.languages()) {
      for (String question :
          List.of("250", "354", "421", "550", "252 501", "55x", "gmail", DMARC)) {
        DataObject message = card(question, locale);
        boolean signed = DiscordRules.text(message).matches("(?s).*\n[✅▶⏳⛔].*");
        assertEquals(signed, colour(message) != 0x7A869A, question);
      }
    }
  }

  @Test
  void amberCanBeSeenOnTheLightTheme() {
    assertEquals(0xB7791F, colour(card("421", Locale.ENGLISH)));
  }

  @Test
  void everyCodeFitsInEveryLanguage() {
    Catalog catalog = Catalog.builtIn();
    List<String> codes = new ArrayList<>();
    catalog.replyCodes().forEach(facts -> codes.add(facts.code().text()));
    catalog.enhancedCodes().forEach(facts -> codes.add(facts.code().text()));
    for (Locale locale : BOT.languages()) {
      for (String code : codes) {
        Answer answer = BOT.answer(code, locale);
        ALL_EXTRAS.forEach(extras -> render(answer, extras));
        render(BOT.answer(code + " vs 550", locale), Extras.NONE);
      }
    }
  }

  @Test
  void theWordsThatArePostedLaterAreReadOutOfTheMessage() {
    String words = "550 5.7.1 a…@example.org ```b``` `x`";
    DataObject message = render(Answers.diagnosis(words), Extras.toAsker(true, ""));
    assertEquals(words, Shown.read(shownText(message)));
  }

  /** What is posted is what the card has shown: no more of a long reply than the brief quotes. */
  @Test
  void ofLongWordsAsMuchIsShownAsABriefQuotes() {
    Answer answer = Answers.largest(THAI);
    String words = answer.shareable() instanceof Shareable.Found found ? found.words() : "";
    int quoted = answer.brief().quote().stream().mapToInt(String::length).sum();
    assertTrue(words.length() > 250);
    for (Extras extras : ALL_EXTRAS.subList(1, 3)) {
      String shown = Shown.read(shownText(render(answer, extras)));
      assertEquals(Clip.to(words, Math.max(38, quoted)), shown);
    }
  }

  private static String shownText(DataObject message) {
    return DiscordRules.components(message).stream()
        .filter(component -> component.getInt("id", -1) == Shown.ID)
        .map(component -> component.getString("content"))
        .findFirst()
        .orElseThrow();
  }

  @Property(seed = "1982", tries = 300)
  void anyBriefKeepsTheRules(@ForAll("briefs") Brief brief) {
    Answer answer =
        new Answer(
            Answer.Kind.SEARCH,
            Locale.ENGLISH,
            List.of(),
            brief.title(),
            "",
            Tone.PROGRESS,
            brief,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Answers.found("").withWords(brief.meaning()),
            null,
            Asked.NOTHING);
    ALL_EXTRAS.forEach(extras -> render(answer, extras));
  }

  @Provide
  Arbitrary<Brief> briefs() {
    Arbitrary<String> text =
        Arbitraries.oneOf(
            Arbitraries.of(Hostile.TEXTS),
            Arbitraries.strings().ofMaxLength(700),
            Arbitraries.strings().withChars("\\`*_~|<>@#[]()-+.:/ \n1aé🙂ก").ofMaxLength(700));
    Arbitrary<List<String>> texts = text.list().ofMaxSize(8);
    Arbitrary<Brief.Verdict> verdict =
        Combinators.combine(Arbitraries.of(Tone.class), text)
            .as(
                (tone, words) ->
                    new Brief.Verdict(
                        tone,
                        List.of(
                            new Brief.Span(words, true),
                            new Brief.Span(" · ", false),
                            new Brief.Span(words, true))));
    Arbitrary<Part.Table> table =
        Combinators.combine(text, text, text)
            .as(
                (label, one, other) ->
                    new Part.Table(
                        "",
                        List.of(one, other),
                        List.of(new Part.Row(label, List.of(one, other), true))));
    return Combinators.combine(text, verdict, text, text, text, table, texts, texts)
        .as(
            (title, told, notice, meaning, first, side, lines, others) ->
                new Brief(
                    title,
                    List.of(),
                    told,
                    notice,
                    meaning,
                    new Part.Fact(first, meaning),
                    side,
                    lines,
                    others,
                    others,
                    others,
                    List.of(new Source(title, "https://www.rfc-editor.org/rfc/rfc5321"))));
  }
}
