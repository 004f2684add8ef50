package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** Lines of any length are read, and none is longer in memory than allowed. */
class BoundedLinesTest {

  private static BoundedLines lines(String input) {
    return new BoundedLines(new BufferedReader(new StringReader(input)), 4);
  }

  @Test
  void aLineIsReadUpToTheLimitAndTheRestIsSkipped() throws IOException {
    BoundedLines lines = lines("abcd\nabcde\nabcdefgh\nx");
    assertEquals("abcd", lines.next());
    assertFalse(lines.wasCut());
    assertEquals("abcd", lines.next());
    assertTrue(lines.wasCut());
    assertEquals("abcd", lines.next());
    assertTrue(lines.wasCut());
    assertEquals("x", lines.next());
    assertFalse(lines.wasCut());
    assertNull(lines.next());
  }

  @Test
  void theEndOfALineIsNoPartOfIt() throws IOException {
    BoundedLines lines = lines("ab\r\n\r\n\nc\rd\r");
    assertEquals("ab", lines.next());
    assertEquals("", lines.next());
    assertEquals("", lines.next());
    assertEquals("c\rd", lines.next());
    assertNull(lines.next());
  }

  @Test
  void aNulDoesNotEndTheInput() throws IOException {
    BoundedLines lines = lines("\0a\nb\0c\n");
    assertEquals("\0a", lines.next());
    assertEquals("b\0c", lines.next());
    assertNull(lines.next());
  }

  @Test
  void whetherThereIsMoreIsTold() throws IOException {
    try (PipedWriter writer = new PipedWriter();
        PipedReader reader = new PipedReader(writer)) {
      BoundedLines lines = new BoundedLines(new BufferedReader(reader), 4);
      assertFalse(lines.ready());
      writer.write("a\nb\n");
      assertTrue(lines.ready());
      assertEquals("a", lines.next());
      assertTrue(lines.ready());
      assertEquals("b", lines.next());
      assertFalse(lines.ready());
    }
  }
}
