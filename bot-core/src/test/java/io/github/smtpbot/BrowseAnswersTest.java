package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Families and commands lead on to what is narrower than they are. */
class BrowseAnswersTest {

  private static final SmtpBot BOT = SmtpBot.create();

  private static Answer ask(String text) {
    return BOT.answer(text, Locale.ENGLISH);
  }

  private static List<String> followUps(String text) {
    return ask(text).followUps().stream().map(FollowUp::question).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "list | list 2xx, list 3xx, list 4xx, list 5xx",
        "2xx | list 20x, list 21x, list 22x, list 23x, list 25x",
        "x.7.x | list 4.7.x, list 5.7.x",
        "25x | 250, 251, 252, 253"
      })
  void aFamilyLeadsToTheFamiliesWithinItElseToItsCodes(String family, String next) {
    assertEquals(List.of(next.split(", ")), followUps(family));
  }

  @Test
  void aCommandLeadsToTheRepliesThatAreItsOwn() {
    assertEquals(List.of("251 after VRFY", "252 after VRFY", "502 after VRFY"), followUps("VRFY"));
  }

  @Test
  void allReplyCodesAreCalledSo() {
    assertEquals("All reply codes", ask("list").title());
  }
}
