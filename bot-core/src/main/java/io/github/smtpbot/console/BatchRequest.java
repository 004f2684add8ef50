package io.github.smtpbot.console;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
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
    String text = null;
    String eml = null;
    String lang = null;
    try (JsonParser json = FACTORY.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new Malformed(
            id, "a line has to be a JSON object, such as {\"id\":\"1\",\"text\":\"550\"}");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String field = json.currentName();
        JsonToken value = json.nextToken();
        switch (field) {
          case "id" -> id = id(json, value);
          case "text" -> text = string(json, value, id, field);
          case "eml" -> eml = string(json, value, id, field);
          case "lang" -> lang = string(json, value, id, field);
          default -> json.skipChildren();
        }
      }
      if (json.nextToken() != null) {
        throw new Malformed(id, "a line has to hold one JSON object only");
      }
    } catch (IOException e) {
      // The parser's own message would quote the line, which may be private.
      throw new Malformed(id, "the line is not valid JSON");
    }
    if ((text == null) == (eml == null)) {
      throw new Malformed(id, "a line needs either \"text\" or \"eml\"");
    }
    return new BatchRequest(id, text, eml, lang);
  }

  private static String id(JsonParser json, JsonToken value) throws IOException, Malformed {
    return switch (value) {
      case VALUE_STRING ->
          '"' + new String(JsonStringEncoder.getInstance().quoteAsString(json.getText())) + '"';
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_NULL -> json.getText();
      default -> throw new Malformed("null", "\"id\" has to be a string or a number");
    };
  }

  private static String string(JsonParser json, JsonToken value, String id, String field)
      throws IOException, Malformed {
    if (value != JsonToken.VALUE_STRING) {
      throw new Malformed(id, "\"" + field + "\" has to be a string");
    }
    return json.getText();
  }
}
