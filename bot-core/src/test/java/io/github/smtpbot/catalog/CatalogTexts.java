package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.compiler.CatalogCompiler;
import io.github.smtpbot.catalog.data.Node;
import io.github.smtpbot.catalog.data.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Every text of the catalog's files with the place where it stands, for tests of their wording. */
final class CatalogTexts {

  /** The files as they are edited. */
  static final Path SOURCES = Path.of("src/main/catalog");

  private CatalogTexts() {}

  /**
   * A text.
   *
   * @param path the keys that lead to it, parted by slashes; of a list the index
   */
  record Text(String path, Place place, String text) {

    /** The last key, or the one before if this is an item of a list. */
    String field() {
      String[] keys = path.split("/", -1);
      String last = keys[keys.length - 1];
      return last.matches("[0-9]") && keys.length > 1 ? keys[keys.length - 2] : last;
    }

    /** Where, and what: for the message of a test that fails. */
    String told() {
      return place + ": " + text;
    }
  }

  /** Every file, parsed, by its name without the ending. */
  static Map<String, Node> files() {
    try {
      return CatalogCompiler.read(SOURCES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Every text of one language's file. */
  static List<Text> of(String language) {
    Node file = files().get("words/" + language);
    if (file == null) {
      throw new IllegalArgumentException("no such language: " + language);
    }
    return in(file);
  }

  /** Every text below a node. */
  static List<Text> in(Node node) {
    List<Text> texts = new ArrayList<>();
    collect("", node, texts);
    return texts;
  }

  private static void collect(String path, Node node, List<Text> texts) {
    if (node instanceof Node.Scalar scalar) {
      texts.add(new Text(path.substring(1), scalar.place(), scalar.value()));
    } else if (node instanceof Node.Sequence sequence) {
      for (int i = 0; i < sequence.items().size(); i++) {
        collect(path + "/" + i, sequence.items().get(i), texts);
      }
    } else if (node instanceof Node.Mapping mapping) {
      mapping.entries().forEach((key, value) -> collect(path + "/" + key, value, texts));
    }
  }

  /** Whether there is Thai in a text. */
  static boolean hasThai(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.THAI);
  }
}
