package io.github.smtpbot.log.generate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes events as JSON, and records as CSV, by other means than they are read. */
final class EventText {

  private static final JsonFactory FACTORY = new JsonFactory();

  private EventText() {}

  /** An object of names and values in turn. */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  /** On one line. */
  static String json(Object value) {
    return write(value, false);
  }

  /** On many lines. */
  static List<String> pretty(Object value) {
    return write(value, true).lines().toList();
  }

  private static String write(Object value, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = FACTORY.createGenerator(text)) {
      if (pretty) {
        json.useDefaultPrettyPrinter();
      }
      write(value, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof Map<?, ?> map) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        json.writeFieldName((String) entry.getKey());
        write(entry.getValue(), json);
      }
      json.writeEndObject();
    } else if (value instanceof List<?> list) {
      json.writeStartArray();
      for (Object element : list) {
        write(element, json);
      }
      json.writeEndArray();
    } else if (value instanceof Long number) {
      json.writeNumber(number);
    } else if (value instanceof Double number) {
      json.writeNumber(number);
    } else {
      json.writeString(value.toString());
    }
  }

  /** A record of these values, quoted where they have to be. */
  static String csv(String... values) {
    StringBuilder record = new StringBuilder();
    for (String value : values) {
      if (record.length() > 0) {
        record.append(',');
      }
      boolean plain = value.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n');
      record.append(plain ? value : '"' + value.replace("\"", "\"\"") + '"');
    }
    return record.toString();
  }
}
