package io.github.smtpbot.diagnosis.decode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.codec.DecodeMonitor;
import org.apache.james.mime4j.codec.DecoderUtil;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/**
 * Takes a message apart (MIME, RFC 2045): its header, what it says in words, its delivery status
 * parts, and the messages it carries.
 */
final class MailParser {

  /** What is read of one part; the rest of a longer part is left out. */
  private static final int LONGEST_PART = 10 << 20;

  /** No report nests its parts deeper; each level costs time for every byte within it. */
  private static final int DEEPEST = 16;

  /** No report has more parts; what follows is left out. */
  private static final int MOST_PARTS = 500;

  /** No header has more fields; what follows is left out. */
  private static final int MOST_FIELDS = 1_000;

  /** What is kept of a field of the header. */
  private static final int LONGEST_FIELD = 4_000;

  private static final MimeConfig CONFIG =
      new MimeConfig.Builder()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxHeaderLen(-1)
          .setMaxContentLen(-1)
          .setMalformedHeaderStartsBody(true)
          .build();

  private final Map<String, String> header = new HashMap<>();
  private final StringBuilder prose = new StringBuilder();
  private final StringBuilder html = new StringBuilder();
  private final StringBuilder outside = new StringBuilder();
  private final StringBuilder status = new StringBuilder();
  private final List<Supplier<Mail>> carried = new ArrayList<>();
  private boolean feedback;
  private int depth;
  private int parts;

  private MailParser() {}

  /** Takes a message apart; what is malformed is read as far as it goes. */
  static Mail read(byte[] message) {
    MailParser reader = new MailParser();
    try {
      reader.parse(message);
    } catch (MimeException | IOException | RuntimeException e) {
      // Bounces are often cut short or malformed: what was read until here counts.
      reader.depth = 0;
    }
    String words = reader.prose.toString();
    if (words.isBlank() && !reader.html.isEmpty()) {
      words = HtmlText.plain(reader.html.toString());
    }
    if (words.isBlank() && reader.status.isEmpty()) {
      words = reader.outside.toString();
    }
    return new Mail(
        Map.copyOf(reader.header),
        PlainText.clean(words),
        PlainText.clean(reader.status.toString()),
        reader.feedback,
        List.copyOf(reader.carried));
  }

  private void parse(byte[] message) throws MimeException, IOException {
    MimeTokenStream stream = new MimeTokenStream(CONFIG);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new ByteArrayInputStream(message));
    for (EntityState state = stream.getState();
        state != EntityState.T_END_OF_STREAM && depth <= DEEPEST && parts <= MOST_PARTS;
        state = stream.next()) {
      switch (state) {
        case T_START_MULTIPART -> depth++;
        case T_START_BODYPART -> {
          depth++;
          parts++;
        }
        case T_END_MULTIPART, T_END_BODYPART -> depth--;
        case T_FIELD -> field(stream.getField());
        case T_BODY -> body(stream);
        case T_PREAMBLE, T_EPILOGUE -> outside(stream);
        default -> {}
      }
    }
  }

  /** What stands outside of all parts: where the boundary is missing, all there is. */
  private void outside(MimeTokenStream stream) throws IOException {
    if (depth == 1) {
      outside.append(TextDecoder.decode(stream.getInputStream().readNBytes(LONGEST_PART), null));
    }
  }

  private void field(Field field) {
    if (depth > 0 || header.size() >= MOST_FIELDS) {
      return;
    }
    String name = field.getName().toLowerCase(Locale.ROOT);
    String value = field.getBody();
    if (!header.containsKey(name)) {
      header.put(name, decoded(value.substring(0, Math.min(value.length(), LONGEST_FIELD))));
    }
  }

  private static String decoded(String value) {
    try {
      return DecoderUtil.decodeEncodedWords(value, DecodeMonitor.SILENT).trim();
    } catch (RuntimeException e) {
      return value.trim();
    }
  }

  private void body(MimeTokenStream stream) throws IOException {
    BodyDescriptor descriptor = stream.getBodyDescriptor();
    String type = descriptor.getMimeType().toLowerCase(Locale.ROOT);
    switch (type) {
      case "message/feedback-report" -> feedback = true;
      case "message/delivery-status", "message/global-delivery-status" ->
          status.append(text(stream, descriptor)).append("\n\n");
      case "message/rfc822", "message/global" -> {
        try (InputStream in = stream.getDecodedInputStream()) {
          byte[] message = in.readNBytes(LONGEST_PART);
          carried.add(() -> read(message));
        }
      }
      case "text/rfc822-headers", "message/partial" -> {}
      case "text/html" -> {
        if (html.length() == 0) {
          html.append(text(stream, descriptor));
        }
      }
      default -> {
        boolean plain = type.startsWith("text/") || type.startsWith("multipart/");
        if (plain && prose.length() < LONGEST_PART) {
          prose.append(text(stream, descriptor)).append('\n');
        }
      }
    }
  }

  private static String text(MimeTokenStream stream, BodyDescriptor descriptor) throws IOException {
    try (InputStream in = stream.getDecodedInputStream()) {
      return TextDecoder.decode(
          in.readNBytes(LONGEST_PART), TextDecoder.charset(descriptor.getCharset()));
    }
  }
}
