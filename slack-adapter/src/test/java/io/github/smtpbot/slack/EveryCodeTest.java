package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.slack.fake.Shown;
import io.github.smtpbot.slack.fake.SlackRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code alone, in pairs with others, and every family, in both languages, as blocks. */
class EveryCodeTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final List<String> SAMPLE = List.of("250", "354", "421", "550", "5.7.1", "4.2.2");

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void everyCodeIsShownWholeAndWithinAllLimits(String tag) {
    for (String code : codes()) {
      JsonObject shown = show(code, tag);
      assertTrue(Shown.text(shown).contains(code), code);
      assertFalse(Shown.text(shown).contains(more(tag)), code + " is cut");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void everyPairIsShownWholeAndWithinAllLimits(String tag) {
    for (String code : codes()) {
      for (String other : SAMPLE) {
        if (!code.equals(other)) {
          JsonObject shown = show(code + " vs " + other, tag);
          assertFalse(Shown.text(shown).contains(more(tag)), code + " vs " + other + " is cut");
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void otherQuestionsAreShownWithinAllLimits(String tag) {
    for (String question :
        List.of(
            "250 354 421 550 5.7.1",
            "250 354 421 550 5.7.1 252",
            "550 5.7.1",
            "550 4.2.2",
            "550 5.1.1 vs 550 5.7.1",
            "list",
            "list 5xx",
            "x.7.x",
            "x.x.x",
            "mailbox full",
            "greylisting",
            "RCPT TO",
            "550 after DATA",
            "help",
            "",
            "404",
            "999",
            "5.99.1",
            "\u202e\u0000\u2067")) {
      show(question, tag);
    }
  }

  private static List<String> codes() {
    List<String> codes = new ArrayList<>();
    Catalog catalog = Catalog.builtIn();
    catalog.replyCodes().forEach(facts -> codes.add(facts.code().text()));
    catalog
        .enhancedCodes()
        .forEach(
            facts ->
                codes.add(facts.code().text().replaceFirst("^[^.]+", classOf(facts.classes()))));
    return codes;
  }

  private static String classOf(List<Integer> classes) {
    return String.valueOf(classes.get(0));
  }

  private static String more(String tag) {
    return Label.MORE.of(BOT, Locale.forLanguageTag(tag));
  }

  private static JsonObject show(String question, String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    Answer answer = BOT.answer(question, locale);
    Label.Speaker words = Label.Speaker.of(BOT, locale);
    String json =
        Card.of(answer, Destination.CHANNEL, null, false, words)
            .toAcknowledgement(Visibility.EPHEMERAL);
    JsonObject card = JsonParser.parseString(json).getAsJsonObject();
    SlackRules.checkMessage(card);
    assertTrue(Shown.text(card).contains(answer.brief().title()), question);
    return FullAnswerTest.view(answer, Destination.CHANNEL, words);
  }
}
