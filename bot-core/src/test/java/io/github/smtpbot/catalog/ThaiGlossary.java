package io.github.smtpbot.catalog;

import io.github.smtpbot.catalog.CatalogTexts.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The words that must not occur in Thai, as docs/thai-glossary.md lists them. */
final class ThaiGlossary {

  private static final String HEADING = "## Words that must not occur";

  private ThaiGlossary() {}

  /**
   * A word that must not occur.
   *
   * @param allowed longer words that hold it and may occur
   * @param sections parts of the words' file where it may occur
   * @param instead what to write, for a person to read
   */
  record Avoided(String word, List<String> allowed, List<String> sections, String instead) {

    boolean occursIn(Text text) {
      if (sections.stream().anyMatch(section -> text.path().startsWith(section + "/"))) {
        return false;
      }
      String rest = text.text();
      for (String longer : allowed) {
        rest = rest.replace(longer, "");
      }
      return rest.contains(word);
    }
  }

  static List<Avoided> avoided() {
    List<Avoided> avoided = new ArrayList<>();
    for (List<String> row : rows(HEADING)) {
      List<String> exceptions =
          Stream.of(row.get(1).split(",", -1))
              .map(String::strip)
              .filter(exception -> !exception.isEmpty())
              .toList();
      avoided.add(
          new Avoided(
              row.get(0),
              exceptions.stream().filter(CatalogTexts::hasThai).toList(),
              exceptions.stream().filter(exception -> !CatalogTexts.hasThai(exception)).toList(),
              row.get(2)));
    }
    return avoided;
  }

  /** The rows of the table below a heading, without the two lines of its head. */
  static List<List<String>> rows(String heading) {
    List<String> document;
    try {
      document = Files.readAllLines(Path.of("../docs/thai-glossary.md"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return document.stream()
        .dropWhile(line -> !line.equals(heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> cells.subList(1, cells.size() - 1))
        .toList();
  }
}
