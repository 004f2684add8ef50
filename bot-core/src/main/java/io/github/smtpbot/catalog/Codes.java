package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.data.MalformedCatalogException;
import io.github.smtpbot.catalog.data.Node;
import io.github.smtpbot.catalog.data.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Reads codes and labels as they are written in the catalog and by people. */
public final class Codes {

  private Codes() {}

  /**
   * The code that a text is, {@code 550}, {@code 5.7.1} or {@code x.7.1}; empty if it is none.
   * Nothing around it is allowed.
   */
  public static Optional<Code> parse(String text) {
    int first = text.indexOf('.');
    if (first < 0) {
      int value = text.length() == 3 ? digits(text) : -1;
      return value >= 100 ? Optional.of(new ReplyCode(value)) : Optional.empty();
    }
    int second = text.indexOf('.', first + 1);
    if (first != 1 || second < 0) {
      return Optional.empty();
    }
    char classDigit = text.charAt(0);
    int subject = digits(text.substring(2, second));
    int detail = digits(text.substring(second + 1));
    if ("245xX".indexOf(classDigit) < 0 || subject < 0 || subject > 999 || detail < 0) {
      return Optional.empty();
    }
    int number = Character.isDigit(classDigit) ? classDigit - '0' : 0;
    return Optional.of(new EnhancedStatusCode(number, subject, detail));
  }

  /** The number that up to four digits write; -1 if they are no such digits. */
  private static int digits(String text) {
    if (text.isEmpty() || text.length() > 4) {
      return -1;
    }
    int number = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      number = number * 10 + (c - '0');
    }
    return number;
  }

  static Code read(Node node) {
    return read(node.place(), node.asText());
  }

  static Code read(Place place, String text) {
    return parse(text)
        .orElseThrow(
            () ->
                new MalformedCatalogException(
                    place, "not a code: " + text + "; write 550, 5.7.1 or x.7.1"));
  }

  static ReplyCode readReplyCode(Place place, String text) {
    if (read(place, text) instanceof ReplyCode code) {
      return code;
    }
    throw new MalformedCatalogException(place, "not a reply code: " + text + "; write 550");
  }

  static EnhancedStatusCode readEnhanced(Place place, String text) {
    if (read(place, text) instanceof EnhancedStatusCode code && code.classDigit() == 0) {
      return code;
    }
    throw new MalformedCatalogException(
        place, "not an enhanced status code of any class: " + text + "; write x.7.1");
  }

  static int readClass(Node node) {
    return switch (node.asText()) {
      case "2" -> 2;
      case "4" -> 4;
      case "5" -> 5;
      default ->
          throw new MalformedCatalogException(
              node.place(), "not a class: " + node.asText() + "; write 2, 4 or 5");
    };
  }

  /** A reply code, or a first digit and {@code xx}. */
  static String readReplyCodePattern(Node node) {
    String text = node.asText();
    boolean family = text.equals("2xx") || text.equals("4xx") || text.equals("5xx");
    if (family || parse(text).orElse(null) instanceof ReplyCode) {
      return text;
    }
    throw new MalformedCatalogException(
        node.place(), "not a reply code: " + text + "; write 550, 4xx or 5xx");
  }

  /** Enhanced status codes of one class or, with {@code x}, of any: one, or a range. */
  static EnhancedPattern readEnhancedPattern(Node node) {
    return EnhancedPattern.parse(node.asText())
        .orElseThrow(
            () ->
                new MalformedCatalogException(
                    node.place(),
                    "not an enhanced status code: "
                        + node.asText()
                        + "; write 5.7.1, x.7.1 or 4.7.500-4.7.699"));
  }

  static <E extends Enum<E>> E readLabel(Class<E> type, Node node) {
    return readLabel(type, node.place(), node.asText());
  }

  static <E extends Enum<E>> E readLabel(Class<E> type, Place place, String text) {
    try {
      return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String known = Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
      throw new MalformedCatalogException(place, "\"" + text + "\" is none of " + known);
    }
  }
}
