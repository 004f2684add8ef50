package io.github.smtpbot.log.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogCount.Problem;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.source.LogSource;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FaultsTest {

  private static final String SENT =
      "2026-11-20T10:00:01Z mx1 postfix/smtp[9]: 4F1B2C3D4E: to=<a@example.com>, relay=none,"
          + " delay=1, dsn=2.0.0, status=sent (250 OK)\n";

  private static Problem problem(Problem.Kind kind) {
    return new Problem("-", kind);
  }

  /** A stream of so many equal bytes, which takes no memory. */
  private static InputStream many(long count, char c) {
    return new InputStream() {
      private long left = count;

      @Override
      public int read() {
        return left-- > 0 ? c : -1;
      }

      @Override
      public int read(byte[] bytes, int from, int length) {
        if (left <= 0) {
          return -1;
        }
        int now = (int) Math.min(left, length);
        java.util.Arrays.fill(bytes, from, from + now, (byte) c);
        left -= now;
        return now;
      }
    };
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void ofALineOfAHundredMegabytesTheBeginningIsReadAndTheOthersWhole() {
    InputStream log =
        new SequenceInputStream(
            Collections.enumeration(
                List.of(
                    stream(SENT),
                    stream(SENT.strip().substring(0, SENT.indexOf("(250"))),
                    many(100 << 20, 'x'),
                    stream("\n" + SENT))));

    Read read = Read.of(List.of(LogSource.of("-", log)), Read.UTC);

    assertEquals(3, read.deliveries().size());
    assertEquals(3, read.count().lines());
    assertEquals(List.of(problem(Problem.Kind.LONG_LINE)), read.count().problems());
    assertTrue(read.deliveries().get(1).reply().length() <= 64 << 10);
  }

  @Test
  void aPackedFileOfZeroesIsToldFromALog() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (java.util.zip.GZIPOutputStream out = new java.util.zip.GZIPOutputStream(packed)) {
      many(200 << 20, '\0').transferTo(out);
    }

    Read read = Read.bytes(packed.toByteArray());

    assertEquals(List.of(problem(Problem.Kind.BINARY)), read.count().problems());
    assertEquals(0, read.count().lines());
  }

  @Test
  void noiseIsNoLog() {
    byte[] noise = new byte[100_000];
    new Random(1982).nextBytes(noise);

    assertEquals(List.of(problem(Problem.Kind.BINARY)), Read.bytes(noise).count().problems());
  }

  @Test
  void eachLineMayHaveACharsetOfItsOwn() {
    byte[] first = SENT.replace("OK", "Größe").getBytes(StandardCharsets.UTF_8);
    byte[] second = SENT.replace("OK", "Größe").getBytes(Charset.forName("windows-1252"));
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    log.writeBytes(first);
    log.writeBytes(second);

    Read read = Read.bytes(log.toByteArray());

    assertEquals(
        List.of("250 Größe", "250 Größe"),
        read.deliveries().stream().map(Delivery::reply).toList());
  }

  @Test
  void aFileInUtf16IsRead() {
    Read read = Read.bytes(("\uFEFF" + SENT).getBytes(StandardCharsets.UTF_16LE));

    assertEquals("a@example.com", read.only().recipient());
  }

  @Test
  void aMissingFileIsToldAndTheOthersAreRead() {
    Read read =
        Read.of(
            List.of(LogSource.of(Path.of("no/such.log")), LogSource.of("-", stream(SENT))),
            Read.UTC);

    assertEquals(1, read.deliveries().size());
    assertEquals(
        List.of(new Problem("no/such.log", Problem.Kind.UNREADABLE)), read.count().problems());
  }

  @Test
  void aClockThatJumpsBackChangesNothing() {
    Read read =
        Read.lines(
            SENT.strip(),
            SENT.strip().replace("10:00:01", "09:00:01"),
            SENT.strip().replace("10:00:01", "10:00:02"));

    assertEquals(
        List.of(
            Instant.parse("2026-11-20T10:00:01Z"),
            Instant.parse("2026-11-20T09:00:01Z"),
            Instant.parse("2026-11-20T10:00:02Z")),
        read.deliveries().stream().map(Delivery::time).toList());
  }

  @Test
  void whatLiesOutsideOfTheTimeAskedForIsLeftOut() {
    List<Delivery> deliveries = new ArrayList<>();
    LogOptions options =
        Read.UTC
            .withSince(Instant.parse("2026-11-20T10:00:01Z"))
            .withUntil(Instant.parse("2026-11-20T10:00:02Z"));
    String log = SENT.replace("10:00:01", "10:00:00") + SENT + SENT.replace("10:00:01", "10:00:02");

    MailLog.read(List.of(LogSource.of("-", stream(log))), options, deliveries::add);

    assertEquals(
        List.of(Instant.parse("2026-11-20T10:00:01Z")),
        deliveries.stream().map(Delivery::time).toList());
  }

  @Test
  void whoInsistsOnAFormatGetsNoOther() {
    Read read =
        Read.of(List.of(LogSource.of("-", stream(SENT))), Read.UTC.withFormat(LogFormat.EXIM));

    assertEquals(0, read.deliveries().size());
    assertEquals(1, read.count().unknownLines());
  }

  @Test
  void linesThatSyslogPutTogetherCountEach() {
    Read read =
        Read.lines(
            "Nov 20 10:00:01 mx1 postfix/smtpd[8]: message repeated 3 times: [ NOQUEUE: reject:"
                + " RCPT from unknown[198.51.100.7]: 554 5.7.1 Relay access denied;"
                + " from=<x@example.org> to=<a@example.net> proto=SMTP helo=<pc>]");

    assertEquals(3, read.deliveries().size());
    assertEquals(1, read.count().lines());
  }

  @Test
  void whatDovecotTakesFromAServerInTheSameLogCountsOnce() {
    String saved =
        "2026-11-20T10:00:01Z mx1 dovecot: lmtp(a@example.com)<12><x>: msgid=<1@example.org>:"
            + " saved mail to INBOX";

    Read both = Read.lines(SENT.strip(), saved);
    Read alone = Read.lines(saved);

    assertEquals(1, both.deliveries().size());
    assertEquals(0, both.count().unknownLines());
    assertEquals("a@example.com", alone.only().recipient());
  }

  @Test
  void progressIsToldInBytesOfWhatLiesThere() {
    List<String> told = new ArrayList<>();
    byte[] log = SENT.repeat(20_000).getBytes(StandardCharsets.UTF_8);
    LogSource source = new LogSource("log", () -> new ByteArrayInputStream(log), log.length, null);

    MailLog.read(
        List.of(source), Read.UTC.withProgress((read, of) -> told.add(read + "/" + of)), d -> {});

    assertEquals(log.length + "/" + log.length, told.get(told.size() - 1));
    assertTrue(told.size() >= log.length >> 20, told::toString);
  }
}
