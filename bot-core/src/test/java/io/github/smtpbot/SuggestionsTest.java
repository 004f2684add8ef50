package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is offered while somebody types. */
class SuggestionsTest {

  private static final SmtpBot BOT = SmtpBot.create();

  private static List<String> suggest(String typed) {
    return BOT.suggest(typed, Locale.ENGLISH, 25).stream().map(Suggestion::question).toList();
  }

  @ParameterizedTest
  @CsvSource({"55, 550", "5.7., 5.7.1", "x.7, x.7.1", "252 vs 50, 252 vs 501", "252 4, 252 450"})
  void aCodeThatIsBegunIsCompleted(String typed, String completed) {
    assertTrue(suggest(typed).contains(completed), suggest(typed).toString());
  }

  @Test
  void theListsThatThereAreComeFirst() {
    assertEquals(
        List.of("list providers", "list causes", "list commands"), suggest("lis").subList(0, 3));
    assertEquals("list causes", suggest("list c").get(0));
  }

  @Test
  void wordsFindCodes() {
    assertTrue(suggest("mailbox fu").contains("x.2.2"), suggest("mailbox fu").toString());
  }

  @ParameterizedTest
  @CsvSource({
    "gmai, google",
    "outl, outlook",
    "greyl, greylisted",
    "user unk, user_unknown",
    "S315, S3150",
    "550 gma, 550 google",
    "550 fix, 550 fix"
  })
  void whatIsCalledSoIsCompleted(String typed, String completed) {
    assertTrue(suggest(typed).contains(completed), suggest(typed).toString());
  }

  @ParameterizedTest
  @CsvSource({"en, กล่องจดหมายเต็ม", "th, mailbox full"})
  void namesAreKnownInEitherLanguage(String language, String typed) {
    List<Suggestion> found = BOT.suggest(typed, Locale.forLanguageTag(language), 25);
    assertTrue(found.stream().anyMatch(s -> s.question().equals("x.2.2")), found.toString());
    assertTrue(found.get(0).label().contains(typed), "it is seen why: " + found.get(0).label());
  }

  @ParameterizedTest
  @ValueSource(strings = {"gmail", "outlook", "mailbox", "spam", "กล่อง", "spf", "tls", "zzzz"})
  void nothingUnrelatedIsOffered(String typed) {
    for (Locale language : BOT.languages()) {
      for (Suggestion suggestion : BOT.suggest(typed, language, 200)) {
        String shown = suggestion.label().toLowerCase(Locale.ROOT);
        assertTrue(shown.contains(typed) || shown.contains("…"), typed + ": " + shown);
      }
    }
  }

  @Test
  void afterACodeItIsOfferedWhatMayBeAskedOfIt() {
    assertTrue(suggest("550").contains("550 fix"), suggest("550").toString());
  }

  @Test
  void whateverIsOfferedIsUnderstood() {
    for (String typed : List.of("", "g", "m", "s", "t", "550", "550 g", "5.7.1 h")) {
      for (Suggestion suggestion : BOT.suggest(typed, Locale.ENGLISH, 200)) {
        Answer.Kind kind = BOT.answer(suggestion.question(), Locale.ENGLISH).kind();
        assertTrue(kind != Answer.Kind.UNKNOWN, suggestion.toString());
      }
    }
  }

  @Test
  void nothingTypedIsAnsweredWithExamples() {
    assertTrue(suggest("").contains("252 vs 501"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "😀",
        "5.7.999999",
        "zzzz",
        "   ",
        "550 550 550 550 550 550 5",
        "\ud800"
      })
  void noTypingIsAFailure(String typed) {
    suggest(typed);
  }

  @Test
  void noMoreAreOfferedThanAskedFor() {
    assertEquals(3, BOT.suggest("5", Locale.ENGLISH, 3).size());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "th"})
  void labelsAndQuestionsAreShort(String language) {
    Locale locale = Locale.forLanguageTag(language);
    Stream.of("", "2", "3", "4", "5", "x.", "mail", "กล่อง", "a".repeat(500))
        .flatMap(typed -> BOT.suggest(typed, locale, 200).stream())
        .forEach(
            suggestion -> {
              assertTrue(suggestion.label().length() <= 100, suggestion.label());
              assertTrue(suggestion.question().length() <= 100, suggestion.question());
            });
  }
}
