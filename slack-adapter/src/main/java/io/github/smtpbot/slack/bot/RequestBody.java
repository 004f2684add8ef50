package io.github.smtpbot.slack.bot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/**
 * Reads the body of a request; no thread waits for it. Of one that is too large, some more is read
 * and thrown away, because a client that is still sending when its connection is closed does not
 * hear why.
 */
final class RequestBody implements Runnable {

  /** What became of it; one of these is called, once. */
  interface Reader {
    /** All of it is there. */
    void read(String body);

    /** It is longer than it may be. */
    void tooLarge();

    /** It did not come. */
    void failed();
  }

  private final Request request;
  private final int limit;
  private final long thrownAway;
  private final Reader reader;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long length;

  /**
   * A body to be read.
   *
   * @param limit how many bytes it may have
   * @param thrownAway how many bytes are read of one that has more
   */
  RequestBody(Request request, int limit, long thrownAway, Reader reader) {
    this.request = request;
    this.limit = limit;
    this.thrownAway = thrownAway;
    this.reader = reader;
  }

  /** Reads what is there, and is called again when there is more. */
  @Override
  public void run() {
    while (true) {
      Content.@Nullable Chunk chunk = request.read();
      if (chunk == null) {
        request.demand(this);
        return;
      }
      if (Content.Chunk.isFailure(chunk)) {
        reader.failed();
        return;
      }
      boolean last = chunk.isLast();
      take(chunk.getByteBuffer());
      chunk.release();
      if (last || length > thrownAway) {
        finish();
        return;
      }
    }
  }

  private void take(ByteBuffer bytes) {
    length += bytes.remaining();
    if (length <= limit) {
      byte[] taken = new byte[bytes.remaining()];
      bytes.get(taken);
      kept.writeBytes(taken);
    } else {
      kept.reset();
    }
  }

  private void finish() {
    if (length > limit) {
      reader.tooLarge();
    } else {
      reader.read(kept.toString(StandardCharsets.UTF_8));
    }
  }
}
