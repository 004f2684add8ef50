package io.github.smtpbot.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Brief;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is offered to begin with: questions that have answers, and help that fits on a screen. */
class ExamplesTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final Set<Answer.Kind> NO_ANSWER =
      EnumSet.of(Answer.Kind.UNKNOWN, Answer.Kind.DIAGNOSIS, Answer.Kind.LIMIT, Answer.Kind.HELP);

  @Test
  void everyExampleIsAnsweredInItsLanguage() {
    for (Locale locale : BOT.languages()) {
      List<String> examples = Examples.of(Label.Speaker.of(BOT, locale));
      assertTrue(examples.size() <= 4, "Slack shows four prompts");
      for (String example : examples) {
        Answer answer = BOT.answer(example, locale);
        assertTrue(!NO_ANSWER.contains(answer.kind()), example + ": " + answer.kind());
        assertTrue(!answer.codes().isEmpty(), example);
        assertEquals(locale, answer.language(), example);
        assertTrue(example.length() <= SlackLimits.BUTTON_TEXT, example);
      }
    }
  }

  @Test
  void helpWithSlacksWaysToAskStillFitsOnAScreen() {
    for (Locale locale : BOT.languages()) {
      Label.Speaker words = Label.Speaker.of(BOT, locale);
      Brief brief = new WaysIn("smtp").in(BOT.answer("help", locale), words).brief();

      int lines =
          brief
              .text()
              .lines()
              .mapToInt(line -> (line.length() + Brief.COLUMNS - 1) / Brief.COLUMNS)
              .sum();
      assertTrue(brief.text().length() <= Brief.MAX_CHARACTERS, brief.text());
      assertTrue(lines <= Brief.MAX_LINES, lines + ": " + brief.text());
    }
  }
}
