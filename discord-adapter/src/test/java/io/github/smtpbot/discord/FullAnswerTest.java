package io.github.smtpbot.discord;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Part;
import io.github.smtpbot.answer.Shareable;
import io.github.smtpbot.answer.Tone;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.discord.fake.DiscordRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import net.dv8tion.jda.api.utils.data.DataObject;
import net.dv8tion.jda.api.utils.messages.MessageCreateData;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FullAnswerTest {

  private static final SmtpBot BOT = SmtpBot.create();

  private DataObject render(Answer answer) {
    DataObject message = sent(FullAnswer.of(answer, Label.Speaker.of(BOT, answer.language())));
    DiscordRules.checkMessage(message);
    return message;
  }

  private static DataObject sent(MessageCreateData message) {
    return DataObject.fromJson(message.toData().toJson());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void theLargestAnswerFitsWhateverElseIsInTheMessage(String language) {
    Answer answer = Answers.largest(Locale.forLanguageTag(language));
    String text = DiscordRules.text(render(answer));
    for (String lead : List.of("⚠️", "Label 0", "Rules", "Differences", "```", "Choose")) {
      assertTrue(text.contains(lead), () -> "the lead's “" + lead + "” is left out: " + text);
    }
    assertTrue(text.contains(Label.CUT.of(BOT, answer.language()).substring(0, 20)));
  }

  @Test
  void everyPartAloneIsShown() {
    Answer largest = Answers.largest(Locale.ENGLISH);
    for (Part part : largest.details()) {
      String inLead =
          DiscordRules.text(
              render(
                  Answers.answer(
                      Locale.ENGLISH, List.of(part), List.of(), new Shareable.Asked("550"))));
      String inDetails =
          DiscordRules.text(
              render(
                  Answers.answer(
                      Locale.ENGLISH,
                      List.of(new Part.Notice("first")),
                      List.of(part),
                      new Shareable.Asked("550"))));
      assertTrue(inLead.contains("server refuses"), inLead);
      assertTrue(inDetails.contains("server refuses"), inDetails);
    }
  }

  @Test
  void codesThatAreComparedShareTheRoom() {
    List<Part> sections = new ArrayList<>();
    for (String code : List.of("250", "251", "252", "450", "550")) {
      sections.add(
          new Part.Section(
              code,
              Tone.NEUTRAL,
              List.of(
                  new Part.Text("Meaning", Answers.text(Locale.ENGLISH, 1000)),
                  new Part.Text("Fix", Answers.text(Locale.ENGLISH, 1000)))));
    }
    String text =
        DiscordRules.text(
            render(
                Answers.answer(Locale.ENGLISH, List.of(), sections, new Shareable.Asked("550"))));
    for (String code : List.of("250", "251", "252", "450", "550")) {
      assertTrue(text.contains("### " + code + "\n**Meaning**\n"), text);
    }
  }

  @Test
  void aTableIsReadableOnAPhone() {
    Part.Table table =
        new Part.Table(
            "Key differences",
            List.of("252", "501"),
            List.of(
                new Part.Row("Is it final?", List.of("no", "yes"), true),
                new Part.Row("In the RFCs", List.of("standard", "standard"), false)));
    String text =
        DiscordRules.text(render(Answers.answer(Locale.ENGLISH, List.of(table), List.of(), null)));
    assertTrue(
        text.contains(
            """
            **Key differences**
            **Is it final?**
            `252` no
            `501` yes
            **In the RFCs** standard"""),
        text);
  }

  @Test
  void everyCodeFitsInEveryLanguage() {
    Catalog catalog = Catalog.builtIn();
    List<String> codes = new ArrayList<>();
    catalog.replyCodes().forEach(facts -> codes.add(facts.code().text()));
    catalog.enhancedCodes().forEach(facts -> codes.add(facts.code().text()));
    List<String> others = List.of("252", "550", "4.2.2", "5.7.1", "421 4.7.0");
    for (Locale locale : BOT.languages()) {
      for (String code : codes) {
        render(BOT.answer(code, locale));
        for (String other : others) {
          render(BOT.answer(code + " vs " + other, locale));
        }
      }
      for (String question : List.of("list", "4xx", "x.7.x", "help", "RCPT", "550 after DATA")) {
        render(BOT.answer(question, locale));
      }
      render(BOT.answer("250 vs 251 vs 252 vs 550 5.7.1 vs 421", locale));
    }
  }

  @Test
  void noLatinFullStopEndsAThaiSentence() {
    List<String> questions = new ArrayList<>(List.of("gmail", "gmail 550", "yahoo 421", "252 501"));
    Catalog.builtIn().replyCodes().forEach(facts -> questions.add(facts.code().text()));
    Catalog.builtIn().enhancedCodes().forEach(facts -> questions.add(facts.code().text()));
    for (String question : questions) {
      String text = DiscordRules.text(render(BOT.answer(question, Locale.forLanguageTag("th"))));
      assertFalse(Pattern.compile("[\u0e00-\u0e7f][)”]?\\.(\\s|$)").matcher(text).find(), text);
    }
  }

  @Property(seed = "1982", tries = 300)
  void anyAnswerKeepsTheRules(@ForAll("answers") Answer answer) {
    render(answer);
  }

  @Provide
  Arbitrary<Answer> answers() {
    Arbitrary<String> hostile = Arbitraries.of(Hostile.TEXTS);
    Arbitrary<String> any = Arbitraries.strings().ofMaxLength(300);
    Arbitrary<String> symbols =
        Arbitraries.strings().withChars("\\`*_~|<>@#[]()-+.:/ \n1aé🙂ก").ofMaxLength(300);
    Arbitrary<String> text = Arbitraries.oneOf(hostile, any, symbols);
    Arbitrary<Part> part =
        Arbitraries.oneOf(
            text.map(Part.Notice::new),
            Combinators.combine(text, text).as(Part.Text::new),
            Combinators.combine(text, text.list().ofMaxSize(12)).as(Part.Bullets::new),
            Combinators.combine(text, text.list().ofMaxSize(12)).as(Part.Quote::new),
            Combinators.combine(text, text)
                .as(Part.Fact::new)
                .list()
                .ofMaxSize(6)
                .map(facts -> new Part.Verdict(Tone.NEUTRAL, facts)),
            Combinators.combine(text, text)
                .as(Part.Choice::new)
                .list()
                .ofMaxSize(40)
                .map(choices -> new Part.Choices("", choices)),
            Combinators.combine(text, text, text)
                .as(
                    (label, one, other) ->
                        new Part.Table(
                            label,
                            List.of(one, other),
                            List.of(new Part.Row(label, List.of(one, other), true)))));
    Arbitrary<Part> section =
        Combinators.combine(text, part.list().ofMaxSize(3))
            .as((title, parts) -> new Part.Section(title, Tone.SUCCESS, parts));
    Arbitrary<List<Part>> details =
        Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, part), net.jqwik.api.Tuple.of(1, section))
            .list()
            .ofMaxSize(40);
    return Combinators.combine(text, text, part.list().ofMaxSize(20), details, text)
        .as(
            (title, summary, lead, more, shareable) ->
                new Answer(
                    Answer.Kind.SEARCH,
                    Locale.ENGLISH,
                    List.of(),
                    title,
                    summary,
                    Tone.PROGRESS,
                    lead,
                    more,
                    List.of(),
                    List.of(),
                    Answers.found("").withWords(shareable),
                    null));
  }
}
