package io.github.smtpbot.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.measure.Running;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A batch holds one line at a time, and of a line no more than it may have. */
@Timeout(120)
class ConstantMemoryTest {

  private static final int LINES = 2_000;

  @Test
  void moreThanFitsInMemoryIsAnswered() throws Exception {
    // 120 MB go through a machine that has 64.
    Process batch =
        Running.program(List.of("-Xmx64m"), Main.class, "batch")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (BufferedReader answers = batch.inputReader(StandardCharsets.UTF_8)) {
      Thread asking = new Thread(() -> ask(batch));
      asking.start();
      assertEquals(LINES, answers.lines().filter(line -> line.startsWith("{\"id\"")).count());
      asking.join();
      assertEquals(0, batch.waitFor());
    } finally {
      batch.destroyForcibly();
    }
  }

  private static void ask(Process batch) {
    String line = "{\"text\":\"" + "# ".repeat(30_000) + "\"}\n";
    byte[] bytes = line.getBytes(StandardCharsets.US_ASCII);
    try (OutputStream questions = batch.getOutputStream()) {
      for (int i = 0; i < LINES; i++) {
        questions.write(bytes);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A line that does not end. */
  private static final class Endless extends Reader {
    private long left = 100_000_000;

    @Override
    public int read(char[] buffer, int offset, int length) {
      if (left <= 0) {
        return -1;
      }
      Arrays.fill(buffer, offset, offset + length, 'x');
      left -= length;
      return length;
    }

    @Override
    public void close() {}
  }

  @Test
  void aLineWithoutAnEndTakesNoMoreThanAllowed() throws IOException {
    BoundedLines lines = new BoundedLines(new BufferedReader(new Endless()), 1000);
    assertEquals(1000, String.valueOf(lines.next()).length());
    assertTrue(lines.wasCut());
    assertNull(lines.next());
  }

  @Test
  void linesAreReadOneAfterTheOther() throws IOException {
    BoundedLines lines = new BoundedLines(new StringReader("one\r\n\ntoo long\nlast"), 4);
    assertEquals("one", lines.next());
    assertEquals("", lines.next());
    assertEquals("too ", lines.next());
    assertEquals("last", lines.next());
    assertNull(lines.next());
  }
}
