package io.github.smtpbot.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.LogCount;
import io.github.smtpbot.log.LogCount.Problem;
import io.github.smtpbot.log.source.LogSource;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Logs that somebody wrote to keep the reader busy, or to fill its memory. */
class HostileLogTest {

  private static final String SENT =
      "postfix/smtp[1]: 4F1B2C3D4E: to=<a@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1,"
          + " dsn=2.0.0, status=sent (250 ok)";

  @Test
  void aRepetitionHasABound() {
    assertEquals(10_000, deliveries("message repeated 99999999999 times: [ ", "]", 1));
  }

  @Test
  void allRepetitionsTogetherHaveABound() {
    long read = deliveries("message repeated 99999 times: [ ", "]", 300);
    assertTrue(read > 1_000_000 && read < 1_001_000, "deliveries: " + read);
  }

  @Test
  void aLineWithoutEndIsCutAtTheBound() {
    LogCount count =
        MailLog.read(
            List.of(LogSource.of("-", endless((byte) 'x'))),
            LogOptions.all().withMost(1_000_000),
            delivery -> {});
    assertTrue(kinds(count).contains(Problem.Kind.CUT), count.problems().toString());
    assertTrue(count.bytes() <= 1_000_000, "read: " + count.bytes());
  }

  @Test
  void longSendersOfManyMessagesDoNotFillTheMemory() {
    String sender = "x".repeat(60_000);
    InputStream lines =
        new InputStream() {
          private int message;
          private byte[] line = new byte[0];
          private int at;

          @Override
          public int read() {
            if (at == line.length) {
              if (message == 20_000) {
                return -1;
              }
              line =
                  ("Nov 27 10:00:00 mx postfix/qmgr[1]: "
                          + Integer.toHexString(0x10000000 + message++)
                          + ": from=<"
                          + sender
                          + "@example.com>, size=1, nrcpt=1 (queue active)\n")
                      .getBytes(StandardCharsets.UTF_8);
              at = 0;
            }
            return line[at++];
          }

          @Override
          public int read(byte[] buffer, int from, int length) {
            if (length == 0) {
              return 0;
            }
            int first = read();
            if (first < 0) {
              return -1;
            }
            buffer[from] = (byte) first;
            int more = Math.min(length - 1, line.length - at);
            System.arraycopy(line, at, buffer, from + 1, more);
            at += more;
            return more + 1;
          }
        };
    // 1.2 GB of senders: more than there is memory for.
    LogCount count =
        MailLog.read(List.of(LogSource.of("-", lines)), LogOptions.all(), delivery -> {});
    assertEquals(20_000, count.lines());
    assertEquals(0, count.unknownLines());
  }

  private static long deliveries(String before, String after, int lines) {
    String head = "Nov 27 10:00:00 mx ";
    String first = head + SENT + "\n";
    String repeated = head + "postfix/smtp[1]: " + before + SENT.substring(17) + after + "\n";
    byte[] log = (first + repeated.repeat(lines)).getBytes(StandardCharsets.UTF_8);
    long[] count = {0};
    MailLog.read(
        List.of(LogSource.of("-", new ByteArrayInputStream(log))),
        LogOptions.all(),
        delivery -> count[0]++);
    return count[0] - 1;
  }

  private static List<Problem.Kind> kinds(LogCount count) {
    return count.problems().stream().map(Problem::kind).toList();
  }

  private static InputStream endless(byte sign) {
    return new InputStream() {
      @Override
      public int read() {
        return sign;
      }

      @Override
      public int read(byte[] buffer, int from, int length) {
        Arrays.fill(buffer, from, from + length, sign);
        return length;
      }
    };
  }
}
