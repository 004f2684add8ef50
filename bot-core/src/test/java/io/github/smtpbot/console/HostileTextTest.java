package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What was pasted never steers the terminal. */
class HostileTextTest {

  private static final String ESCAPES =
      "\u001b]0;owned\u0007\u001b[2J\u009b31m\u0085\u007f\u202e\u2066\u200b\ufeff\b\r";

  private static void assertInert(String out) {
    out.codePoints()
        .filter(c -> c != '\n')
        .forEach(
            c ->
                assertTrue(
                    !Character.isISOControl(c) && Character.getType(c) != Character.FORMAT,
                    () -> String.format("U+%04X reaches the terminal", c)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "zzzqqq",
        "mailbox full",
        "550 5.1.1 User unknown",
        "2.7.x9",
        "404 Not Found",
        "TSS04",
        "550"
      })
  void noControlCharacterIsPrinted(String text) {
    assertInert(Program.run(ESCAPES + text + ESCAPES).out());
    assertInert(Program.run(text + " " + ESCAPES + " " + text).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzqqq", "mailbox full", "550 5.1.1 User unknown", "550"})
  void noControlCharacterIsInTheJson(String text) {
    assertInert(Program.run("--json", ESCAPES + text + ESCAPES).out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"zzzqqq", "550 5.1.1 User unknown"})
  void noControlCharacterIsInTheOutputOfABatch(String text) {
    String json =
        "{\"id\":\"\\u001b[2J\u009b\u202e\",\"text\":\"" + text + "\\u001b]0;x\\u0007\u202e\"}\n";
    Program.Run run = new Program().input(json).with("batch");
    assertInert(run.out());
    assertEquals(1, run.out().lines().count());
  }
}
