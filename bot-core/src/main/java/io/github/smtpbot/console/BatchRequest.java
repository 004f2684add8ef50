package io.github.smtpbot.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a batch.
 *
 * @param id as JSON, {@code null} if there is none
 * @param text what is asked, or null
 * @param eml a message, base64-encoded, or null
 * @param lang a language tag, or null for the default
 */
record BatchRequest(String id, @Nullable String text, @Nullable String eml, @Nullable String lang) {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Set<String> TEXTS = Set.of("text", "eml", "lang");

  /** That a line is no request; {@code id} is as much as could be read of it. */
  static final class Malformed extends Exception {

    private static final long serialVersionUID = 1L;
    private final String id;

    Malformed(String id, String message) {
      super(message);
      this.id = id;
    }

    String id() {
      return id;
    }
  }

  /** Reads a line. Fields that are not known are passed over. */
  static BatchRequest parse(String line) throws Malformed {
    String id = "null";
    Map<String, String> texts = new HashMap<>();
    String wrong = null;
    try (JsonParser json = FACTORY.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed(
            id, "a line has to be a JSON object, such as {\"id\":\"1\",\"text\":\"550\"}");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        if (field.equals("id") && value.isScalarValue() && !value.isBoolean()) {
          id = id(json, value);
        } else if (field.equals("id")) {
          wrong = "\"id\" has to be a string or a number";
        } else if (TEXTS.contains(field) && value == JsonToken.VALUE_STRING) {
          texts.put(field, json.getText());
        } else if (TEXTS.contains(field) && value != JsonToken.VALUE_NULL) {
          wrong = "\"" + field + "\" has to be a string";
        }
        // What is not known, or wrong, is passed over: the id may come after it.
        json.skipChildren();
      }
      if (json.nextToken() != null) {
        throw new Malformed(id, "a line has to hold one JSON object only");
      }
    } catch (IOException e) {
      // The parser's own message would quote the line, which may be private.
      throw new Malformed(id, "the line is not valid JSON");
    }
    if (wrong == null && texts.containsKey("text") == texts.containsKey("eml")) {
      wrong = "a line needs either \"text\" or \"eml\"";
    }
    if (wrong != null) {
      throw new Malformed(id, wrong);
    }
    return new BatchRequest(id, texts.get("text"), texts.get("eml"), texts.get("lang"));
  }

  private static String id(JsonParser json, JsonToken value) throws IOException {
    return value == JsonToken.VALUE_STRING
        ? '"' + new String(JsonStringEncoder.getInstance().quoteAsString(json.getText())) + '"'
        : json.getText();
  }
}
