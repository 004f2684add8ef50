package io.github.smtpbot.diagnosis.decode;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.io.IOException;

/**
 * Undoes what JSON does to a text that is logged in it: escapes become what they stand for, a value
 * of several lines stands on lines of its own, and so does each of the lines of a reply that came
 * as a list. What is no JSON, or no longer is, stays as it is. Linear in the text.
 */
final class JsonText {

  private static final JsonFactory JSON = new JsonFactory();

  /** So many objects and lists are looked into; a log of more of them is not for people to read. */
  private static final int MOST_VALUES = 5_000;

  /** A container's log of JSON holds JSON again. */
  private static final int DEEPEST = 2;

  private final String text;
  private final char[] letters;
  private final StringBuilder out;
  private int copied;

  private JsonText(String text) {
    this.text = text;
    this.letters = text.toCharArray();
    this.out = new StringBuilder(text.length());
  }

  /** A text in which the strings of JSON are plain text. */
  static String plain(String text) {
    String plain = text;
    for (int depth = 0; depth < DEEPEST && mayHold(plain); depth++) {
      plain = new JsonText(plain).read();
    }
    return plain;
  }

  /** Whether JSON stands in it that changes a text: with an escape, or with a list of lines. */
  private static boolean mayHold(String text) {
    return text.indexOf('"') >= 0
        && (text.indexOf('\\') >= 0 || text.indexOf('[') >= 0)
        && opening(text, 0) >= 0;
  }

  /** Where an object or a list begins whose first element is a string, or -1. */
  private static int opening(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '{' || c == '[') {
        int next = i + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
          next++;
        }
        if (next < text.length() && text.charAt(next) == '"') {
          return i;
        }
        i = next - 1;
      }
    }
    return -1;
  }

  private String read() {
    int at = opening(text, 0);
    for (int values = 0; at >= 0 && values < MOST_VALUES; values++) {
      at = opening(text, Math.max(at + 1, readFrom(at)));
    }
    return out.append(text, copied, text.length()).toString();
  }

  /** Reads one object or list, as far as it goes, and returns where it ends. */
  private int readFrom(int start) {
    int depth = 0;
    int lines = 0;
    boolean first = false;
    int end = start;
    int string = -1;
    try (JsonParser parser = JSON.createParser(letters, start, letters.length - start)) {
      do {
        JsonToken token = parser.nextToken();
        string = -1;
        int from = start + (int) parser.currentTokenLocation().getCharOffset();
        if (token == null) {
          return end;
        }
        if (token == JsonToken.VALUE_STRING) {
          string = from;
          String value = parser.getText();
          // The parser reads a string's end when it is asked for its text.
          int to = start + (int) parser.currentLocation().getCharOffset();
          lines = first && isLineOfReply(value) ? depth : lines;
          replace(from, to, value, lines == depth);
          end = to;
        } else {
          end = start + (int) parser.currentLocation().getCharOffset();
        }
        if (token.isStructStart()) {
          depth++;
        } else if (token.isStructEnd()) {
          lines = lines == depth ? 0 : lines;
          depth--;
        }
        first = token == JsonToken.START_ARRAY;
      } while (depth > 0);
    } catch (JsonEOFException e) {
      return string < 0 || !replaceCutOff(string) ? end : text.length();
    } catch (IOException e) {
      // The rest is no JSON, and is read as it stands.
      return end;
    }
    return end;
  }

  /** Puts the value of a string in its place that goes on to where the text was cut off. */
  private boolean replaceCutOff(int from) {
    int to = text.length();
    while (to > from && text.charAt(to - 1) == '\\') {
      to--;
    }
    try (JsonParser parser = JSON.createParser(text.substring(from, to) + '"')) {
      if (parser.nextToken() != JsonToken.VALUE_STRING) {
        return false;
      }
      replace(from, text.length(), parser.getText(), false);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Puts a string's value in its place. */
  private void replace(int from, int to, String value, boolean isLine) {
    String stripped = value.stripTrailing();
    boolean many = isLine || stripped.indexOf('\n') >= 0 || stripped.indexOf('\r') >= 0;
    if (!many && stripped.length() == to - from - 2) {
      return;
    }
    if (isLine && isComma(copied, from)) {
      out.append(stripped).append('\n');
    } else if (many) {
      out.append(text, copied, from).append(isLine ? "\n" : "\n\n");
      out.append(stripped).append(isLine ? "\n" : "\n\n");
    } else if (stripped.startsWith("{\"")) {
      // JSON again, which is read next.
      out.append(text, copied, from).append(stripped);
    } else {
      out.append(text, copied, from).append('"').append(stripped).append('"');
    }
    copied = to;
  }

  /** Whether nothing but a comma parts two elements of a list. */
  private boolean isComma(int from, int to) {
    return to - from < 8 && text.substring(from, to).strip().equals(",");
  }

  /** {@code 554-Transaction failed}. */
  private static boolean isLineOfReply(String value) {
    return value.length() > 3
        && value.charAt(3) == '-'
        && value.charAt(0) >= '2'
        && value.charAt(0) <= '5'
        && Character.isDigit(value.charAt(1))
        && Character.isDigit(value.charAt(2));
  }
}
