package io.github.smtpbot.log.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads files as they grow, like {@code tail -F}: also one that is renamed and begun anew, one that
 * is copied and cut to nothing, and one that appears later. Hands out whole lines only, so that the
 * lines of several files do not mix. Looks for more at fixed times; {@link #close} from any thread
 * ends it at the next of them.
 *
 * <p>Read by one thread. What is written to a file between the last look and its being cut to
 * nothing is lost, as it is for {@code tail}.
 */
public final class Followed extends InputStream {

  private static final int CHUNK = 64 << 10;

  private final List<Growing> files = new ArrayList<>();
  private final Duration pause;
  private final Runnable idle;
  private volatile boolean closed;
  private byte[] lines = new byte[0];
  private int at;
  private int end;
  private int turn;

  /**
   * Follows these files.
   *
   * @param fromEnd whether only what is written from now on is read of a file that is there already
   * @param pause between two looks, when there is nothing new
   * @param idle is called in the reading thread before each pause
   */
  public Followed(List<Path> paths, boolean fromEnd, Duration pause, Runnable idle) {
    this.pause = pause;
    this.idle = idle;
    for (Path path : paths) {
      files.add(new Growing(path, fromEnd));
    }
  }

  /** This as the source of a log that is being written now. */
  public LogSource source(String name) {
    return LogSource.of(name, this);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (at == end) {
      if (closed) {
        closeFiles();
        return -1;
      }
      if (!more()) {
        idle.run();
        pause();
      }
    }
    int count = Math.min(length, end - at);
    System.arraycopy(lines, at, bytes, from, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return end - at;
  }

  /** Ends the stream: the reader comes to its end at the next look. */
  @Override
  public void close() {
    closed = true;
  }

  private boolean more() throws IOException {
    for (int i = 0; i < files.size(); i++) {
      Growing file = files.get(turn);
      turn = (turn + 1) % files.size();
      int count = file.look();
      if (count > 0) {
        lines = file.buffer;
        at = 0;
        end = count;
        return true;
      }
    }
    return false;
  }

  private void pause() throws IOException {
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      closed = true;
      closeFiles();
      throw new InterruptedIOException();
    }
  }

  private void closeFiles() throws IOException {
    for (Growing file : files) {
      file.close();
    }
  }

  /** One file, by its name: what stands under the name may change. */
  private static final class Growing {

    private final Path path;
    private boolean skip;
    private @Nullable SeekableByteChannel channel;
    private @Nullable Object key;

    /** What was read: whole lines up to what {@link #look} says, then the beginning of the next. */
    private byte[] buffer = new byte[CHUNK];

    private int whole;
    private int filled;

    Growing(Path path, boolean fromEnd) {
      this.path = path;
      this.skip = fromEnd;
    }

    /** How many bytes of whole lines are new in the buffer; they stay until the next look. */
    int look() throws IOException {
      System.arraycopy(buffer, whole, buffer, 0, filled - whole);
      filled -= whole;
      whole = 0;
      SeekableByteChannel open = channel;
      if (open == null) {
        open = open();
        if (open == null) {
          return 0;
        }
      }
      if (open.size() < open.position()) {
        // Cut to nothing: what comes now is new.
        open.position(0);
        if (filled > 0) {
          return lastLine();
        }
      }
      if (fill(open)) {
        return wholeLines();
      }
      if (isReplaced()) {
        close();
        return filled > 0 ? lastLine() : look();
      }
      return 0;
    }

    private @Nullable SeekableByteChannel open() throws IOException {
      if (!Files.isRegularFile(path)) {
        skip = false;
        return null;
      }
      SeekableByteChannel opened = Files.newByteChannel(path);
      key = key();
      if (skip) {
        opened.position(opened.size());
        skip = false;
      }
      channel = opened;
      return opened;
    }

    private boolean fill(SeekableByteChannel open) throws IOException {
      if (filled == buffer.length) {
        // A line longer than all that is read of one: it is handed out in pieces.
        return true;
      }
      int read = open.read(ByteBuffer.wrap(buffer, filled, buffer.length - filled));
      filled += Math.max(0, read);
      return read > 0;
    }

    private int wholeLines() {
      int line = filled;
      while (line > 0 && buffer[line - 1] != '\n') {
        line--;
      }
      whole = line == 0 && filled == buffer.length ? filled : line;
      return whole;
    }

    /** The last line of a file that is no longer written to needs an end. */
    private int lastLine() {
      if (filled > 0 && filled < buffer.length) {
        buffer[filled++] = '\n';
      }
      whole = filled;
      return whole;
    }

    private boolean isReplaced() throws IOException {
      return Files.isRegularFile(path) && !key().equals(key);
    }

    /** What tells files of one name from each other: the inode, or when it was made. */
    private Object key() throws IOException {
      BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
      Object inode = attributes.fileKey();
      return inode == null ? attributes.creationTime() : inode;
    }

    void close() throws IOException {
      SeekableByteChannel open = channel;
      channel = null;
      if (open != null) {
        open.close();
      }
    }
  }
}
