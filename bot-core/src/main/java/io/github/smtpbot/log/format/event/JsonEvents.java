package io.github.smtpbot.log.format.event;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.async.ByteArrayFeeder;
import io.github.smtpbot.log.Delivery;
import io.github.smtpbot.log.LogFormat;
import io.github.smtpbot.log.format.LogLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON as its lines come: one event a line, or one value over many lines, an array of a
 * million events too, of one product or of several. Only the event at hand is held. A line inside a
 * value is known until the event has ended and says otherwise.
 */
public final class JsonEvents implements EventReader {

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

  private final Map<LogFormat, EventMeaning> meanings;
  private final Set<String> lists = new HashSet<>();
  private final Map<LogFormat, Long> lines = new EnumMap<>(LogFormat.class);

  /** Whose the last event was, which is asked first for the next. */
  private LogFormat latest;

  /** Lines that were read of an event that has not ended. */
  private long pending;

  private JsonParser parser;

  /** The outermost value, if it is an object. */
  private @Nullable FieldsBuilder outer;

  /** An event inside an array. */
  private @Nullable FieldsBuilder inner;

  /** Arrays of events that are open: each may hold others. */
  private int arrays;

  /** Whether an event was told of a list in the outermost object, which so is none itself. */
  private boolean listed;

  private @Nullable JsonToken last;

  private long events;

  /** What the line at hand held. */
  private boolean known;

  private boolean foreign;

  JsonEvents(Map<LogFormat, EventMeaning> meanings) {
    this.meanings = new EnumMap<>(meanings);
    this.latest = meanings.keySet().iterator().next();
    this.parser = newParser();
    meanings.values().forEach(meaning -> lists.addAll(meaning.lists()));
  }

  @Override
  public long events() {
    return events;
  }

  /** How many lines there were of the events of each product. */
  public Map<LogFormat, Long> lines() {
    return Map.copyOf(lines);
  }

  @Override
  public boolean read(LogLine line, Consumer<? super Delivery> deliveries) {
    boolean isKnown = readLine(line, deliveries);
    if (!isKnown) {
      pending = 0;
    } else if (known) {
      lines.merge(latest, pending + 1, Long::sum);
      pending = 0;
    } else {
      pending++;
    }
    return isKnown;
  }

  private boolean readLine(LogLine line, Consumer<? super Delivery> deliveries) {
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
  public static boolean starts(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > ' ' && c != '\uFEFF') {
        return c == '{' || c == '[';
      }
    }
    return false;
  }

  /** Whether a value goes on in the next line. */
  public boolean isWithin() {
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
        inList(element.fields(), object, line, deliveries);
      }
    } else if (arrays > 0) {
      inArray(token);
      if (arrays == 0 && object != null) {
        object.add(token, parser);
      }
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
        && lists.contains(parser.currentName())) {
      arrays = 1;
    }
    object.add(token, parser);
    if (object.depth() == 0) {
      outer = null;
      if (!listed) {
        tell(object.fields(), line, deliveries);
      }
    }
  }

  /** What is no event in a list may be a part of the one around it. */
  private void inList(
      @Nullable Fields element,
      @Nullable FieldsBuilder around,
      LogLine line,
      Consumer<? super Delivery> deliveries) {
    if (around == null) {
      tell(element, line, deliveries);
    } else if (element != null && isTold(element, line, deliveries)) {
      listed = true;
    } else if (element != null && !listed) {
      around.append(element);
    } else {
      foreign = true;
    }
  }

  private void tell(@Nullable Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    foreign |=
        event == null || !(isTold(event, line, deliveries) || isListTold(event, line, deliveries));
  }

  /** A list of events may stand in an object of a list. */
  private boolean isListTold(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    boolean told = false;
    for (String list : lists) {
      for (Fields element : event.objects(list)) {
        told |= isTold(element, line, deliveries);
      }
    }
    return told;
  }

  private boolean isTold(Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    LogFormat last = latest;
    boolean told = isTold(last, event, line, deliveries);
    for (LogFormat format : meanings.keySet()) {
      told = told || (format != last && isTold(format, event, line, deliveries));
    }
    known |= told;
    events += told ? 1 : 0;
    return told;
  }

  private boolean isTold(
      LogFormat format, Fields event, LogLine line, Consumer<? super Delivery> deliveries) {
    EventMeaning meaning = meanings.get(format);
    boolean told = meaning != null && meaning.tell(event, line, deliveries);
    latest = told ? format : latest;
    return told;
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
