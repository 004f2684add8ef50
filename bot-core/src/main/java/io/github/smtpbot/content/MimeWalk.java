package io.github.smtpbot.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Walks once through a message (MIME, RFC 2045), as far as it goes: bounces are often cut short or
 * malformed. The messages that it carries are parts like others.
 */
public final class MimeWalk {

  private static final MimeConfig CONFIG =
      new MimeConfig.Builder()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxHeaderLen(-1)
          .setMaxContentLen(-1)
          .setMalformedHeaderStartsBody(true)
          .build();

  private final MimeTokenStream stream = new MimeTokenStream(CONFIG);
  private final Limits limits;
  private final Visitor visitor;
  private int depth;
  private int parts;

  private MimeWalk(Limits limits, Visitor visitor) {
    this.limits = limits;
    this.visitor = visitor;
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
  }

  /**
   * How far is walked.
   *
   * @param longestPart what is read of a part, in bytes; the rest of a longer one is left out
   * @param mostParts what follows is left out
   * @param deepest how parts may nest; each level costs time for every byte within it
   */
  public record Limits(int longestPart, int mostParts, int deepest) {}

  /** Is told what is met on the way. */
  public interface Visitor {

    /**
     * A field of the header of the message itself, not of its parts.
     *
     * @param name in lower case
     * @param value as it stands there; {@link #decoded} makes it readable
     */
    void field(String name, String value);

    /** A part, or the whole message where it has none. */
    void part(Part part) throws IOException;

    /**
     * What stands outside of all parts: where the boundary is missing, that is all there is.
     *
     * @param text may be a part of it, of which the next comes later
     */
    default void outside(String text) {}
  }

  /** A part, to be read at once. */
  public final class Part {

    private Part() {}

    /** Its type in lower case, such as {@code text/plain}. */
    public String type() {
      return stream.getBodyDescriptor().getMimeType().toLowerCase(Locale.ROOT);
    }

    /** Its content, rid of its transfer encoding. */
    public byte[] bytes() throws IOException {
      try (InputStream in = stream.getDecodedInputStream()) {
        return in.readNBytes(limits.longestPart());
      }
    }

    /** The same as text, in the charset that it names, if that can be. */
    public String text() throws IOException {
      return TextDecoder.decode(
          bytes(), TextDecoder.charset(stream.getBodyDescriptor().getCharset()));
    }
  }

  /** Walks through a message. What is malformed ends the walk: what was told until there counts. */
  public static void walk(byte[] message, Limits limits, Visitor visitor) {
    try {
      new MimeWalk(limits, visitor).walk(message);
    } catch (MimeException | IOException | RuntimeException malformed) {
      // Whatever was met until here has been told.
      return;
    }
  }

  /** The value of a field, its encoded words (RFC 2047) made readable. */
  public static String decoded(String value) {
    try {
      return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT).trim();
    } catch (RuntimeException e) {
      return value.trim();
    }
  }

  private void walk(byte[] message) throws MimeException, IOException {
    stream.parse(new ByteArrayInputStream(message));
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM
            && depth <= limits.deepest()
            && parts <= limits.mostParts();
        state = stream.next()) {
      switch (state) {
        case T_START_MULTIPART -> depth++;
        case T_START_BODYPART -> {
          depth++;
          parts++;
        }
        case T_END_MULTIPART, T_END_BODYPART -> depth--;
        case T_FIELD -> field(stream.getField());
        case T_BODY -> visitor.part(new Part());
        case T_PREAMBLE, T_EPILOGUE -> outside();
        default -> {}
      }
    }
  }

  private void field(Field field) {
    if (depth == 0) {
      visitor.field(field.getName().toLowerCase(Locale.ROOT), field.getBody());
    }
  }

  private void outside() throws IOException {
    if (depth == 1) {
      visitor.outside(
          TextDecoder.decode(stream.getInputStream().readNBytes(limits.longestPart()), null));
    }
  }
}
