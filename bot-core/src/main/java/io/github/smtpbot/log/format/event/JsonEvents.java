package io.github.smtpbot.log.format.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.format.LogLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as its lines come: one event a line, or one value over many lines, an array of a
 * million events too. Only the event at hand is held. A line inside a value is known until the
 * event has ended and says otherwise.
 */
final class JsonEvents implements EventReader {

  private static final int MAX_DEPTH = 64;
  private static final int MAX_STRING = 4 << 20;
  private static final int MAX_NAME = 1_000;

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_STRING)
                  .maxNameLength(MAX_NAME)
                  .build())
          // Names come from outside: they must not stay in memory when the reader is gone.
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          .build();

  private final EventMeaning meaning;
  private JsonParser parser;

  /** The outermost value, if it is an object. */
  private @Nullable FieldsBuilder outer;

  /** An event inside an array. */
  private @Nullable FieldsBuilder inner;

  /** Arrays of events that are open: each may hold others. */
  private int arrays;

  /** Whether the outermost object held a list of events, and so is none. */
  private boolean listed;

  private @Nullable JsonToken last;

  private long events;

  /** What the line at hand held. */
  private boolean known;

  private boolean foreign;

  JsonEvents(EventMeaning meaning) {
    this.meaning = meaning;
    this.parser = newParser();
  }

  @Override
  public long events() {
    return events;
  }

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    boolean starts = starts(line.text());
    if (last == JsonToken.FIELD_NAME && line.text().startsWith("{")) {
      // A line that was cut before a value; the next event must not become that value.
      reset();
    }
    boolean within = isWithin();
    if (!within && !starts) {
      return false;
    }
    if (feed(line, deliveries)) {
      return known || !foreign;
    }
    reset();
    // What came before may have been cut: this line may be whole.
    if (within && starts && !known) {
      if (feed(line, deliveries)) {
        return known || !foreign;
      }
      reset();
    }
    return false;
  }

  /** The object that a text is, or null if it is none that can be read. */
  static @Nullable Fields parse(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      FieldsBuilder builder = new FieldsBuilder();
      while (builder.depth() > 0) {
        JsonToken token = parser.nextToken();
        if (token == null) {
          return null;
        }
        builder.add(token, parser);
      }
      return builder.fields();
    } catch (IOException e) {
      return null;
    }
  }

  /** Whether JSON that holds events may begin here. */
  private static boolean starts(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '\uFEFF') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  private boolean isWithin() {
    return outer != null || inner != null || arrays > 0;
  }

  /** Whether the line could be parsed. */
  private boolean feed(LogLine line, Consumer<? super Delivery> deliveries) {
    known = false;
    foreign = false;
    String text = line.text();
    int from = text.startsWith("\uFEFF") ? 1 : 0;
    byte[] bytes = (text.substring(from) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      ((ByteArrayFeeder) parser.getNonBlockingInputFeeder()).feedInput(bytes, 0, bytes.length);
      JsonToken token = parser.nextToken();
      while (token != null && token != JsonToken.NOT_AVAILABLE) {
        last = token;
        accept(token, line, deliveries);
        token = parser.nextToken();
      }
      return true;
    } catch (IOException e) {
      // The parser's message would quote the line.
      return false;
    }
  }

  private void accept(JsonToken token, LogLine line, Consumer<? super Delivery> deliveries)
      throws IOException {
    FieldsBuilder element = inner;
    FieldsBuilder object = outer;
    if (element != null) {
      element.add(token, parser);
      if (element.depth() == 0) {
        inner = null;
        tell(element.fields(), line, deliveries);
      }
    } else if (arrays > 0) {
      inArray(token);
    } else if (object != null) {
      inOuter(object, token, line, deliveries);
    } else if (token == JsonToken.START_OBJECT) {
      outer = new FieldsBuilder();
      listed = false;
    } else if (token == JsonToken.START_ARRAY) {
      arrays = 1;
    } else {
      foreign = true;
    }
  }

  private void inArray(JsonToken token) {
    switch (token) {
      case START_OBJECT -> inner = new FieldsBuilder();
      case START_ARRAY -> arrays++;
      case END_ARRAY -> arrays--;
      default -> foreign = true;
    }
  }

  private void inOuter(
      FieldsBuilder object, JsonToken token, LogLine line, Consumer<? super Delivery> deliveries)
      throws IOException {
    if (token == JsonToken.START_ARRAY
        && object.depth() == 1
        && meaning.lists().contains(parser.currentName())) {
      arrays = 1;
      listed = true;
      return;
    }
    object.add(token, parser);
    if (object.depth() == 0) {
      outer = null;
      if (!listed) {
        tell(object.fields(), line, deliveries);
      }
    }
  }

  private void tell(@Nullable Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    if (event != null && meaning.tell(event, line, deliveries)) {
      known = true;
      events++;
    } else {
      foreign = true;
    }
  }

  private void reset() {
    parser = newParser();
    last = null;
    outer = null;
    inner = null;
    arrays = 0;
    listed = false;
  }

  private static JsonParser newParser() {
    try {
      return FACTORY.createNonBlockingByteArrayParser();
    } catch (IOException e) {
      // It reads nothing yet.
      throw new UncheckedIOException(e);
    }
  }
}
