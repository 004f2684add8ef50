package io.github.smtpbot.slack.bot;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
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

    /** Too much of others is kept already. */
    void crowded();

    /** It did not come. */
    void failed();
  }

  private final Request request;
  private final int limit;
  private final long thrownAway;
  private final Semaphore room;
  private final Reader reader;
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private long length;
  private int held;

  /**
   * A body to be read.
   *
   * @param limit how many bytes it may have
   * @param thrownAway how many bytes are read of one that has more
   * @param room for what is kept of all bodies, in bytes
   */
  RequestBody(Request request, int limit, long thrownAway, Semaphore room, Reader reader) {
    this.request = request;
    this.limit = limit;
    this.thrownAway = thrownAway;
    this.room = room;
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
        forget();
        reader.failed();
        return;
      }
      boolean last = chunk.isLast();
      boolean taken = take(chunk.getByteBuffer());
      chunk.release();
      if (!taken) {
        forget();
        reader.crowded();
        return;
      }
      if (last || length > thrownAway) {
        finish();
        return;
      }
    }
  }

  private boolean take(ByteBuffer bytes) {
    int more = bytes.remaining();
    length += more;
    if (length > limit) {
      forget();
      return true;
    }
    if (!room.tryAcquire(more)) {
      return false;
    }
    held += more;
    byte[] taken = new byte[more];
    bytes.get(taken);
    kept.writeBytes(taken);
    return true;
  }

  private void forget() {
    kept.reset();
    room.release(held);
    held = 0;
  }

  private void finish() {
    if (length > limit) {
      reader.tooLarge();
      return;
    }
    String body = kept.toString(StandardCharsets.UTF_8);
    forget();
    reader.read(body);
  }
}
