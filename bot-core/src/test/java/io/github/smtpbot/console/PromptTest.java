package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jline.terminal.Size;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The prompt: a question is typed, an answer is read, until the input ends. */
@Timeout(60)
class PromptTest {

  private static final SmtpBot BOT = SmtpBot.create();
  private static final String CTRL_D = "\u0004";

  /** What the terminal shows after these keys. */
  private static String type(String keys) throws IOException {
    return type(keys, Locale.ENGLISH);
  }

  private static String type(String keys, Locale locale) throws IOException {
    ByteArrayOutputStream screen = new ByteArrayOutputStream();
    ByteArrayInputStream keyboard = new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8));
    try (ExternalTerminal terminal =
        new ExternalTerminal("test", "xterm", keyboard, screen, StandardCharsets.UTF_8)) {
      terminal.setSize(Size.of(80, 24));
      new Prompt(
              BOT,
              locale,
              (answer, width) ->
                  new TextRenderer(width, Style.PLAIN, BOT.label("sources", locale)).render(answer))
          .run(terminal);
    }
    // Without the sequences that move the cursor and colour what is offered.
    return screen.toString(StandardCharsets.UTF_8).replaceAll("\u001b\\[[0-9;?]*[a-zA-Z]", "");
  }

  @Test
  void aQuestionIsAnswered() throws IOException {
    String screen = type("252 501\r" + CTRL_D);
    assertTrue(screen.contains("Key differences"), screen);
  }

  @Test
  void severalQuestionsAreAnsweredOneAfterTheOther() throws IOException {
    String screen = type("250\r550\r" + CTRL_D);
    assertTrue(screen.indexOf("250 — ") < screen.indexOf("550 — "), screen);
  }

  @Test
  void theWelcomeSaysWhatToType() throws IOException {
    assertTrue(type(CTRL_D).contains("Ctrl-D ends"));
  }

  @Test
  void thePromptSpeaksTheReadersLanguage() throws IOException {
    assertTrue(type("550\r" + CTRL_D, Locale.forLanguageTag("th")).contains("กล่องจดหมาย"));
  }

  @Test
  void exitEndsThePrompt() throws IOException {
    assertFalse(type("exit\r550\r" + CTRL_D).contains("550 — "));
  }

  @Test
  void anEmptyLineAsksAgain() throws IOException {
    assertFalse(type("\r\r" + CTRL_D).contains("Ask about an SMTP code"));
  }

  @Test
  void tabOffersWhatACodeMayBecome() throws IOException {
    String screen = type("5.7.2\t\r" + CTRL_D);
    assertTrue(screen.contains("5.7.25 — Reverse DNS check failed"), screen);
  }

  @Test
  void aBangIsNoHistoryExpansion() throws IOException {
    assertTrue(type("550!!\r" + CTRL_D).contains("550 — "));
  }
}
