package io.github.smtpbot.log.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.james.mime4j.MimeException;
import org.apache.james.mime4j.stream.BodyDescriptor;
import org.apache.james.mime4j.stream.EntityState;
import org.apache.james.mime4j.stream.Field;
import org.apache.james.mime4j.stream.MimeConfig;
import org.apache.james.mime4j.stream.MimeTokenStream;
import org.apache.james.mime4j.stream.RecursionMode;

/** What is needed of a message to tell what bounced: its header, its first text, its status. */
final class BounceMessage {

  /** Of a text, a status, or what came back. */
  private static final int LONGEST_PART = 256 << 10;

  private static final int MOST_PARTS = 100;
  private static final int DEEPEST = 8;

  private static final MimeConfig CONFIG =
      new MimeConfig.Builder()
          .setMaxLineLen(-1)
          .setMaxHeaderCount(-1)
          .setMaxHeaderLen(-1)
          .setMaxContentLen(-1)
          .setMalformedHeaderStartsBody(true)
          .build();

  private final Map<String, String> header = new HashMap<>();
  private String text = "";
  private final StringBuilder status = new StringBuilder();
  private String returnedId = "";
  private int depth;
  private int parts;

  private BounceMessage() {}

  /** Takes a message apart as far as it goes: bounces are often cut short. */
  static BounceMessage of(byte[] bytes) {
    BounceMessage message = new BounceMessage();
    try {
      message.parse(bytes);
    } catch (MimeException | IOException | RuntimeException e) {
      // What was read until here counts.
      message.depth = 0;
    }
    return message;
  }

  /** A field of the header by its name in lower case; empty if there is none. */
  String field(String name) {
    return header.getOrDefault(name, "");
  }

  /** The first part in plain text. */
  String text() {
    return text;
  }

  /** The delivery status parts. */
  String status() {
    return status.toString();
  }

  /** The id of the message that came back; empty if it does not tell. */
  String returnedId() {
    return returnedId;
  }

  private void parse(byte[] bytes) throws MimeException, IOException {
    MimeTokenStream stream = new MimeTokenStream(CONFIG);
    stream.setRecursionMode(RecursionMode.M_NO_RECURSE);
    stream.parse(new ByteArrayInputStream(bytes));
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
        default -> {}
      }
    }
  }

  private void field(Field field) {
    if (depth == 0) {
      header.putIfAbsent(field.getName().toLowerCase(Locale.ROOT), field.getBody().strip());
    }
  }

  private void body(MimeTokenStream stream) throws IOException {
    BodyDescriptor descriptor = stream.getBodyDescriptor();
    switch (descriptor.getMimeType().toLowerCase(Locale.ROOT)) {
      case "message/delivery-status", "message/global-delivery-status" ->
          status.append(read(stream, descriptor)).append("\n\n");
      case "message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers" ->
          returnedId = id(read(stream, descriptor));
      case "text/plain" -> {
        if (text.isEmpty()) {
          text = read(stream, descriptor);
        }
      }
      default -> {}
    }
  }

  private static String id(String returned) {
    for (String line : (Iterable<String>) returned.lines()::iterator) {
      if (line.isEmpty()) {
        break;
      }
      if (line.regionMatches(true, 0, "message-id:", 0, 11)) {
        return line.substring(11).strip();
      }
    }
    return "";
  }

  private static String read(MimeTokenStream stream, BodyDescriptor descriptor) throws IOException {
    try (InputStream in = stream.getDecodedInputStream()) {
      return new String(in.readNBytes(LONGEST_PART), charset(descriptor.getCharset()));
    }
  }

  private static Charset charset(String name) {
    try {
      Charset named = Charset.forName(name);
      return named.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : named;
    } catch (IllegalArgumentException e) {
      return StandardCharsets.UTF_8;
    }
  }
}
