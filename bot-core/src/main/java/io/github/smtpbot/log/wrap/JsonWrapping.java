package io.github.smtpbot.log.wrap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.github.smtpbot.log.format.LogLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Takes off the JSON that journald ({@code journalctl -o json}) and Docker put around a line. */
final class JsonWrapping {

  private static final JsonFactory JSON = new JsonFactory();

  private @Nullable String text;
  private String host = "";
  private String program = "";
  private @Nullable Instant time;

  /** The line within, or null if this JSON is of another kind. */
  @Nullable LogLine unwrap(String line) {
    boolean docker = line.startsWith("{\"log\":");
    boolean journal = !docker && line.contains("\"MESSAGE\"") && line.contains("TIMESTAMP\"");
    if (!docker && !journal) {
      return null;
    }
    text = null;
    host = "";
    program = "";
    time = null;
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return null;
      }
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        JsonToken value = parser.nextToken();
        field(name, value, parser);
      }
    } catch (IOException | DateTimeException | NumberFormatException e) {
      // Cut short or torn: no wrapping.
      return null;
    }
    String within = text;
    return within == null ? null : new LogLine(time, host, program, within.stripTrailing());
  }

  private void field(String name, JsonToken value, JsonParser parser) throws IOException {
    if (name.equals("MESSAGE") && value == JsonToken.START_ARRAY) {
      text = bytes(parser);
    } else if (value != JsonToken.VALUE_STRING) {
      parser.skipChildren();
    } else {
      switch (name) {
        case "log", "MESSAGE" -> text = parser.getText();
        case "time" -> time = Instant.parse(parser.getText());
        case "_HOSTNAME" -> host = parser.getText();
        case "SYSLOG_IDENTIFIER" -> program = parser.getText();
        case "_SOURCE_REALTIME_TIMESTAMP" -> time = micros(parser.getText());
        case "__REALTIME_TIMESTAMP" -> {
          if (time == null) {
            time = micros(parser.getText());
          }
        }
        default -> {}
      }
    }
  }

  /** journald writes the bytes as numbers where they are no text. */
  private static String bytes(JsonParser parser) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      bytes.write(parser.getIntValue());
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  private static Instant micros(String number) {
    long micros = Long.parseLong(number);
    return Instant.ofEpochSecond(
        Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000);
  }
}
