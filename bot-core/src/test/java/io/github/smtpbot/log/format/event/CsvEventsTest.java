package io.github.smtpbot.log.format.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.LogFormat;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How CSV is read whose it may be, seen with PowerMTA's. */
class CsvEventsTest {

  private static final String HEADER = "type,timeLogged,rcpt,dsnDiag";
  private static final String ROW = "d,1795766400,a@example.com,250 OK";

  private static Told read(String... lines) {
    List<String> all = new ArrayList<>(List.of(HEADER));
    all.addAll(List.of(lines));
    return Told.of(LogFormat.POWERMTA, all);
  }

  @Test
  void aQuotedValueMayGoOnOverLines() {
    assertEquals(
        "550 he said \"no\",\nand went",
        read("b,1795766400,a@example.com,\"550 he said \"\"no\"\",", "and went", "", "\"")
            .one()
            .reply());
  }

  @Test
  void aQuotationMarkWithinAValueIsItself() {
    Told told = read("b,1795766400,a@example.com,550 no \"such\" 5\" user", ROW);
    assertEquals(2, told.deliveries().size());
    assertEquals("550 no \"such\" 5\" user", told.deliveries().get(0).reply());
  }

  @Test
  void aQuotationThatNeverEndsIsGivenUp() {
    List<String> lines = new ArrayList<>(List.of("b,1795766400,a@example.com,\"550"));
    lines.addAll(Collections.nCopies(CsvRecords.MAX_LINES, "more"));
    lines.add(ROW);
    Told told = read(lines.toArray(new String[0]));
    assertEquals(1, told.unknown());
    assertEquals(1, told.deliveries().size());
  }

  @Test
  void aQuotationTooLongIsGivenUp() {
    String line = "x".repeat(CsvRecords.MAX_LENGTH / 2);
    Told told = read("b,1795766400,a@example.com,\"" + line, line, ROW);
    assertEquals(1, told.unknown());
    assertEquals(1, told.deliveries().size());
  }

  @Test
  void aRecordThatIsBrokenIsUnknown() {
    Told told = read("b,1795766400,\"a\"b,550", ROW);
    assertEquals(1, told.unknown());
    assertEquals(1, told.deliveries().size());
  }

  @Test
  void anEmptyLineIsUnknown() {
    assertEquals(2, read("", " ").unknown());
  }

  @Test
  void linesOfOtherProgramsAreUnknown() {
    assertEquals(
        2, Told.of(LogFormat.POWERMTA, "\"quoted,\nNov 27 08:00:00 mail postfix: x").unknown());
  }

  @Test
  void anOpenQuotationIsKnownByTheRecords() {
    CsvRecords records = new CsvRecords();
    assertEquals(List.of(), records.add("a,\"b"));
    assertTrue(records.isOpen());
    assertEquals(List.of("a", "b\nc", "d"), records.add("c\",d"));
    assertFalse(records.isOpen());
  }
}
