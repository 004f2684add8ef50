package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.SmtpBot;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The terminal program: what is typed after its name, what it prints, how it ends. */
class MainTest {

  @Test
  void aQuestionIsAnsweredAsText() {
    Program.Run run = Program.run("252", "501");
    assertEquals(0, run.exit());
    assertTrue(run.out().startsWith("252 vs 501\n"), run.out());
    assertTrue(run.out().contains("Key differences"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void oneArgumentMayHoldTheWholeQuestion() {
    assertEquals(Program.run("252", "501").out(), Program.run("252 vs 501").out());
  }

  @Test
  void jsonIsOneLine() {
    Program.Run run = Program.run("--json", "252", "501");
    assertEquals(0, run.exit());
    assertTrue(run.out().startsWith("{\"kind\":\"compare\""), run.out());
    assertEquals(1, run.out().lines().count());
  }

  @ParameterizedTest
  @ValueSource(strings = {"th", "th-TH", "th_TH"})
  void theLanguageIsTheOneAskedFor(String lang) {
    assertTrue(Program.run("550", "--lang", lang).out().contains("กล่องจดหมาย"));
  }

  @ParameterizedTest
  @CsvSource({
    "LANG, th_TH.UTF-8, th",
    "LC_MESSAGES, th_TH.UTF-8, th",
    "LC_ALL, th_TH.UTF-8, th",
    "LC_ALL, th_TH@calendar=buddhist, th",
    "LC_ALL, C, en",
    "LANG, de_DE.UTF-8, en",
    "LANG, POSIX, en"
  })
  void theLanguageIsTheOneOfTheEnvironment(String name, String value, String language) {
    String out = new Program().environment(name, value).with("--json", "550").out();
    assertTrue(out.contains("\"lang\":\"" + language + "\""), out);
  }

  @Test
  void theStrongerVariableOfTheEnvironmentWins() {
    Program program =
        new Program().environment("LC_ALL", "en_US.UTF-8").environment("LANG", "th_TH.UTF-8");
    assertTrue(program.with("--json", "550").out().contains("\"lang\":\"en\""));
  }

  @Test
  void theOptionIsStrongerThanTheEnvironment() {
    Program program = new Program().environment("LC_ALL", "th_TH.UTF-8");
    assertTrue(program.with("--lang", "en", "--json", "550").out().contains("\"lang\":\"en\""));
  }

  @Test
  void textOnStandardInputIsTheQuestion() {
    Program.Run run = new Program().input("252 501\n").with();
    assertEquals(Program.run("252", "501").out(), run.out());
  }

  @Test
  void nothingOnStandardInputIsAnsweredWithHelp() {
    Program.Run run = new Program().with();
    assertEquals(0, run.exit());
    assertTrue(run.out().startsWith("Ask about an SMTP code"), run.out());
  }

  @Test
  void aFileHoldsTheQuestion(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("question.txt"), "252 501");
    assertEquals(Program.run("252", "501").out(), Program.run("--file", file.toString()).out());
  }

  @Test
  void aFileIsReadThatOutlookSavedOrThatIsPacked(@TempDir Path folder) throws IOException {
    Program.Run saved = Program.run("--file", "src/test/resources/outlook/bounce.msg");
    assertEquals(0, saved.exit());
    assertTrue(saved.out().contains("5.1.1"), saved.out());

    Path packed = folder.resolve("mail.log.1");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
      out.write("452 4.2.2 <a@example.org>: full".getBytes(StandardCharsets.US_ASCII));
    }
    Program.Run log = Program.run("--file", packed.toString());
    assertEquals(0, log.exit());
    assertTrue(log.out().contains("4.2.2"), log.out());

    Path picture =
        Files.write(
            folder.resolve("a.msg"), new byte[] {(byte) 0xd0, (byte) 0xcf, 17, (byte) 0xe0, 0});
    Program.Run other = Program.run("--file", picture.toString());
    assertEquals(2, other.exit());
    assertTrue(other.out().contains("no text"), other.out());
  }

  @Test
  void aFileThatIsNotThereIsNamed() {
    Program.Run run = Program.run("--file", "no/such/file.eml");
    assertEquals(2, run.exit());
    assertEquals("", run.out());
    assertTrue(run.err().contains("cannot read no/such/file.eml"), run.err());
  }

  @ParameterizedTest
  @CsvSource({
    "550, 0",
    "5xx, 0",
    "help, 0",
    "mailbox full, 0",
    "404, 1",
    "999, 1",
    "5.99.1, 1",
    "zzzqqqxxx, 1",
    "220 250 251 252 354 421, 2"
  })
  void theExitCodeTellsWhetherItIsKnown(String question, int exit) {
    assertEquals(exit, Program.run(question).exit());
  }

  @Test
  void aTextThatIsTooLongIsAMatterOfUsage() {
    byte[] tooMuch = "5".repeat(SmtpBot.MAX_MESSAGE + 1).getBytes(StandardCharsets.US_ASCII);
    Program.Run run = new Program().input(tooMuch).with();
    assertEquals(2, run.exit());
    assertTrue(run.out().startsWith("That is too long"), run.out());
  }

  @Test
  void helpShowsTheUsageAndExamples() {
    Program.Run run = Program.run("--help");
    assertEquals(0, run.exit());
    assertTrue(run.out().startsWith("Usage: smtpbot"), run.out());
    assertTrue(run.out().contains("smtpbot 252 501"), run.out());
    assertTrue(run.out().contains("Exit codes: 0 answered, 1 nothing known, 2 wrong usage."));
  }

  @Test
  void theVersionIsPrinted() {
    Program.Run run = Program.run("--version");
    assertEquals(0, run.exit());
    assertTrue(run.out().startsWith("smtpbot "), run.out());
  }

  @Test
  void anUnknownOptionSaysWhatToType() {
    Program.Run run = Program.run("--jsn", "550");
    assertEquals(2, run.exit());
    assertEquals("", run.out());
    assertTrue(run.err().contains("--jsn"), run.err());
    assertTrue(run.err().contains("--json"), run.err());
  }

  @Test
  void aPipeHasNoColour() {
    assertFalse(Program.run("550").out().contains("\u001b"));
  }

  @Test
  void aTerminalHasColour() {
    String out = new Program().onTerminal().with("550").out();
    assertTrue(out.startsWith("\u001b[1;31m550 — "), out);
  }

  @Test
  void noColorHasNone() {
    Program program = new Program().onTerminal().environment("NO_COLOR", "1");
    assertEquals(Program.run("550").out(), program.with("550").out());
  }

  @Test
  void colourIsAllThatATerminalAdds() {
    String coloured = new Program().onTerminal().with("252", "501").out();
    assertEquals(Program.run("252", "501").out(), coloured.replaceAll("\u001b\\[[0-9;]*m", ""));
  }
}
