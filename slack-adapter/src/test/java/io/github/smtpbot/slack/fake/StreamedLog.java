package io.github.smtpbot.slack.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.smtpbot.log.Delivery.Result;
import io.github.smtpbot.log.generate.GeneratedLog;
import io.github.smtpbot.log.generate.Shape;
import io.github.smtpbot.measure.LiveHeap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;
import mockwebserver3.MockResponse;
import mockwebserver3.MockResponseBody;
import mockwebserver3.SocketEffect;
import okio.BufferedSink;

/**
 * A Postfix log that is made while it is sent, and is nowhere as a whole. It tells how much the
 * program holds in memory meanwhile.
 */
public final class StreamedLog {

  private static final int LOOK_EVERY = 4 * 1024 * 1024;

  private final long length;
  private final AtomicLong written = new AtomicLong();
  private final AtomicLong most = new AtomicLong();

  /** A log of so many bytes; its last line may be cut. */
  public StreamedLog(long length) {
    this.length = length;
  }

  /** What the fake Slack answers. */
  public MockResponse response() {
    return new MockResponse.Builder()
        .setHeader("Content-Type", "text/plain")
        .body(
            new MockResponseBody() {
              @Override
              public long getContentLength() {
                return length;
              }

              @Override
              public void writeTo(BufferedSink sink) throws IOException {
                write(sink.outputStream());
                sink.flush();
              }
            })
        .build();
  }

  /** The same, without saying how long it is. */
  public MockResponse responseOfUnknownLength() {
    return response()
        .newBuilder()
        .removeHeader("Content-Length")
        .setHeader("Connection", "close")
        .onResponseEnd(new SocketEffect.CloseSocket())
        .build();
  }

  /** The log, packed. */
  public void writePacked(OutputStream to) throws IOException {
    try (GZIPOutputStream packed = new GZIPOutputStream(to)) {
      write(packed);
    }
  }

  /** Writes whole pieces of the same log, each with a seed of its own. */
  public void write(OutputStream to) throws IOException {
    long nextLook = LOOK_EVERY;
    try {
      for (int seed = 1; written.get() < length; seed++) {
        GeneratedLog.write(
            Shape.POSTFIX,
            EnumSet.allOf(Result.class),
            seed,
            100,
            line -> write(line, to),
            x -> {});
        if (written.get() > nextLook) {
          nextLook = written.get() + LOOK_EVERY;
          look();
        }
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private void write(String line, OutputStream to) {
    byte[] bytes = (line + "\n").getBytes(UTF_8);
    int taken = (int) Math.min(bytes.length, length - written.get());
    try {
      to.write(bytes, 0, taken);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    written.addAndGet(taken);
  }

  private void look() {
    most.accumulateAndGet(LiveHeap.bytes(), Math::max);
  }

  /** The most that was alive while it was sent, in bytes. */
  public long mostHeap() {
    return most.get();
  }

  /** How much was sent, in bytes. */
  public long written() {
    return written.get();
  }
}
