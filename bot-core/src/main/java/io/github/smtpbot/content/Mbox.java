package io.github.smtpbot.content;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts a mailbox in the mbox format (RFC 4155) into its messages, one after the other; what is no
 * mailbox is one message. Of each its beginning is kept, in which a bounce says why; the rest is
 * passed over. Line ends that are but {@code \r} become {@code \n}.
 */
public final class Mbox {

  private static final int BUFFER = 64 << 10;

  /** A line that begins a message is no longer than this. */
  private static final int LONGEST_FROM = 200;

  /** {@code From a@b Thu May 2 10:00:00 2024} is no shorter than this. */
  private static final int SHORTEST_DATED = 30;

  private final InputStream in;
  private final int longest;
  private final byte[] buffer = new byte[BUFFER];
  private int from;
  private int to;
  private boolean begun;
  private boolean parted;
  private boolean bare;
  private boolean more;

  /**
   * Reads a mailbox.
   *
   * @param in the caller closes it
   * @param longest what is kept of a message, in bytes
   */
  public Mbox(InputStream in, int longest) {
    this.in = in;
    this.longest = longest;
  }

  /**
   * The messages in a file; none if it is something else.
   *
   * @param most how many; others are left out
   */
  public static List<byte[]> split(byte[] file, int most) {
    String beginning =
        new String(
            file, 0, Math.min(file.length, MessageHeader.WINDOW), StandardCharsets.ISO_8859_1);
    if (!MessageHeader.begins(MessageHeader.withLineFeeds(beginning))) {
      return List.of();
    }
    int start = 0;
    while (Character.isWhitespace(file[start])) {
      start++;
    }
    boolean bare = beginning.indexOf('\n') < 0;
    if (!bare && !beginning.startsWith(MessageHeader.FROM, start)) {
      // One large message is not copied.
      return List.of(start == 0 ? file : Arrays.copyOfRange(file, start, file.length));
    }
    List<byte[]> messages = new ArrayList<>();
    Mbox mailbox = new Mbox(new ByteArrayInputStream(file), file.length);
    try {
      byte[] message = mailbox.next();
      while (message != null && messages.size() < most) {
        messages.add(message);
        message = mailbox.next();
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return messages;
  }

  /** The next message without its {@code From } line, or null at the end. */
  public byte @Nullable [] next() throws IOException {
    if (!begun) {
      begin();
    }
    if (!more) {
      return null;
    }
    ByteArrayOutputStream message = new ByteArrayOutputStream();
    boolean atStart = true;
    boolean blank = false;
    while (fill(atStart && parted ? LONGEST_FROM + 1 : 1)) {
      if (atStart && parted && isFrom() && (blank || endsInYear())) {
        skipLine();
        return message.toByteArray();
      }
      int end = lineEnd(from, to);
      int next = end < 0 ? to : end + 1;
      blank = atStart && end >= 0 && (end == from || (end == from + 1 && buffer[from] == '\r'));
      message.write(buffer, from, Math.min(next - from, longest - message.size()));
      atStart = end >= 0;
      from = next;
    }
    more = false;
    return message.size() == 0 ? null : message.toByteArray();
  }

  /** Looks at the first line; without waiting for more than it. */
  private void begin() throws IOException {
    begun = true;
    int read = 0;
    while (read >= 0 && to < MessageHeader.WINDOW && lineEnd(0, to) < 0) {
      read = in.read(buffer, to, MessageHeader.WINDOW - to);
      to += Math.max(0, read);
    }
    bare = lineEnd(0, to) < 0;
    withLineFeeds(0);
    while (from < to && Character.isWhitespace(buffer[from])) {
      from++;
    }
    more = fill(MessageHeader.FROM.length());
    parted = more && isFrom();
    if (parted) {
      skipLine();
    }
  }

  /** Reads on until so many bytes are here, or all that are left; false if none are. */
  private boolean fill(int wanted) throws IOException {
    if (to - from < wanted) {
      System.arraycopy(buffer, from, buffer, 0, to - from);
      to -= from;
      from = 0;
      int read = 0;
      while (read >= 0 && to < wanted) {
        read = in.read(buffer, to, buffer.length - to);
        int before = to;
        to += Math.max(0, read);
        withLineFeeds(before);
      }
    }
    return from < to;
  }

  private void withLineFeeds(int start) {
    for (int i = start; bare && i < to; i++) {
      if (buffer[i] == '\r') {
        buffer[i] = '\n';
      }
    }
  }

  private int lineEnd(int start, int end) {
    for (int i = start; i < end; i++) {
      if (buffer[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  private void skipLine() throws IOException {
    while (fill(1)) {
      int end = lineEnd(from, to);
      from = end < 0 ? to : end + 1;
      if (end >= 0) {
        return;
      }
    }
  }

  private boolean isFrom() {
    String sign = MessageHeader.FROM;
    boolean is = to - from > sign.length();
    for (int i = 0; is && i < sign.length(); i++) {
      is = buffer[from + i] == sign.charAt(i);
    }
    return is;
  }

  /** {@code From address Thu May 2 10:00:00 2024}: nobody begins a sentence like that. */
  private boolean endsInYear() {
    int end = from;
    while (end < to && buffer[end] != '\n' && buffer[end] != '\r') {
      end++;
    }
    int length = end - from;
    if (length > LONGEST_FROM || length < SHORTEST_DATED) {
      return false;
    }
    String line = new String(buffer, from, length, StandardCharsets.ISO_8859_1);
    return line.indexOf(':', length - 12) > 0
        && isDigit(line.charAt(length - 1))
        && isDigit(line.charAt(length - 4))
        && line.charAt(length - 5) == ' ';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
