package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.FollowUp;
import io.github.smtpbot.answer.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What a person reads first, screen by screen, as somebody has read and found right. Whoever
 * changes a conclusion or a wording sees here what reaches people: run with {@code
 * -Dscreens.write=true}, read the difference as one of them, and commit it.
 */
class ScreensTest {

  private static final SmtpBot BOT = SmtpBot.createUncached();

  /** Before what was typed or pasted; in it, an end of a line is written as {@code \n}. */
  private static final String ASKED = "=== ";

  @ParameterizedTest
  @ValueSource(strings = {"typed", "pasted", "compared"})
  void everyScreenIsAsItWasRead(String name) throws IOException {
    Path file = Path.of("src/test/resources/screens/" + name + ".txt");
    List<String> lines = Files.readAllLines(file);
    List<String> asked =
        lines.stream()
            .filter(line -> line.startsWith(ASKED))
            .map(line -> line.substring(4))
            .toList();
    assertTrue(asked.size() > 10, "screens in " + file);
    String now = asked.stream().map(ScreensTest::screen).collect(Collectors.joining("\n"));
    if (Boolean.getBoolean("screens.write")) {
      Files.writeString(file, now);
      return;
    }
    assertEquals(String.join("\n", lines) + "\n", now);
  }

  private static String screen(String asked) {
    Answer answer = BOT.answer(asked.replace("\\n", "\n"), Locale.ENGLISH);
    List<String> lines = new ArrayList<>();
    lines.add(ASKED + asked);
    lines.add(
        "# "
            + answer.kind()
            + " "
            + answer.tone()
            + answer.followUps().stream()
                .map(FollowUp::question)
                .collect(Collectors.joining(", ", " → ", "")));
    for (Part part : answer.lead()) {
      if (part instanceof Part.Verdict verdict) {
        lines.add(
            verdict.facts().stream()
                .map(fact -> fact.label() + ": " + fact.value())
                .collect(Collectors.joining(" · ", "# ", "")));
      }
    }
    answer.brief().text().lines().map(String::stripTrailing).forEach(lines::add);
    return String.join("\n", lines) + "\n";
  }
}
