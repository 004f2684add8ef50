package io.github.smtpbot.log.format.event;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes an object of the tokens of one event, and keeps no more of it than is bounded here. */
final class FieldsBuilder {

  /** A longer text is left out: a whole message is kept in some events, and is of no use here. */
  static final int MAX_TEXT = 300_000;

  /** An event of more characters than this is not kept. */
  static final int MAX_KEPT = 1 << 20;

  /** What a value takes beside its characters. */
  private static final int VALUE = 16;

  private final Fields root = new Fields();
  private final Deque<Object> open = new ArrayDeque<>();
  private int kept;

  /** Begins after the token that opened the object. */
  FieldsBuilder() {
    open.push(root);
  }

  /** How many objects and lists are open; 0 when the object is complete. */
  int depth() {
    return open.size();
  }

  /** The object, or null if there was too much in it. */
  @Nullable Fields fields() {
    return kept > MAX_KEPT ? null : root;
  }

  void add(JsonToken token, JsonParser parser) throws IOException {
    switch (token) {
      case START_OBJECT -> opens(new Fields(), parser.currentName());
      case START_ARRAY -> opens(new ArrayList<>(), parser.currentName());
      case END_OBJECT, END_ARRAY -> open.pop();
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> {
        int length = parser.getTextLength();
        if (length <= MAX_TEXT && fits(length, parser.currentName())) {
          attach(parser.getText(), parser.currentName());
        }
      }
      default -> {
        // A name, which its value knows, or null, which is as good as missing.
      }
    }
  }

  /** Adds an object to the list that is open; it counts as little as a text of its size. */
  void append(Fields element) {
    if (open.element() instanceof List<?> && fits(element.size(), null)) {
      attach(element, null);
    }
  }

  private void opens(Object container, @Nullable String name) {
    if (fits(0, name)) {
      attach(container, name);
    }
    open.push(container);
  }

  private boolean fits(int length, @Nullable String name) {
    if (kept <= MAX_KEPT) {
      kept += VALUE + length + (name == null ? 0 : name.length());
    }
    return kept <= MAX_KEPT;
  }

  @SuppressWarnings("unchecked")
  private void attach(Object value, @Nullable String name) {
    Object top = open.element();
    if (top instanceof Fields fields) {
      if (name != null) {
        fields.put(name, value);
      }
    } else {
      ((List<Object>) top).add(value);
    }
  }
}
