package io.github.smtpbot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.answer.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/** The README's way to use the core in any Java program. */
class EmbeddingTest {

  @Test
  void theSnippetOfTheReadmeAnswers() throws Exception {
    // The snippet, as it stands in the README.
    Answer answer = SmtpBot.create().answer("252 501", Locale.ENGLISH);

    assertEquals("252 vs 501", answer.title());
    assertEquals(List.of("252", "501"), answer.codes());
    assertTrue(
        Files.readString(Path.of("../README.md"))
            .contains("Answer answer = SmtpBot.create().answer(\"252 501\", Locale.ENGLISH);"));
  }

  @Test
  void aProgramThatAsksGetsNoThreadsAndNoLogging() {
    Set<Thread> threads = Set.copyOf(Thread.getAllStackTraces().keySet());
    List<Handler> handlers = List.of(Logger.getLogger("").getHandlers());

    SmtpBot bot = SmtpBot.create();
    bot.warmUp();
    bot.answer("mailbox full", Locale.ENGLISH);
    bot.answer("550 5.1.1 <a@example.com>: User unknown", Locale.ENGLISH);

    List<String> started =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> !threads.contains(thread))
            .map(Thread::getName)
            .toList();
    assertEquals(List.of(), started);
    assertEquals(handlers, List.of(Logger.getLogger("").getHandlers()));
  }
}
