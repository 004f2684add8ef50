package io.github.smtpbot.log.format.event;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of JSON. A field that is missing, null, or of another type than is asked for, is empty:
 * events come from programs that change, and none of them is worth an exception.
 */
final class Fields {

  private static final Fields NONE = new Fields();

  /** Texts, numbers and truth values as text; objects; lists of these. */
  private final Map<String, Object> values = new HashMap<>();

  void put(String name, Object value) {
    values.put(name, value);
  }

  /** About how many characters it holds. */
  int size() {
    return size(this);
  }

  private static int size(Object value) {
    if (value instanceof Fields fields) {
      return fields.values.entrySet().stream()
          .mapToInt(entry -> entry.getKey().length() + size(entry.getValue()))
          .sum();
    }
    return value instanceof List<?> list
        ? list.stream().mapToInt(Fields::size).sum()
        : String.valueOf(value).length();
  }

  /** Whether the field is there and not null. */
  boolean has(String name) {
    return values.containsKey(name);
  }

  /** A text or a number. */
  String text(String name) {
    return values.get(name) instanceof String text ? text : "";
  }

  /** The first of these fields that is not empty. */
  String firstText(String... names) {
    for (String name : names) {
      String text = text(name);
      if (!text.isBlank()) {
        return text;
      }
    }
    return "";
  }

  Fields object(String name) {
    return values.get(name) instanceof Fields fields ? fields : NONE;
  }

  /** The objects of a list, in order. */
  List<Fields> objects(String name) {
    List<Fields> objects = new ArrayList<>();
    if (values.get(name) instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof Fields fields) {
          objects.add(fields);
        }
      }
    }
    return objects;
  }

  /** The texts of a list, in order; one text is a list of one. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    Object value = values.get(name);
    if (value instanceof String text) {
      texts.add(text);
    } else if (value instanceof List<?> list) {
      for (Object element : list) {
        if (element instanceof String text) {
          texts.add(text);
        }
      }
    }
    return texts;
  }

  /** The object that this text is, or null if it is none that can be read. */
  static @Nullable Fields parse(String json) {
    return JsonEvents.parse(json);
  }
}
