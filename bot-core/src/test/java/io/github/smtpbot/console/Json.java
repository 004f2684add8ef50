package io.github.smtpbot.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON into maps, lists and texts; numbers, true, false and null stay as they are written.
 */
final class Json {

  private Json() {}

  /** The object that a line is. */
  static Map<String, Object> object(String line) {
    try (JsonParser json = new JsonFactory().createParser(line)) {
      json.nextToken();
      Map<String, Object> object = map(json);
      if (json.nextToken() != null) {
        throw new IllegalArgumentException("more than one value: " + line);
      }
      return object;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A field that is a text. */
  static String text(Map<String, Object> object, String field) {
    return object.getOrDefault(field, "(no " + field + ")").toString();
  }

  private static Map<String, Object> map(JsonParser json) throws IOException {
    Map<String, Object> map = new LinkedHashMap<>();
    while (json.nextToken() != JsonToken.END_OBJECT) {
      String field = json.currentName();
      json.nextToken();
      map.put(field, value(json));
    }
    return map;
  }

  private static Object value(JsonParser json) throws IOException {
    if (json.currentToken() == JsonToken.START_OBJECT) {
      return map(json);
    }
    if (json.currentToken() == JsonToken.START_ARRAY) {
      List<Object> list = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        list.add(value(json));
      }
      return list;
    }
    return json.getText();
  }
}
