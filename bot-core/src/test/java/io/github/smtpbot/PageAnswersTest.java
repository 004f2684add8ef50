package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Bounds;
import io.github.smtpbot.answer.Brief;
import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.Provider;
import io.github.smtpbot.catalog.Source;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of a page of the web that the catalog cites. */
class PageAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final String RFC = "https://www.rfc-editor.org/rfc/";

  @Test
  void aSectionOfAnRfcTellsTheCodesThatItExplains() {
    Answer answer = BOT.answerPage(RFC + "rfc5321#section-4.2.2", Locale.ENGLISH).orElseThrow();

    assertEquals("RFC 5321 §4.2.2", answer.title());
    String told = String.join("\n", answer.brief().offers());
    assertTrue(told.contains("211"), told);
    assertEquals(1, answer.sources().size());
  }

  @Test
  void aPageOfAProviderTellsWhatItSaysThereOfItsReplies() {
    Answer answer =
        BOT.answerPage("https://support.google.com/a/answer/3726730?hl=en", Locale.ENGLISH)
            .orElseThrow();

    assertFalse(answer.brief().lines().isEmpty());
    assertTrue(answer.lead().toString().contains("Gmail"), answer.lead().toString());
  }

  @Test
  void ofAnyOtherPageNothingIsKnown() {
    assertTrue(BOT.answerPage("https://example.com/smtp", Locale.ENGLISH).isEmpty());
    assertFalse(BOT.knowsPage("https://example.com/smtp"));
  }

  @Test
  void everyPageThatIsCitedHasAnAnswerThatFitsOnAScreenInEveryLanguage() {
    Catalog catalog = Catalog.builtIn();
    List<String> urls =
        Stream.of(
                catalog.replyCodes().stream().flatMap(facts -> facts.sources().stream()),
                catalog.enhancedCodes().stream().flatMap(facts -> facts.sources().stream()),
                catalog.providers().stream().flatMap(PageAnswersTest::pages))
            .flatMap(sources -> sources)
            .map(Source::url)
            .distinct()
            .toList();
    int known = 0;
    for (String url : urls) {
      for (Locale locale : BOT.languages()) {
        Answer answer = BOT.answerPage(url, locale).orElse(null);
        if (answer != null) {
          known++;
          Bounds.assertHeld(answer);
          assertTrue(answer.brief().text().length() <= Brief.MAX_CHARACTERS, url);
          assertEquals(locale, answer.language());
        }
      }
    }
    assertTrue(known > 200, "pages: " + known);
  }

  private static Stream<Source> pages(Provider provider) {
    return Stream.concat(
        Stream.of(provider.page()), provider.rules().stream().map(Provider.Rule::source));
  }
}
