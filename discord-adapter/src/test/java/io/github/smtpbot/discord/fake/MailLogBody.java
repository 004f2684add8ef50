package io.github.smtpbot.discord.fake;

import io.github.smtpbot.measure.LiveHeap;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import mockwebserver3.MockResponseBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/**
 * A log of Postfix's that is written while it is sent, so that it is nowhere whole. Of every ten
 * deliveries one is bounced by example.com, since nobody has that address, three are deferred by
 * Gmail, and the others go well.
 */
public final class MailLogBody implements MockResponseBody {

  /** Stands in every address of a recipient. */
  public static final String RECIPIENT = "zebra";

  private static final int QUEUE = 0x10000000;

  private final int messages;
  private final @Nullable CountDownLatch waitsFor;
  private final int bytes;
  private volatile long heap;

  private MailLogBody(int messages, @Nullable CountDownLatch waitsFor) {
    this.messages = messages;
    this.waitsFor = waitsFor;
    this.bytes = IntStream.range(0, messages).map(number -> lines(number).length).sum();
  }

  /** A log of so many messages. */
  public static MailLogBody of(int messages) {
    return new MailLogBody(messages, null);
  }

  /** A log whose middle is held back until this is opened. */
  public static MailLogBody waiting(int messages, CountDownLatch until) {
    return new MailLogBody(messages, until);
  }

  /** What was alive in the heap when nine tenths of it were sent, in bytes. */
  public long heap() {
    return heap;
  }

  private static byte[] lines(int number) {
    String time =
        String.format(
            Locale.ROOT,
            "Nov 20 %02d:%02d:%02d",
            10 + number / 36_000,
            number / 600 % 60,
            number / 10 % 60);
    String to = RECIPIENT + number % 500;
    String tells =
        switch (number % 10) {
          case 0 ->
              "<%s@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1.2, dsn=5.1.1, status=bounced (host mx.example.com[192.0.2.1] said: 550 5.1.1 <%1$s@example.com>: Recipient address rejected: User unknown (in reply to RCPT TO command))";
          case 1, 2, 3 ->
              "<%s@gmail.com>, relay=gmail-smtp-in.l.google.com[192.0.2.7]:25, delay=1.2, dsn=4.7.28, status=deferred (host gmail-smtp-in.l.google.com[192.0.2.7] said: 421 4.7.28 Our system has detected an unusual rate of mail (in reply to end of DATA command))";
          default ->
              "<%s@example.net>, relay=mx.example.net[192.0.2.9]:25, delay=1.2, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 4F1B2)";
        };
    String before = String.format(Locale.ROOT, "%s mx postfix/%%s: %08X: ", time, number + QUEUE);
    String lines =
        String.format(before, "cleanup[120]")
            + "message-id=<20261120."
            + number
            + "@mail.example.org>\n"
            + String.format(before, "qmgr[121]")
            + "from=<sender@example.org>, size=4711, nrcpt=1 (queue active)\n"
            + String.format(before, "smtp[122]")
            + String.format(Locale.ROOT, "to=" + tells + "\n", to);
    return lines.getBytes(StandardCharsets.US_ASCII);
  }

  /** How long it is. */
  public int bytes() {
    return bytes;
  }

  @Override
  public long getContentLength() {
    return bytes;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    for (int i = 0; i < messages; i++) {
      sink.write(lines(i));
      if (i == messages / 2 && waitsFor != null) {
        sink.flush();
        await(waitsFor);
      }
      if (i == messages / 10 * 9) {
        heap = LiveHeap.bytes();
      }
    }
    sink.flush();
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(20, TimeUnit.SECONDS)) {
        throw new IOException("nobody came");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }
}
