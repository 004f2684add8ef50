package io.github.smtpbot.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.commons.io.input.ReaderInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What a source turned out to hold, unpacked.
 *
 * @param kind its beginning tells
 * @param stream the whole of it; text is in UTF-8, or in no charset that its beginning names
 */
public record Content(Kind kind, InputStream stream) {

  /** The kinds of content. */
  public enum Kind {
    /** Lines of a log, or of events. */
    LINES,
    /** Messages in the mbox format (RFC 4155). */
    MBOX,
    /** One message (RFC 5322). */
    MESSAGE,
    /** No text. */
    BINARY
  }

  private static final int BEGINNING = 16 << 10;

  /** Of so many bytes one may be a control character in text: logs are torn by crashes. */
  private static final int TEXT_PER_CONTROL = 16;

  /**
   * Unpacks a stream, and looks at its beginning.
   *
   * @param file as it lies there, packed or not; the caller closes it
   */
  public static Content of(InputStream file) throws IOException {
    return unpacked(Unpacking.of(file));
  }

  private static Content unpacked(InputStream in) throws IOException {
    byte[] beginning = new byte[BEGINNING];
    int length = beginning(in, beginning);
    Charset wide = wide(beginning, length);
    if (wide != null) {
      return unpacked(
          ReaderInputStream.builder()
              .setReader(new InputStreamReader(new Begun(beginning, 2, length, in), wide))
              .setCharset(StandardCharsets.UTF_8)
              .get());
    }
    int mark = hasMark(beginning, length) ? 3 : 0;
    return new Content(kind(beginning, mark, length), new Begun(beginning, mark, length, in));
  }

  /**
   * Reads as much as is there, at least a line with something in it, so that a log that is being
   * written is no wait.
   */
  private static int beginning(InputStream in, byte[] beginning) throws IOException {
    int length = 0;
    boolean words = false;
    while (length < beginning.length) {
      int read = in.read(beginning, length, beginning.length - length);
      if (read < 0) {
        break;
      }
      boolean line = false;
      for (int i = length; i < length + read; i++) {
        words |= beginning[i] > ' ' || beginning[i] < 0;
        line |= words && beginning[i] == '\n';
      }
      length += read;
      if (line) {
        break;
      }
    }
    return length;
  }

  private static boolean hasMark(byte[] text, int length) {
    return length >= 3
        && text[0] == (byte) 0xef
        && text[1] == (byte) 0xbb
        && text[2] == (byte) 0xbf;
  }

  private static @Nullable Charset wide(byte[] text, int length) {
    if (length < 2) {
      return null;
    }
    if (text[0] == (byte) 0xff && text[1] == (byte) 0xfe) {
      return StandardCharsets.UTF_16LE;
    }
    return text[0] == (byte) 0xfe && text[1] == (byte) 0xff ? StandardCharsets.UTF_16BE : null;
  }

  private static Kind kind(byte[] beginning, int from, int to) {
    int controls = 0;
    for (int i = from; i < to; i++) {
      byte b = beginning[i];
      if (b >= 0 && b < ' ' && (b < '\t' || b > '\r') && b != 0x1b) {
        controls++;
      }
    }
    if (controls * TEXT_PER_CONTROL > to - from) {
      return Kind.BINARY;
    }
    String text =
        MessageHeader.withLineFeeds(
            new String(beginning, from, to - from, StandardCharsets.ISO_8859_1));
    if (!MessageHeader.begins(text)) {
      return Kind.LINES;
    }
    return text.stripLeading().startsWith(MessageHeader.FROM) ? Kind.MBOX : Kind.MESSAGE;
  }
}
