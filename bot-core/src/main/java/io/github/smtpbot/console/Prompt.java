package io.github.smtpbot.console;

import io.github.smtpbot.SmtpBot;
import io.github.smtpbot.answer.Answer;
import io.github.smtpbot.answer.Suggestion;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BiFunction;
import org.jline.reader.Candidate;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * The interactive prompt. The history lives as long as the prompt: what was pasted may be private
 * and is never written to a file.
 */
final class Prompt {

  private static final int MAX_SUGGESTIONS = 20;

  private final SmtpBot bot;
  private final Locale locale;
  private final BiFunction<Answer, Integer, String> renderer;

  /** A prompt that renders an answer for a width in columns. */
  Prompt(SmtpBot bot, Locale locale, BiFunction<Answer, Integer, String> renderer) {
    this.bot = bot;
    this.locale = locale;
    this.renderer = renderer;
  }

  /** Asks and answers until the input ends, or {@code exit} is typed. */
  void run() throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).build()) {
      run(terminal);
    }
  }

  void run(Terminal terminal) {
    LineReader reader =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("smtpbot")
            .completer(
                (line, parsed, candidates) -> {
                  String typed = parsed.line().substring(0, parsed.cursor());
                  int word = parsed.cursor() - parsed.wordCursor();
                  for (Suggestion suggestion : bot.suggest(typed, locale, MAX_SUGGESTIONS)) {
                    candidates.add(candidate(suggestion, typed, word));
                  }
                })
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .build();
    terminal.writer().println(bot.label("prompt.welcome", locale));
    while (true) {
      try {
        String text = reader.readLine("smtp> ");
        if (text.strip().equals("exit") || text.strip().equals("quit")) {
          return;
        }
        if (!text.isBlank()) {
          int columns = terminal.getSize().getColumns();
          int width = columns > 0 ? columns : 80;
          terminal.writer().println(renderer.apply(bot.answer(text, locale), width));
          terminal.flush();
        }
      } catch (UserInterruptException e) {
        // Ctrl-C drops the line that was begun, as in a shell.
        terminal.flush();
      } catch (EndOfFileException e) {
        return;
      }
    }
  }

  /** The reader replaces the word under the cursor, a suggestion stands for all that was typed. */
  private static Candidate candidate(Suggestion suggestion, String typed, int word) {
    boolean goesOn = suggestion.question().startsWith(typed.substring(0, word));
    String value = goesOn ? suggestion.question().substring(word) : suggestion.question();
    return new Candidate(value, suggestion.label(), null, null, null, null, true);
  }
}
