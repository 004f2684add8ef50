package io.github.smtpbot.diagnosis.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.catalog.Catalog;
import io.github.smtpbot.catalog.ReadingCues;
import io.github.smtpbot.diagnosis.Outcome;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that belong together are one, signs of quotations and transcripts are taken off. */
class ReadByLineTest {

  private static final ReadingCues CUES = Catalog.builtIn().readingCues();
  private static final Transcript TRANSCRIPT = new Transcript(CUES);

  private static String lines(String text) {
    return LineReader.read(text.translateEscapes(), CUES, TRANSCRIPT).stream()
        .map(line -> line.kind() + " " + line.text())
        .collect(Collectors.joining(" / "));
  }

  private static final String WIDE = "a sentence that is so long that some window has broken it";

  @ParameterizedTest
  @CsvSource(
      delimiter = '\u00a6',
      quoteCharacter = '~',
      textBlock =
          """
          550 a\\n  b                       \u00a6 CODE 550 a b
          550 a\\nb                         \u00a6 CODE 550 a / PROSE b
          550 a\\n\\n  b                    \u00a6 CODE 550 a / PROSE b
          > 550 a\\n> > b                   \u00a6 CODE 550 a b
          >> 550 a                          \u00a6 CODE 550 a
          | 550 a                           \u00a6 CODE 550 a
          > EHLO x\\n< 250 ok               \u00a6 CLIENT EHLO x / SERVER 250 ok
          >>> DATA\\n<<< 550 no             \u00a6 CLIENT DATA / SERVER 550 no
          < hello                           \u00a6 PROSE < hello
          > hello                           \u00a6 PROSE hello
          C: DATA\\nS: 550 no               \u00a6 CLIENT DATA / SERVER 550 no
          x said:\\n550 no                  \u00a6 PROSE x said: 550 no
          x\\n550 no                        \u00a6 PROSE x / CODE 550 no
          5.1.1 a\\n5.1.1 b                 \u00a6 PROSE 5.1.1 a b
          5.1.1 a\\n5.1.2 b                 \u00a6 PROSE 5.1.1 a / PROSE 5.1.2 b
          RCPT TO:\\n<a@b.example>          \u00a6 CLIENT RCPT TO: / RECIPIENT <a@b.example>
          Status: 5.1.1\\n x                \u00a6 FIELD Status: 5.1.1 x
          Status: 5.1.1\\nx                 \u00a6 FIELD Status: 5.1.1 / PROSE x
          a\\nStatus: 5.1.1                 \u00a6 PROSE a / FIELD Status: 5.1.1
          delivery 1: failure: a_b/c_d/     \u00a6 PROSE delivery 1: failure: a b c d
          delivery 1: deferral: a_b         \u00a6 PROSE delivery 1: deferral: a b
          success: a_b                      \u00a6 PROSE success: a_b
          """)
  void linesAreJoinedAndSignsTakenOff(String text, String lines) {
    assertEquals(lines.strip(), lines(text).strip());
  }

  @Test
  void aWideLineGoesOn() {
    assertEquals("PROSE " + WIDE + " and so on", lines(WIDE + "\\nand so on"));
    assertEquals("PROSE " + WIDE + ". / PROSE Next", lines(WIDE + ".\\nNext"));
    assertEquals("PROSE " + WIDE.substring(9) + " / PROSE b", lines(WIDE.substring(9) + "\\nb"));
    assertEquals(
        "PROSE " + WIDE + " / PROSE at a.b.C(D.java:1)", lines(WIDE + "\\nat a.b.C(D.java:1)"));
    assertEquals("PROSE " + WIDE + " at home", lines(WIDE + "\\nat home"));
  }

  @Test
  void aTranscriptOnOneLineIsFolded() {
    assertEquals(
        "PROSE log: >> DATA / SERVER 451 later / SERVER 503 no",
        lines("log: >> DATA << 451 later << 503 no"));
  }

  /** Exim's log tells by two signs what became of an address. */
  @ParameterizedTest
  @CsvSource({
    "2025-01-31 10:00:00 1tdXyZ-0001Ab-2C ** a@b.example: no, FAILED",
    "2025-01-31 10:00:00 1tdXyZ-0001Ab-2C == a@b.example: no, DELAYED",
    "2025-01-31 10:00:00 1tdXyZ-0001Ab-2C => a@b.example, DELIVERED",
    "2025-01-31 10:00:00 1tdXyZ-0001Ab-2C Completed,"
  })
  void aFlagOfExims(String line, Outcome outcome) {
    EximFlag flags = new EximFlag(CUES);
    if (outcome == null) {
      assertNull(flags.in(line));
    } else {
      assertEquals(outcome, flags.in(line));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-31 10:00:00 1tdXyZ-0001Ab-2C mx.b.example refused",
        "2025-01-31 10:00:00 1tdXyZ-00000001Abc-2CDE mx.b.example refused",
        "2025-01-31 10:00:00 +0200 1tdXyZ-0001Ab-2C mx.b.example refused",
        "2025-01-31 10:00:00 [123] 1tdXyZ-0001Ab-2C mx.b.example refused",
        "2025-01-31 10:00:00 +0200 [123] 1tdXyZ-0001Ab-2C mx.b.example refused"
      })
  void aLineOfEximsIsOfAMessage(String line) {
    assertTrue(new EximFlag(CUES).isOfMessage(line));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-01-31 10:00:00 1tdXyZ-0001Ab-2C <= a@b.example",
        "2025-01-31 10:00:00 1tdXyZ-0001Ab-2C",
        "2025-01-31 10:00:00 1tdXyZ_0001Ab-2C mx.b.example refused",
        "2025-01-31 10:00:00 1tdXy-Z0001Ab-2C mx.b.example refused",
        "2025-01-31 10:00:00 1tdXyZ-0001Ab-2 mx.b.example refused",
        "2025-01-31 10:00:00 1tdX.Z-0001Ab-2C mx.b.example refused",
        "2025-01-31 10:00 1tdXyZ-0001Ab-2C mx.b.example refused",
        "2025-01-31T10:00:00 1tdXyZ-0001Ab-2C mx.b.example refused",
        "2025-01-31 10:00:00 +0200",
        "2025-01-31 10:00:00",
        "2025-01-31",
        "x 1tdXyZ-0001Ab-2C mx.b.example refused"
      })
  void anyOtherLineIsNot(String line) {
    assertFalse(new EximFlag(CUES).isOfMessage(line));
  }

  @ParameterizedTest
  @CsvSource({
    "failed, FAILED",
    "Failed (bounced), FAILED",
    "delayed, DELAYED",
    "DELIVERED, DELIVERED",
    "relayed, DELIVERED",
    "expanded, DELIVERED",
    "other,"
  })
  void theFieldActionTellsTheOutcome(String value, Outcome outcome) {
    assertEquals(outcome, OutcomeWords.ofField(value));
  }

  @ParameterizedTest
  @CsvSource({
    "status=bounced (no), FAILED",
    "status=deferred (no), DELAYED",
    "status=sent (ok), DELIVERED",
    "nothing,"
  })
  void theWordsOfALogTellTheOutcome(String line, Outcome outcome) {
    assertEquals(outcome, new OutcomeWords(CUES).ofLog(line));
  }
}
